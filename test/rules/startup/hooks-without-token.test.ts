import assert from "node:assert/strict";
import { startupHooksWithoutToken } from "../../../server/src/core/rules/startup/hooks-without-token.ts";
import { check } from "../../support/check-rule.ts";
import { fate } from "./starts.ts";

describe("startup.hooks_without_token", () => {
  it("points at hooks that have no token", () =>
    check(
      startupHooksWithoutToken,
      `{
  hooks: { enabled: true },
//^^^^^ startup.hooks_without_token
}`,
    ));
  it("points at a token of blanks", () =>
    check(
      startupHooksWithoutToken,
      `{
  hooks: { enabled: true, token: "   " },
  //                             ^^^^^ startup.hooks_without_token
}`,
    ));
  for (const [hooks, expected] of [
    [`{ enabled: true }`, [false, "error"]],
    [`{ enabled: true, token: "x" }`, [true, "silent"]],
    [`{ enabled: true, token: "\${T}" }`, [true, "silent"]],
    [`{ enabled: false }`, [true, "silent"]],
    [`{ path: "/calls" }`, [true, "silent"]],
  ] as const) {
    it(`hooks ${hooks}`, () =>
      assert.deepEqual(
        fate(
          "startup.hooks_without_token",
          `{ gateway: { mode: "local" }, hooks: ${hooks} }`,
        ),
        expected,
      ));
  }
});
