import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import {
  proxyEvidence,
  proxyEvidencePatterns,
} from "../../access/proxy-evidence.ts";
import {
  trustedProxies,
  trustedProxyPatterns,
  trustsThisComputer,
} from "../../access/trusted-proxies.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";
import { requireLogin, unlessSet } from "./gateway-secret.ts";

/** What makes an open port on loopback worse than that: a way in from elsewhere. */
interface WayIn {
  readonly at: Lookup;
  readonly message: string;
  readonly reason: string;
  readonly severity: SeverityByProfile;
}

function wayIn(config: ConfigView): WayIn | undefined {
  const tailscale = config.at("gateway.tailscale.mode");
  if (is(tailscale, "serve"))
    return {
      at: tailscale,
      // Over WebSocket a proxy without a login behind it is refused; over HTTP Tailscale's word is enough (gateway/auth.js).
      message:
        "Tailscale Serve leads to a gateway without a token or password: everybody in the tailnet can run its tools over HTTP, and the Control UI is refused",
      reason: "Tailscale lets the tailnet in here",
      severity: { recommended: "warning", strict: "error" },
    };
  // A proxy that is listed is told by a rule of its own.
  if (trustedProxies(config).list.some(trustsThisComputer)) return undefined;
  const { found } = proxyEvidence(config);
  return (
    found && {
      at: found.at,
      message:
        "A proxy seems to stand in front of a gateway without a token or password: whoever reaches the proxy can run its tools",
      reason: found.reason,
      severity: {
        recommended: found.isCertain ? "error" : "warning",
        strict: "error",
      },
    }
  );
}

export const gatewayLoopbackNoAuth = defineRule({
  code: "gateway.loopback_no_auth",
  effect: "risk",
  severity: { upstream: "error", recommended: "info", strict: "warning" },
  watches: [
    ...bindPatterns,
    ...gatewayAuthPatterns,
    ...proxyEvidencePatterns,
    ...trustedProxyPatterns,
    "gateway.mode",
    "gateway.controlUi.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway asks nobody on this computer for a login",
    why: "Every program and every user of this computer can drive the assistant: the gateway always answers `POST /tools/invoke`, which runs tools for whoever is let in and does not look at where a request comes from, so even a web page that is open in a browser here may send one. A reverse proxy or tunnel in front of the port lets strangers in the same way.",
    remedy:
      "Require a token. Keep it in the environment, or let Clawdbot Config generate one.",
    bad: `{ gateway: { mode: "local", bind: "loopback" } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "In the recommended profile it is an info, silent once a secret is in the file or known to be in the environment, and silent for a file that only points to a remote gateway. It is worse where the file itself points to a way in from elsewhere: Tailscale Serve, a base path for the Control UI, a channel whose service calls the gateway.",
    upstream: { relation: "same", checkId: "gateway.loopback_no_auth" },
  },
  *check(config) {
    if (bindOf(config).value !== "loopback") return;
    const auth = gatewayAuth(config);
    if (auth.mode !== "none") return;
    const way = wayIn(config);
    yield {
      at: config.at("gateway.auth"),
      message: `${way?.message ?? "Programs on this computer reach the gateway without a token or password"}${unlessSet(auth.hinges)}`,
      hinges: auth.hinges,
      onlyUpstream: is(config.at("gateway.mode"), "remote"),
      // The audit thinks of the Control UI alone; its port answers programs all the same.
      ...(is(config.at("gateway.controlUi.enabled"), false) && {
        asUpstream: false,
      }),
      ...(way && {
        severity: way.severity,
        related: [{ at: way.at, message: way.reason }],
      }),
      fixes: requireLogin(config.situation),
    };
  },
});
