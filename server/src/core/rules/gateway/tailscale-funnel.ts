import type { Fix } from "../../config/fix.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

const change = (mode: "serve" | "off", title: string, asks: string): Fix => ({
  title,
  safety: "review",
  asks,
  changes: [{ op: "set", path: ["gateway", "tailscale", "mode"], value: mode }],
});

export const gatewayTailscaleFunnel = defineRule({
  code: "gateway.tailscale_funnel",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: ["gateway.tailscale.mode"],
  fixable: "always",
  docs: {
    summary: "Tailscale Funnel puts the gateway on the internet",
    why: "Funnel gives the gateway a public address. From then on a single password stands between everybody and an assistant that reads mail and runs commands.",
    remedy:
      "Use `serve`: the same address, for the devices of your own tailnet only.",
    bad: `{ gateway: { mode: "local", auth: { mode: "password", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" }, tailscale: { mode: "funnel" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "password", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" }, tailscale: { mode: "off" } } }`,
    since: "next",
    calm: 'Only the written value "funnel" is reported.',
    upstream: { relation: "same", checkId: "gateway.tailscale_funnel" },
  },
  *check(config) {
    const mode = config.at("gateway.tailscale.mode");
    if (!is(mode, "funnel")) return;
    yield {
      at: mode,
      message:
        'gateway.tailscale.mode is "funnel": the whole internet reaches the gateway',
      fixes: [
        {
          ...change(
            "serve",
            "Serve to your tailnet only",
            "Devices outside your tailnet will no longer reach the gateway.",
          ),
          preferred: true,
        },
        change(
          "off",
          "Switch Tailscale off",
          "Only this computer will reach the gateway.",
        ),
      ],
    };
  },
});
