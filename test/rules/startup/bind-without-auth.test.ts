import assert from "node:assert/strict";
import { startupBindWithoutAuth } from "../../../server/src/core/rules/startup/bind-without-auth.ts";
import { check } from "../../support/check-rule.ts";
import { onlySet } from "../../support/own-variables.ts";
import { fate } from "./starts.ts";

describe("startup.bind_without_auth", () => {
  it("points at the login that is empty", () =>
    check(
      startupBindWithoutAuth,
      `{
  gateway: { bind: "auto", auth: { token: "" } },
  //                       ^^^^ startup.bind_without_auth
}`,
    ));
  it("leaves a bind that is no word of the schema to the schema", () =>
    check(startupBindWithoutAuth, `{ gateway: { bind: "0.0.0.0" } }`));
  for (const [gateway, environment, expected] of [
    [`bind: "lan"`, undefined, [null, "info"]],
    [`bind: "lan"`, onlySet(), [false, "error"]],
    [`bind: "tailnet"`, onlySet(), [false, "error"]],
    [`bind: "lan"`, onlySet("CLAWDBOT_GATEWAY_PASSWORD"), [true, "silent"]],
    [
      `bind: "lan", auth: { token: "", password: "" }`,
      undefined,
      [false, "error"],
    ],
    [`bind: "lan", auth: { password: "\${P}" }`, onlySet(), [true, "silent"]],
    [`bind: "loopback"`, onlySet(), [true, "silent"]],
    [`bind: "\${BIND}"`, onlySet(), [null, "info"]],
  ] as const) {
    it(`${gateway} with ${environment === undefined ? "unknown variables" : [...environment.known.keys()].join() || "none set"}`, () =>
      assert.deepEqual(
        fate(
          "startup.bind_without_auth",
          `{ gateway: { mode: "local", ${gateway} } }`,
          environment,
        ),
        expected,
      ));
  }
  it("counts a token that the file's own env block sets", () =>
    assert.deepEqual(
      fate(
        "startup.bind_without_auth",
        `{ gateway: { mode: "local", bind: "lan" }, env: { CLAWDBOT_GATEWAY_TOKEN: "x" } }`,
        onlySet(),
      ),
      [true, "silent"],
    ));
});
