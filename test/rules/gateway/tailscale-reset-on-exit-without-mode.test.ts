import assert from "node:assert/strict";
import { gatewayTailscaleResetOnExitWithoutMode } from "../../../server/src/core/rules/gateway/tailscale-reset-on-exit-without-mode.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles, fixesByTitle } from "../../support/offered-fixes.ts";

const code = "gateway.tailscale_reset_on_exit_without_mode";

describe(code, () => {
  it("points at the setting", () =>
    check(
      gatewayTailscaleResetOnExitWithoutMode,
      `{
  gateway: { tailscale: { resetOnExit: true } },
  //                                   ^^^^ gateway.tailscale_reset_on_exit_without_mode
}`,
    ));
  for (const [tailscale, expected] of [
    [`resetOnExit: true`, ["hint", "info"]],
    [`resetOnExit: true, mode: "off"`, ["hint", "info"]],
    [`resetOnExit: true, mode: "serve"`, ["silent", "silent"]],
    [`resetOnExit: true, mode: "\${TS}"`, ["silent", "silent"]],
    [`resetOnExit: false`, ["silent", "silent"]],
  ] as const)
    it(tailscale, () =>
      assert.deepEqual(
        inProfiles(
          code,
          `{ gateway: { mode: "local", tailscale: { ${tailscale} } } }`,
        ),
        expected,
      ),
    );
  it("removes it", () =>
    assert.deepEqual(
      fixesByTitle(
        code,
        `{ gateway: { mode: "local", tailscale: { mode: "off", resetOnExit: true } } }`,
      ),
      {
        "Remove it": `{ gateway: { mode: "local", tailscale: { mode: "off" } } }`,
      },
    ));
});
