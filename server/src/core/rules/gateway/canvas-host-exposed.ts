import {
  gatewayReach,
  gatewayReachPatterns,
  reachText,
} from "../../access/gateway-reach.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { isCanvasOff } from "./canvas-root.ts";

export const gatewayCanvasHostExposed = defineRule({
  code: "gateway.canvas_host_exposed",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...gatewayReachPatterns,
    ...gatewayModePatterns,
    "canvasHost.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "The canvas is served to others without a login",
    why: "The gateway serves the files of its canvas folder at `/__clawdbot__/canvas/` on its own port, before it asks for a token. The assistant writes pages there, which may hold what you asked it about. On loopback only this computer sees them.",
    remedy:
      "Set `canvasHost.enabled` to false if no phone or tablet of yours shows the canvas, or keep the gateway on loopback.",
    bad: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } }, canvasHost: { enabled: false } }`,
    since: "next",
    calm: "The canvas is on by default, so it needs a written bind or Tailscale mode that lets others reach the port. Within a tailnet it is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the canvas.",
    },
  },
  *check(config) {
    const { who, by } = gatewayReach(config);
    if (who === "computer") return;
    const enabled = config.at("canvasHost.enabled");
    if (isCanvasOff(enabled) || isClientFile(config)) return;
    yield {
      at: enabled,
      ...(who === "tailnet"
        ? { severity: { recommended: "info", strict: "info" } as const }
        : {}),
      message: `The canvas at /__clawdbot__/canvas/ needs no login, and ${reachText[who]} can open it`,
      related: [{ at: by, message: "Others reach the gateway here" }],
      fixes: [
        {
          title: "Switch the canvas off",
          safety: "review",
          asks: "Phones and tablets will no longer show the assistant's canvas.",
          changes: [
            { op: "set", path: ["canvasHost", "enabled"], value: false },
          ],
        },
      ],
    };
  },
});
