import {
  gatewayReach,
  gatewayReachPatterns,
} from "../../access/gateway-reach.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

export const gatewayTlsOff = defineRule({
  code: "gateway.tls_off",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    ...gatewayReachPatterns,
    ...gatewayModePatterns,
    "gateway.tls.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway talks to the network in plain text",
    why: "The token and every message can be read on the way, and a token that was read once lets its reader in for good.",
    remedy:
      "Bind the gateway to loopback and reach it through Tailscale Serve or an SSH tunnel, which encrypt; or switch the gateway's own TLS on. Clients then use `wss://` and, for a certificate that the gateway made itself, pin it with `gateway.remote.tlsFingerprint`.",
    bad: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, tls: { enabled: true } } }`,
    since: "next",
    calm: "It needs a written bind that other machines reach. A tailnet encrypts by itself, so there it belongs to the strict profile.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at TLS.",
    },
  },
  *check(config) {
    const { who, by } = gatewayReach(config);
    // Serve and Funnel end TLS themselves, and reach the gateway on this computer.
    if (by.path[1] !== "bind" || who === "computer") return;
    const tls = config.at("gateway.tls.enabled");
    if (isClientFile(config) || tls.state === "env" || is(tls, true)) return;
    yield {
      at: tls,
      related: [{ at: by, message: "Other machines reach the gateway here" }],
      ...(who === "tailnet" ? { severity: { strict: "info" } as const } : {}),
      onlyStrict: who === "tailnet",
      message:
        who === "tailnet"
          ? "gateway.tls is off: within the tailnet, clients and browsers see plain HTTP"
          : "gateway.tls is off: the token and every message cross the network in plain text",
      fixes: [
        {
          title: "Switch TLS on",
          safety: "review",
          asks: "Clients have to use wss:// and know the gateway's certificate. Without one of its own the gateway makes a pair, for which it needs openssl.",
          changes: [
            { op: "set", path: ["gateway", "tls", "enabled"], value: true },
          ],
        },
      ],
    };
  },
});
