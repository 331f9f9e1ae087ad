import assert from "node:assert/strict";
import { gatewayTrustedProxiesMissing } from "../../../server/src/core/rules/gateway/trusted-proxies-missing.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { fixesByTitle } from "../../support/offered-fixes.ts";

const slack = `channels: { slack: { mode: "http", signingSecret: "\${S}" } }`;

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
    ["recommended", `{ ${slack} }`, 1],
    [
      "recommended",
      `{ channels: { slack: { accounts: { work: { mode: "http" } } } } }`,
      1,
    ],
    ["recommended", `{ channels: { slack: { mode: "socket" } } }`, 0],
    [
      "recommended",
      `{ channels: { slack: { enabled: false, mode: "http" } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { zalo: { webhookUrl: "https://bot.example.net/zalo" } } }`,
      1,
    ],
    // Funnel is what lets Slack in.
    [
      "recommended",
      `{ gateway: { tailscale: { mode: "funnel" } }, ${slack} }`,
      0,
    ],
    // The audit thinks of the Control UI alone; the proxy reaches the rest as well.
    ["upstream", `{ gateway: { controlUi: { enabled: false } } }`, 0],
    ["strict", `{ gateway: { controlUi: { enabled: false } } }`, 0],
    ["upstream", `{ gateway: { controlUi: { enabled: false } }, ${slack} }`, 0],
    [
      "recommended",
      `{ gateway: { controlUi: { enabled: false } }, ${slack} }`,
      1,
    ],
    ["upstream", `{ gateway: { trustedProxies: ["10.0.0.1"] } }`, 0],
    ["upstream", `{ gateway: { bind: "lan" } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(gatewayTrustedProxiesMissing, text, { profile }).length,
        expected,
      ));
  }
  it("trusts no proxy in front of a gateway that asks nobody for a login", () => {
    const file = (auth: string): string =>
      `{ gateway: { mode: "local"${auth}, controlUi: { basePath: "/bot" } } }`;
    const code = "gateway.trusted_proxies_missing";
    assert.deepEqual(Object.keys(fixesByTitle(code, file(""))), []);
    assert.deepEqual(
      Object.keys(fixesByTitle(code, file(`, auth: { token: "\${T}" }`))),
      ["Trust a proxy on this computer"],
    );
  });
});
