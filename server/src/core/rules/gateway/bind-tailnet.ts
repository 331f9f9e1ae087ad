import { bindOf, bindPatterns } from "../../access/gateway-auth.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { bindToLoopback, serveThroughTailscale } from "./bind-fixes.ts";

export const gatewayBindTailnet = defineRule({
  code: "gateway.bind_tailnet",
  effect: "risk",
  severity: { recommended: "info", strict: "info" },
  watches: [...bindPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "Every device of the tailnet reaches the gateway",
    why: "Shared machines and other people's devices in the tailnet get as far as the login. Browsers see plain HTTP there, so the Control UI refuses to work, and programs on this computer cannot use 127.0.0.1. Where the computer has no tailnet address when the gateway starts, it listens on 127.0.0.1 and nobody else gets in.",
    remedy:
      "Nothing, if the tailnet is yours alone. Tailscale Serve with a gateway on loopback does the same with HTTPS.",
    bad: `{ gateway: { mode: "local", bind: "tailnet", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: 'An info for the written value "tailnet": the baseline allows it.',
    upstream: {
      relation: "ours",
      reason: "The audit objects to such a bind only where there is no login.",
    },
  },
  *check(config) {
    const { value, lookup } = bindOf(config);
    if (value !== "tailnet" || isClientFile(config)) return;
    yield {
      at: lookup,
      message:
        'gateway.bind is "tailnet": every device of the tailnet reaches the gateway, over plain HTTP',
      fixes: [serveThroughTailscale, bindToLoopback],
    };
  },
});
