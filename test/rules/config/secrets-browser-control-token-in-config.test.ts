import assert from "node:assert/strict";
import { configSecretsBrowserControlTokenInConfig } from "../../../server/src/core/rules/config/secrets-browser-control-token-in-config.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("config.secrets.browser_control_token_in_config", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{ browser: { controlToken: "k3w9-vz7q-p2m4" } }`, 1],
    ["recommended", `{ browser: { controlToken: "\${NAME}" } }`, 0],
    ["upstream", `{ browser: { controlToken: "\${NAME}" } }`, 1],
    ["upstream", `{ browser: { controlToken: "\${lower}" } }`, 0],
    ["upstream", `{ browser: { controlToken: "  " } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(configSecretsBrowserControlTokenInConfig, text, { profile })
          .length,
        expected,
      ));
  }
});
