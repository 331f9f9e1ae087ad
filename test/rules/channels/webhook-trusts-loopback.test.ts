import assert from "node:assert/strict";
import { channelsWebhookTrustsLoopback as rule } from "../../../server/src/core/rules/channels/webhook-trusts-loopback.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

const server = `bluebubbles: { serverUrl: "http://127.0.0.1:1", password: "p", allowFrom: ["+1555"] }`;

describe("channels.webhook_trusts_loopback", () => {
  it("points at what sends strangers through loopback", () =>
    check(
      rule,
      `{ channels: { ${server} }, gateway: {
  tailscale: { mode: "serve" },
  //                 ^^^^^^^ channels.webhook_trusts_loopback
  trustedProxies: ["10.0.0.5", "127.0.0.1"],
  //                           ^^^^^^^^^^^ channels.webhook_trusts_loopback
} }`,
    ));
  for (const text of [
    `{ gateway: { tailscale: { mode: "serve" } }, channels: { telegram: {} } }`,
    `{ gateway: { tailscale: { mode: "off" } }, channels: { ${server} } }`,
    `{ gateway: { trustedProxies: ["10.0.0.5", "\${PROXY}"] }, channels: { ${server} } }`,
    `{ gateway: { tailscale: { mode: "serve" } }, channels: { bluebubbles: { enabled: false, serverUrl: "http://x" } } }`,
    `{ gateway: { tailscale: { mode: "serve" } }, channels: { bluebubbles: {} } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("is an error where the internet gets in", () => {
    const text = `{ gateway: { mode: "local", auth: { mode: "password", password: "\${P}" }, tailscale: { mode: "funnel" } }, channels: { ${server} } }`;
    assert.deepEqual(severitiesOf(rule, text), ["error"]);
    assert.deepEqual(severitiesOf(rule, text.replace("funnel", "serve")), [
      "warning",
    ]);
    assert.deepEqual(offeredFixes(rule, text), [
      [
        "Do not publish the gateway over Tailscale",
        text.replace("funnel", "off"),
      ],
    ]);
  });
});
