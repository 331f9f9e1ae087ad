import assert from "node:assert/strict";
import { configSecretsGatewayPasswordInConfig } from "../../../server/src/core/rules/config/secrets-gateway-password-in-config.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("config.secrets.gateway_password_in_config", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{ gateway: { auth: { password: "k3w9-vz7q-p2m4" } } }`, 1],
    ["recommended", `{ gateway: { auth: { password: "\${NAME}" } } }`, 0],
    ["upstream", `{ gateway: { auth: { password: "\${NAME}" } } }`, 1],
    ["upstream", `{ gateway: { auth: { password: "\${lower}" } } }`, 0],
    ["upstream", `{ gateway: { auth: { password: "  " } } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(configSecretsGatewayPasswordInConfig, text, { profile })
          .length,
        expected,
      ));
  }
});
