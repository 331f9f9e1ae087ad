import assert from "node:assert/strict";
import { startupPasswordMissing } from "../../../server/src/core/rules/startup/password-missing.ts";
import { check } from "../../support/check-rule.ts";
import { onlySet } from "../../support/own-variables.ts";
import { fate } from "./starts.ts";

const gateway = (auth: string): string =>
  `{ gateway: { mode: "local", auth: ${auth} } }`;

describe("startup.password_missing", () => {
  it("points at a password that is empty", () =>
    check(
      startupPasswordMissing,
      `{
  gateway: { auth: { mode: "password", password: "" } },
  //                                             ^^ startup.password_missing
}`,
    ));
  it("points at the login that has no password", () =>
    check(
      startupPasswordMissing,
      `{
  gateway: { auth: { mode: "password", token: "x" } },
  //         ^^^^ startup.password_missing
}`,
    ));
  for (const [auth, environment, expected] of [
    [`{ mode: "password" }`, undefined, [null, "info"]],
    [`{ mode: "password" }`, onlySet(), [false, "error"]],
    [
      `{ mode: "password" }`,
      onlySet("CLAWDBOT_GATEWAY_PASSWORD"),
      [true, "silent"],
    ],
    [
      `{ mode: "password", password: "" }`,
      onlySet("CLAWDBOT_GATEWAY_PASSWORD"),
      [false, "error"],
    ],
    [`{ mode: "password", password: "\${P}" }`, onlySet(), [true, "silent"]],
    [`{ mode: "\${M}", token: "x" }`, onlySet(), [null, "info"]],
  ] as const) {
    it(`auth ${auth} with ${environment === undefined ? "unknown variables" : [...environment.known.keys()].join() || "none set"}`, () =>
      assert.deepEqual(
        fate("startup.password_missing", gateway(auth), environment),
        expected,
      ));
  }
});
