import assert from "node:assert/strict";
import { gatewayTokenTooShort } from "../../../server/src/core/rules/gateway/token-too-short.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("gateway.token_too_short", () => {
  it("points at the token", () =>
    check(
      gatewayTokenTooShort,
      `{
  gateway: { auth: { token: 'k3w9-vz7q' } },
  //                        ^^^^^^^^^^^ gateway.token_too_short
}`,
    ));
  // 24 characters after trimming are enough for the audit; a blank token is no finding (security/audit.js).
  for (const [token, expected] of [
    ["x1".repeat(12), 0],
    [`${"x1".repeat(11)}x`, 1],
    [`  ${"x1".repeat(11)}  `, 1],
    ["   ", 0],
    ["", 0],
    ["${T}", 0],
    ["a${T}", 0],
  ] as const) {
    it(`${JSON.stringify(token)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          gatewayTokenTooShort,
          JSON.stringify({ gateway: { auth: { mode: "token", token } } }),
        ).length,
        expected,
      ));
  }
  it("is silent when a password wins over the token", () =>
    check(
      gatewayTokenTooShort,
      `{ gateway: { auth: { token: "abc", password: "x" } } }`,
    ));
  it("never repeats the token", () => {
    const [finding] = findingsOf(
      gatewayTokenTooShort,
      `{ gateway: { auth: { token: "k3w9-vz7q" } } }`,
    );
    assert.match(finding?.message ?? "", /9 characters/);
    assert.doesNotMatch(finding?.message ?? "k3w9", /k3w9/);
  });
});
