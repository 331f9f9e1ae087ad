import assert from "node:assert/strict";
import { configSecretsHooksTokenInConfig } from "../../../server/src/core/rules/config/secrets-hooks-token-in-config.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("config.secrets.hooks_token_in_config", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{ hooks: { enabled: true, token: "k3w9-vz7q-p2m4" } }`, 1],
    ["recommended", `{ hooks: { enabled: true, token: "\${NAME}" } }`, 0],
    ["upstream", `{ hooks: { enabled: true, token: "\${NAME}" } }`, 1],
    ["upstream", `{ hooks: { enabled: true, token: "\${lower}" } }`, 0],
    ["upstream", `{ hooks: { enabled: true, token: "  " } }`, 0],
    ["recommended", `{ hooks: { enabled: false, token: "x" } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(configSecretsHooksTokenInConfig, text, { profile }).length,
        expected,
      ));
  }
});
