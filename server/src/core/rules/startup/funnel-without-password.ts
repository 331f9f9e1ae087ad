import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { is } from "../../config/config-view.ts";
import {
  passwordVariable,
  requirePassword,
  unlessSet,
} from "../gateway/gateway-secret.ts";
import { defineRule } from "../rule.ts";
import {
  gatewayModePatterns,
  hanging,
  isClientFile,
  isModeOpen,
  namesIn,
} from "./obstacle.ts";

export const startupFunnelWithoutPassword = defineRule({
  code: "startup.funnel_without_password",
  effect: "no-start",
  severity: { recommended: "error", strict: "error" },
  watches: [
    "gateway.tailscale.mode",
    ...gatewayAuthPatterns,
    ...gatewayModePatterns,
  ],
  fixable: "always",
  docs: {
    summary: "Tailscale Funnel needs a password, and the gateway has none",
    why: 'Funnel puts the gateway on the open internet. Without a password it ends with "tailscale funnel requires gateway auth mode=password (set gateway.auth.password or CLAWDBOT_GATEWAY_PASSWORD)". A token is not enough.',
    remedy:
      "Use `serve`, which stays within your tailnet; or set a password, and know that everybody can try it.",
    bad: `{ gateway: { mode: "local", tailscale: { mode: "funnel" }, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", tailscale: { mode: "serve" }, auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "Where a variable may hold the password or choose the mode, it is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit reports Funnel itself, whatever the login.",
    },
  },
  *check(config) {
    if (isClientFile(config)) return;
    const tailscale = config.at("gateway.tailscale.mode");
    const isOpen = tailscale.state === "env";
    const auth = gatewayAuth(config);
    // A mode password without a password is told on its own.
    if (!(is(tailscale, "funnel") || isOpen) || auth.mode === "password")
      return;
    if (auth.mode === "unknown" && !isModeOpen(auth)) return;
    const hinges =
      auth.modeSource.state === "absent"
        ? auth.hinges.filter((name) => name === passwordVariable)
        : [];
    const lead = isOpen
      ? `If ${namesIn(tailscale)} is "funnel", the gateway does not start without a password`
      : auth.mode === "unknown"
        ? `Funnel needs a password, so the gateway starts only if ${namesIn(auth.modeSource)} is "password"`
        : "The gateway does not start: Tailscale Funnel wants it to ask for a password";
    yield {
      at: tailscale,
      ...hanging(isOpen || auth.mode === "unknown" || hinges.length > 0),
      message: `${lead}${unlessSet(hinges)}`,
      hinges,
      fixes: [
        {
          title: "Serve it within the tailnet only",
          safety: "review",
          preferred: true,
          asks: "The gateway will no longer be reachable from the internet.",
          changes: [
            {
              op: "set",
              path: ["gateway", "tailscale", "mode"],
              value: "serve",
            },
          ],
        },
        ...requirePassword(config.situation).map((fix) => ({
          ...fix,
          preferred: false,
        })),
      ],
    };
  },
});
