import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const gatewayTailscaleResetOnExitWithoutMode = defineRule({
  code: "gateway.tailscale_reset_on_exit_without_mode",
  effect: "note",
  severity: { recommended: "hint", strict: "info" },
  watches: ["gateway.tailscale.mode", "gateway.tailscale.resetOnExit"],
  fixable: "always",
  docs: {
    summary: "There is nothing for Tailscale to reset",
    why: "`resetOnExit` undoes Serve or Funnel when the gateway ends. With mode `off`, the default, the gateway starts neither and undoes nothing, not even what was started by hand.",
    remedy: "Remove it, or set `gateway.tailscale.mode`.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tailscale: { resetOnExit: true } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It needs the written value `true`, and no mode or the mode `off`.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at the mode alone.",
    },
  },
  *check(config) {
    const reset = config.at("gateway.tailscale.resetOnExit");
    if (!is(reset, true)) return;
    const mode = config.at("gateway.tailscale.mode");
    if (mode.state !== "absent" && !is(mode, "off")) return;
    yield {
      at: reset,
      message: `gateway.tailscale.resetOnExit has nothing to undo, as gateway.tailscale.mode is ${mode.state === "absent" ? "not set" : '"off"'}`,
      fixes: [
        {
          title: "Remove it",
          safety: "safe",
          preferred: true,
          changes: [
            { op: "remove", path: ["gateway", "tailscale", "resetOnExit"] },
          ],
        },
      ],
    };
  },
});
