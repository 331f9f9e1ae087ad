import assert from "node:assert/strict";
import { gatewayTokenTooShort } from "../../../server/src/core/rules/gateway/token-too-short.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

/** Twenty-four characters without a pattern. */
const long = "k3w9vz7q81fmxp0td6ab5rhy";

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
    [long, 0],
    [long.slice(1), 1],
    [`  ${long.slice(1)}  `, 1],
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
  it("leaves a token that is guessed at any length to another rule, the audit's profile aside", () => {
    const text = `{ gateway: { auth: { token: "changeme" } } }`;
    check(gatewayTokenTooShort, text);
    assert.equal(
      findingsOf(gatewayTokenTooShort, text, { profile: "upstream" }).length,
      1,
    );
  });
  it("measures the token that the file's env block sets, as the audit does", () =>
    check(
      gatewayTokenTooShort,
      `{
  env: { vars: { CLAWDBOT_GATEWAY_TOKEN: "k3w9-vz7q" } },
  //                                     ^^^^^^^^^^^ gateway.token_too_short
}`,
      { profile: "upstream" },
    ));
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
