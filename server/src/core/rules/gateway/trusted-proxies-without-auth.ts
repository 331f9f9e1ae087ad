import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import {
  trustedProxies,
  trustedProxyPatterns,
  trustsThisComputer,
} from "../../access/trusted-proxies.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { requireLogin, unlessSet } from "./gateway-secret.ts";
import { proxyAdvice } from "./proxy-advice.ts";

export const gatewayTrustedProxiesWithoutAuth = defineRule({
  code: "gateway.trusted_proxies_without_auth",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...bindPatterns,
    ...gatewayAuthPatterns,
    ...gatewayModePatterns,
    ...trustedProxyPatterns,
  ],
  fixable: "always",
  docs: {
    summary: "A proxy is trusted, and nobody has to log in",
    why: "Whoever reaches the proxy reaches the gateway, which asks nothing: tools can be run over HTTP at once. A proxy that appends to `X-Forwarded-For` makes it worse: a caller who sends `X-Forwarded-For: 127.0.0.1` counts as this computer, and the device is paired without anybody being asked. Without the list the gateway would at least refuse WebSocket connections that come through a proxy.",
    remedy: `Require a token or password. ${proxyAdvice}`,
    bad: `{ gateway: { mode: "local", bind: "loopback", trustedProxies: ["127.0.0.1", "::1"] } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", trustedProxies: ["127.0.0.1", "::1"], auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It needs a listed address that a connection to this gateway can come from, and no secret in sight. Where a variable may hold the secret, the message says so.",
    upstream: {
      relation: "ours",
      reason:
        "The audit asks for trusted proxies and for a login, each by itself.",
    },
  },
  *check(config) {
    const { list } = trustedProxies(config);
    if (list.length === 0 || isClientFile(config)) return;
    const bind = bindOf(config);
    // With any other bind the gateway does not start without a login, and that is told already.
    if (bind.value !== "loopback" && bind.value !== "unknown") return;
    const auth = gatewayAuth(config);
    if (auth.mode !== "none" || !list.some(trustsThisComputer)) return;
    const [token, generated] = requireLogin(config.situation);
    yield {
      at: config.at("gateway.trustedProxies"),
      message: `A proxy is trusted and no token or password is required: whoever reaches the proxy can run tools, and one who forges X-Forwarded-For is paired as this computer${unlessSet(auth.hinges)}`,
      hinges: auth.hinges,
      related: [
        { at: config.at("gateway.auth"), message: "No login is required here" },
        ...(bind.lookup.state === "absent"
          ? []
          : [
              {
                at: bind.lookup,
                message: "The proxy reaches the gateway here",
              },
            ]),
      ],
      fixes: [
        token,
        generated,
        {
          title: "Trust no proxy",
          safety: "review",
          asks: "Clients that come through the proxy will be refused as long as there is no login.",
          changes: [{ op: "remove", path: ["gateway", "trustedProxies"] }],
        },
      ],
    };
  },
});
