import assert from "node:assert/strict";
import { gatewayTailscaleServe } from "../../../server/src/core/rules/gateway/tailscale-serve.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("gateway.tailscale_serve", () => {
  for (const [profile, text, expected] of [
    ["upstream", `{ gateway: { tailscale: { mode: "serve" } } }`, 1],
    ["upstream", `{ gateway: { tailscale: { mode: "funnel" } } }`, 0],
    ["upstream", `{ gateway: { tailscale: { mode: "off" } } }`, 0],
    ["recommended", `{ gateway: { tailscale: { mode: "serve" } } }`, 0],
    ["strict", `{ gateway: { tailscale: { mode: "\${MODE}" } } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(gatewayTailscaleServe, text, { profile }).length,
        expected,
      ));
  }
});
