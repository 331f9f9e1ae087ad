import assert from "node:assert/strict";
import { gatewayTrustedProxiesMissing } from "../../../server/src/core/rules/gateway/trusted-proxies-missing.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("gateway.trusted_proxies_missing", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{}`, 0],
    ["upstream", `{}`, 1],
    ["strict", `{}`, 1],
    ["recommended", `{ gateway: { controlUi: { basePath: "/bot" } } }`, 1],
    ["recommended", `{ gateway: { controlUi: { basePath: "/" } } }`, 0],
    [
      "recommended",
      `{ channels: { googlechat: { audience: "https://bot.example.net" } } }`,
      1,
    ],
    ["upstream", `{ gateway: { controlUi: { enabled: false } } }`, 0],
    ["upstream", `{ gateway: { trustedProxies: ["10.0.0.1"] } }`, 0],
    ["upstream", `{ gateway: { bind: "lan" } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(gatewayTrustedProxiesMissing, text, { profile }).length,
        expected,
      ));
  }
});
