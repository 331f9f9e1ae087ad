import assert from "node:assert/strict";
import { hooksTokenReuseGatewayToken } from "../../../server/src/core/rules/hooks/token-reuse-gateway-token.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("hooks.token_reuse_gateway_token", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "same-words" } }, hooks: { enabled: true, token: " same-words " } }`,
      1,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "one" } }, hooks: { enabled: true, token: "two" } }`,
      0,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "\${A}" } }, hooks: { enabled: true, token: "\${A}" } }`,
      1,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "\${A}" } }, hooks: { enabled: true, token: "\${B}" } }`,
      0,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "same" } }, hooks: { enabled: false, token: "same" } }`,
      0,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "password", token: "same", password: "p" } }, hooks: { enabled: true, token: "same" } }`,
      0,
    ],
    [
      "recommended",
      `{ hooks: { enabled: true, token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }`,
      1,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "" } }, hooks: { enabled: true, token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(hooksTokenReuseGatewayToken, text, { profile }).length,
        expected,
      ));
  }
});
