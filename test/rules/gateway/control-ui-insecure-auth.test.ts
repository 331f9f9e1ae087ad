import assert from "node:assert/strict";
import { gatewayControlUiInsecureAuth } from "../../../server/src/core/rules/gateway/control-ui-insecure-auth.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("gateway.control_ui.insecure_auth", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ gateway: { controlUi: { allowInsecureAuth: true } } }`,
      1,
    ],
    [
      "recommended",
      `{ gateway: { controlUi: { allowInsecureAuth: false } } }`,
      0,
    ],
    [
      "recommended",
      `{ gateway: { controlUi: { allowInsecureAuth: "\${X}" } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(gatewayControlUiInsecureAuth, text, { profile }).length,
        expected,
      ));
  }
});
