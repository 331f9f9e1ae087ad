import assert from "node:assert/strict";
import { gatewayTailscaleFunnel } from "../../../server/src/core/rules/gateway/tailscale-funnel.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("gateway.tailscale_funnel", () => {
  for (const [profile, text, expected] of [
    ["upstream", `{ gateway: { tailscale: { mode: "funnel" } } }`, 1],
    ["upstream", `{ gateway: { tailscale: { mode: "serve" } } }`, 0],
    ["upstream", `{ gateway: { tailscale: { mode: "off" } } }`, 0],
    ["recommended", `{ gateway: { tailscale: { mode: "funnel" } } }`, 1],
    ["strict", `{ gateway: { tailscale: { mode: "\${MODE}" } } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(gatewayTailscaleFunnel, text, { profile }).length,
        expected,
      ));
  }
});
