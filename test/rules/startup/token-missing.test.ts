import assert from "node:assert/strict";
import { startupTokenMissing } from "../../../server/src/core/rules/startup/token-missing.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { onlySet } from "../../support/own-variables.ts";
import { fate } from "./starts.ts";

const gateway = (auth: string): string =>
  `{ gateway: { mode: "local", auth: ${auth} } }`;

describe("startup.token_missing", () => {
  it("points at a token that is empty", () =>
    check(
      startupTokenMissing,
      `{
  gateway: { auth: { mode: "token", token: '' } },
  //                                       ^^ startup.token_missing
}`,
    ));
  it("points at the login that has no token, and names the variable that may hold it", () => {
    const text = `{
  gateway: { auth: { mode: "token" } },
  //         ^^^^ startup.token_missing
}`;
    check(startupTokenMissing, text);
    const [found] = findingsOf(startupTokenMissing, text);
    assert.match(
      found?.message ?? "",
      /unless CLAWDBOT_GATEWAY_TOKEN is set where the gateway runs/,
    );
  });
  it("is silent in a client's file", () =>
    check(
      startupTokenMissing,
      `{ gateway: { mode: "remote", auth: { mode: "token" } } }`,
    ));
  for (const [auth, environment, expected] of [
    [`{ mode: "token" }`, undefined, [null, "info"]],
    [`{ mode: "token" }`, onlySet(), [false, "error"]],
    [`{ mode: "token" }`, onlySet("CLAWDBOT_GATEWAY_TOKEN"), [true, "silent"]],
    [
      `{ mode: "token" }`,
      onlySet("CLAWDBOT_GATEWAY_PASSWORD"),
      [false, "error"],
    ],
    [
      `{ mode: "token", token: "" }`,
      onlySet("CLAWDBOT_GATEWAY_TOKEN"),
      [false, "error"],
    ],
    [`{ mode: "token", token: "  " }`, undefined, [true, "silent"]],
    [`{ mode: "token", token: "\${T}" }`, undefined, [true, "silent"]],
    [`{ token: "" }`, onlySet(), [true, "silent"]],
    [`{ mode: "\${M}", token: "", password: "x" }`, undefined, [null, "info"]],
    [`{ mode: "\${M}", token: "", password: "" }`, undefined, [false, "error"]],
  ] as const) {
    it(`auth ${auth} with ${environment === undefined ? "unknown variables" : [...environment.known.keys()].join() || "none set"}`, () =>
      assert.deepEqual(
        fate("startup.token_missing", gateway(auth), environment),
        expected,
      ));
  }
});
