import assert from "node:assert/strict";
import { gatewayTlsOff } from "../../../server/src/core/rules/gateway/tls-off.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles } from "../../support/offered-fixes.ts";

describe("gateway.tls_off", () => {
  it("points at the setting that is off", () =>
    check(
      gatewayTlsOff,
      `{
  gateway: { bind: "lan", tls: { enabled: false } },
  //                                      ^^^^^ gateway.tls_off
}`,
    ));
  it("points at the gateway where nothing is written", () =>
    check(
      gatewayTlsOff,
      `{
  "gateway": { bind: "lan" },
//^^^^^^^^^ gateway.tls_off
}`
        .replace(`  "gateway"`, `    "gateway"`)
        .replace("//^", "//  ^"),
    ));
  for (const [gateway, expected] of [
    [`bind: "lan"`, ["info", "warning"]],
    [`bind: "custom"`, ["info", "warning"]],
    // A tailnet encrypts by itself.
    [`bind: "tailnet"`, ["silent", "info"]],
    [`bind: "loopback"`, ["silent", "silent"]],
    [`bind: "auto"`, ["silent", "silent"]],
    [`bind: "lan", tls: { enabled: true }`, ["silent", "silent"]],
    [`bind: "lan", tls: { enabled: "\${TLS}" }`, ["silent", "silent"]],
    // Tailscale ends TLS itself.
    [`tailscale: { mode: "serve" }`, ["silent", "silent"]],
    [`tailscale: { mode: "funnel" }`, ["silent", "silent"]],
  ] as const)
    it(gateway, () =>
      assert.deepEqual(
        inProfiles(
          "gateway.tls_off",
          `{ gateway: { mode: "local", ${gateway} } }`,
        ),
        expected,
      ),
    );
});
