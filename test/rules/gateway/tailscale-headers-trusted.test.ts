import assert from "node:assert/strict";
import { gatewayTailscaleHeadersTrusted } from "../../../server/src/core/rules/gateway/tailscale-headers-trusted.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.tailscale_headers_trusted";
const token = `auth: { token: "\${T}" }`;
const allow = `auth: { token: "\${T}", allowTailscale: true }`;
const serve = `tailscale: { mode: "serve" }`;
const slack = `channels: { slack: { mode: "http", signingSecret: "\${S}" } }`;

describe(code, () => {
  it("points at the setting", () =>
    check(
      gatewayTailscaleHeadersTrusted,
      `{
  gateway: { auth: { token: "\${T}", allowTailscale: true }, trustedProxies: ["::1"] },
  //                                                ^^^^ gateway.tailscale_headers_trusted
}`,
    ));
  it("points at Serve where that switches it on", () =>
    check(
      gatewayTailscaleHeadersTrusted,
      `{
  gateway: { auth: { token: "\${T}" }, trustedProxies: ["::1"], tailscale: { mode: "serve" } },
  //                                                                              ^^^^^^^ gateway.tailscale_headers_trusted
}`,
    ));
  for (const [gateway, more, expected] of [
    // As documented.
    [`${token}, ${serve}`, "", ["silent", "silent"]],
    [`${allow}, ${serve}`, "", ["silent", "silent"]],
    // The proxy may be Tailscale itself, or another one.
    [
      `${token}, ${serve}, trustedProxies: ["127.0.0.1"]`,
      "",
      ["warning", "error"],
    ],
    [
      `${token}, ${serve}, trustedProxies: ["10.0.0.5"]`,
      "",
      ["silent", "silent"],
    ],
    // Slack does not come through Serve.
    [`${token}, ${serve}`, slack, ["error", "error"]],
    [`${allow}, trustedProxies: ["127.0.0.1"]`, "", ["error", "error"]],
    [`${allow}, controlUi: { basePath: "/bot" }`, "", ["error", "error"]],
    [allow, slack, ["error", "error"]],
    [allow, "", ["warning", "error"]],
    [`${allow}, tailscale: { mode: "off" }`, "", ["warning", "error"]],
    // Other computers' proxies do not connect from this one (gateway/auth.js).
    [
      `${allow}, ${serve}, trustedProxies: ["10.0.0.5"]`,
      "",
      ["silent", "silent"],
    ],
    // With a password Serve does not switch it on.
    [
      `auth: { password: "\${P}" }, ${serve}, trustedProxies: ["::1"]`,
      "",
      ["silent", "silent"],
    ],
    [
      `auth: { password: "\${P}", allowTailscale: true }, trustedProxies: ["::1"]`,
      "",
      ["error", "error"],
    ],
    // There is no login to get past.
    [
      `auth: { allowTailscale: true }, trustedProxies: ["::1"]`,
      "",
      ["silent", "silent"],
    ],
    [
      `auth: { token: "\${T}", allowTailscale: false }, ${serve}, trustedProxies: ["::1"]`,
      "",
      ["silent", "silent"],
    ],
  ] as const)
    it(`${gateway} ${more}`, () =>
      assert.deepEqual(
        inProfiles(code, `{ gateway: { mode: "local", ${gateway} }, ${more} }`),
        expected,
      ));
  it("requires the login from everybody", () =>
    assert.deepEqual(
      fixesByTitle(code, `{ gateway: { mode: "local", ${allow} } }`),
      {
        "Require the login from everybody": `{ gateway: { mode: "local", auth: { token: "\${T}", allowTailscale: false } } }`,
      },
    ));
});
