import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import {
  bindToLoopback,
  bindToTailnet,
  serveThroughTailscale,
} from "./bind-fixes.ts";

export const gatewayBindLan = defineRule({
  code: "gateway.bind_lan",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [
    ...bindPatterns,
    ...gatewayAuthPatterns,
    ...gatewayModePatterns,
    "gateway.tailscale.mode",
    "gateway.tls.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "The gateway listens on every network of this computer",
    why: "Whoever is on the same network, or finds the port through an open router or cloud firewall, gets as far as the login, and that alone stands between them and an assistant that reads mail and runs commands. Without TLS the token travels in plain text.",
    remedy:
      "Listen on loopback, and let your devices in through Tailscale Serve or an SSH tunnel. If it has to be the network, let a firewall pass a few known addresses alone. `custom` cannot name one address: this release refuses the key for it. The gateway also announces itself by multicast DNS, which only `CLAWDBOT_DISABLE_BONJOUR=1` in its environment stops.",
    bad: `{ gateway: { mode: "local", bind: "lan", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: 'It needs the written value "lan" or "custom". Where the gateway has no login, or does not start because of Tailscale, the strict profile alone speaks: those problems are told at the same word. A container that publishes its port on 127.0.0.1 alone is the one place where this is harmless: accept it there.',
    upstream: {
      relation: "ours",
      reason: "The audit objects to such a bind only where there is no login.",
    },
  },
  *check(config) {
    const { value, lookup } = bindOf(config);
    if ((value !== "lan" && value !== "custom") || isClientFile(config)) return;
    const isPlain = !is(config.at("gateway.tls.enabled"), true);
    const meaning =
      value === "custom"
        ? "this release refuses the key that would name one address, so the gateway listens on all of them"
        : "every device on the networks of this computer reaches the gateway";
    const tailscale = config.at("gateway.tailscale.mode");
    const isServed = tailscale.state !== "absent" && !is(tailscale, "off");
    // Without a login that is what to repair first.
    const hasLogin = gatewayAuth(config).mode !== "none";
    const isRefused = is(tailscale, "serve") || is(tailscale, "funnel");
    yield {
      at: lookup,
      // What is worse about this very bind is told already: no login, or a gateway that does not start.
      ...(hasLogin && !isRefused ? {} : { onlyStrict: true }),
      message: `gateway.bind is "${value}": ${meaning}${isPlain ? ", and nothing is encrypted" : ""}`,
      fixes: [
        { ...bindToLoopback, preferred: hasLogin },
        // Tailscale leads to loopback alone: where it is on already, that is the one way.
        ...(isServed ? [] : [serveThroughTailscale, bindToTailnet]),
      ],
    };
  },
});
