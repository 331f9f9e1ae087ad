import assert from "node:assert/strict";
import { startupTailscaleBind } from "../../../server/src/core/rules/startup/tailscale-bind.ts";
import { check } from "../../support/check-rule.ts";
import { fate } from "./starts.ts";

describe("startup.tailscale_bind", () => {
  it("points at the bind", () =>
    check(
      startupTailscaleBind,
      `{
  gateway: { tailscale: { mode: "serve" }, bind: "lan" },
  //                                             ^^^^^ startup.tailscale_bind
}`,
    ));
  for (const [tailscale, bind, expected] of [
    ["serve", "loopback", [true, "silent"]],
    ["serve", "auto", [true, "silent"]],
    ["serve", "lan", [false, "error"]],
    ["serve", "custom", [false, "error"]],
    // A computer without a tailnet address falls back to loopback and starts.
    ["serve", "tailnet", [true, "warning"]],
    ["funnel", "lan", [false, "error"]],
    ["off", "lan", [true, "silent"]],
    ["serve", "${BIND}", [null, "info"]],
    ["${TS}", "lan", [null, "info"]],
    ["${TS}", "loopback", [true, "silent"]],
  ] as const) {
    it(`tailscale ${tailscale} and bind ${bind}`, () =>
      assert.deepEqual(
        fate(
          "startup.tailscale_bind",
          `{ gateway: { mode: "local", bind: "${bind}", tailscale: { mode: "${tailscale}" }, auth: { mode: "password", password: "x" } } }`,
        ),
        expected,
      ));
  }
});
