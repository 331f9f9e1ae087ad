import assert from "node:assert/strict";
import { browserControlTokenReuseGatewayToken } from "../../../server/src/core/rules/browser/control-token-reuse-gateway-token.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("browser.control_token_reuse_gateway_token", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "same" } }, browser: { controlUrl: "https://b.example.net", controlToken: "same" } }`,
      1,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "\${A}" } }, browser: { controlUrl: "https://b.example.net", controlToken: "\${A}" } }`,
      1,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "\${A}" } }, browser: { controlUrl: "https://b.example.net", controlToken: "\${B}" } }`,
      0,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "token", token: "same" } }, browser: { controlUrl: "http://localhost:1", controlToken: "same" } }`,
      0,
    ],
    [
      "recommended",
      `{ gateway: { auth: { mode: "password", token: "same" } }, browser: { controlUrl: "https://b.example.net", controlToken: "same" } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(browserControlTokenReuseGatewayToken, text, { profile })
          .length,
        expected,
      ));
  }
});
