import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
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
import { defineRule, type RelatedPlace } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

/** A proxy on this computer that may pass on headers which its callers made up. */
function otherProxy(
  config: ConfigView,
): (RelatedPlace & { readonly isTailscalePerhaps: boolean }) | undefined {
  const { found } = proxyEvidence(config);
  if (found?.isCertain === true)
    return { at: found.at, message: found.reason, isTailscalePerhaps: false };
  const trusted = trustedProxies(config).list.find(trustsThisComputer);
  if (trusted !== undefined)
    return {
      at: trusted.lookup,
      message: "A proxy on this computer is expected here",
      isTailscalePerhaps: true,
    };
  return (
    found && { at: found.at, message: found.reason, isTailscalePerhaps: true }
  );
}

interface Judged {
  readonly isWarning: boolean;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

function judge(config: ConfigView, mode: Lookup): Judged | undefined {
  const proxy = otherProxy(config);
  const isServed = is(mode, "serve");
  if (proxy === undefined)
    return isServed
      ? undefined
      : {
          isWarning: true,
          message:
            'gateway.auth.allowTailscale lets in whoever sends Tailscale\'s headers from this computer, and gateway.tailscale.mode is not "serve", which would set them',
          related:
            mode.state === "absent"
              ? []
              : [{ at: mode, message: "Tailscale sets no headers here" }],
        };
  const { isTailscalePerhaps, ...related } = proxy;
  return {
    isWarning: isServed && isTailscalePerhaps,
    message:
      "Requests with Tailscale's headers need no login, and a proxy on this computer may pass on headers that its callers made up: they are let in as anybody",
    related: [related],
  };
}

export const gatewayTailscaleHeadersTrusted = defineRule({
  code: "gateway.tailscale_headers_trusted",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...gatewayAuthPatterns,
    ...gatewayModePatterns,
    ...proxyEvidencePatterns,
    ...trustedProxyPatterns,
    "gateway.auth.allowTailscale",
    "gateway.tailscale.mode",
  ],
  fixable: "always",
  docs: {
    summary: "Tailscale's headers replace the login, and others can send them",
    why: "With `gateway.auth.allowTailscale`, which Serve switches on by itself, a request from this computer that has a `Tailscale-User-Login` header and three forwarding headers needs no token. Tailscale takes such headers out of what its callers send. nginx, Caddy and others on the same computer pass them on, so a stranger who sends them is let in past the token.",
    remedy:
      "Set `gateway.auth.allowTailscale` to false, so that everybody needs the token, wherever something other than Tailscale Serve leads to the gateway.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}", allowTailscale: true }, trustedProxies: ["127.0.0.1"] } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}", allowTailscale: false }, trustedProxies: ["127.0.0.1"] } }`,
    since: "next",
    calm: "Serve alone, as documented, is left in peace. Beside Serve a proxy on this computer in `trustedProxies` is a warning, as it may be Tailscale itself. Without Serve and without a proxy in sight, a written `allowTailscale: true` is a warning: it helps only those who run `tailscale serve` by hand.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the setting.",
    },
  },
  *check(config) {
    const allow = config.at("gateway.auth.allowTailscale");
    const mode = config.at("gateway.tailscale.mode");
    if (!is(allow, true) && !is(mode, "serve")) return;
    const auth = gatewayAuth(config);
    // Where nobody has to log in there is nothing to get past; with a password Serve does not switch it on (gateway/auth.js).
    const isOn =
      is(allow, true) || (allow.state === "absent" && auth.mode === "token");
    const asksForLogin = auth.mode === "token" || auth.mode === "password";
    if (!isOn || !asksForLogin || isClientFile(config)) return;
    const judged = judge(config, mode);
    if (judged === undefined) return;
    yield {
      at: allow,
      place: allow.state === "absent" ? mode : allow,
      ...(judged.isWarning
        ? { severity: { recommended: "warning", strict: "error" } as const }
        : {}),
      message: judged.message,
      related: judged.related,
      fixes: [
        {
          title: "Require the login from everybody",
          safety: "review",
          preferred: true,
          asks: "Devices that come through Tailscale will need the token or password.",
          changes: [
            {
              op: "set",
              path: ["gateway", "auth", "allowTailscale"],
              value: false,
            },
          ],
        },
      ],
    };
  },
});
