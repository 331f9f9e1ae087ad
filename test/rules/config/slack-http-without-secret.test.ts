import assert from "node:assert/strict";
import { configSlackHttpWithoutSecret } from "../../../server/src/core/rules/config/slack-http-without-secret.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.slack_http_without_secret", () => {
  it("points at Slack's block", () =>
    check(
      configSlackHttpWithoutSecret,
      `{
  channels: { slack: { mode: "http" } },
  //          ^^^^^ config.slack_http_without_secret
}`,
    ));
  it("points at an empty secret, which hides the channel's", () =>
    check(
      configSlackHttpWithoutSecret,
      `{
  channels: { slack: { mode: "http", signingSecret: "k3w9", accounts: {
    work: { signingSecret: "" },
    //                     ^^ config.slack_http_without_secret
  } } },
}`,
    ));
  // config/zod-schema.providers-core.js
  for (const [slack, expected] of [
    [{ mode: "socket" }, 0],
    [{ mode: "${MODE}" }, 0],
    [{ mode: "http", signingSecret: "${S}" }, 0],
    [{ mode: "http", signingSecret: " " }, 0],
    [{ mode: "http", accounts: { a: {} } }, 2],
    [{ mode: "http", accounts: { a: { mode: "socket" } } }, 1],
    [{ mode: "http", accounts: { a: { enabled: false } } }, 1],
    [{ accounts: { a: { mode: "http" }, b: {} } }, 1],
    [{ accounts: { a: { mode: "http", signingSecret: "k" } } }, 0],
    [{ signingSecret: "k", accounts: { a: { mode: "http" } } }, 0],
  ] as const) {
    it(`${JSON.stringify(slack)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configSlackHttpWithoutSecret,
          JSON.stringify({ channels: { slack } }),
        ).length,
        expected,
      ));
  }
});
