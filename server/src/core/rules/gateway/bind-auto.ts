import {
  bindOf,
  bindPatterns,
  gatewayAuth,
  gatewayAuthPatterns,
} from "../../access/gateway-auth.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";

export const gatewayBindAuto = defineRule({
  code: "gateway.bind_auto",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [...bindPatterns, ...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "The gateway's bind depends on luck",
    why: "`auto` is 127.0.0.1, and every address of the computer where that one cannot be used. It never means the tailnet or the network on purpose, yet the gateway refuses to start with it unless there is a login.",
    remedy: 'Write what you mean: `bind: "loopback"`.',
    bad: `{ gateway: { mode: "local", bind: "auto", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    good: `{ gateway: { mode: "local", bind: "loopback", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: 'An info for the written value "auto".',
    upstream: {
      relation: "ours",
      reason: "The audit objects to such a bind only where there is no login.",
    },
  },
  *check(config) {
    const { value, lookup } = bindOf(config);
    if (value !== "auto" || isClientFile(config)) return;
    // With a login both start and both listen on 127.0.0.1 (gateway/net.js); without one only loopback starts.
    const isSame = gatewayAuth(config).mode !== "none";
    yield {
      at: lookup,
      message:
        'gateway.bind is "auto": that is loopback, or every network where loopback cannot be used',
      fixes: [
        {
          title: "Bind to loopback",
          safety: isSame ? "safe" : "review",
          preferred: isSame,
          changes: [
            { op: "set", path: ["gateway", "bind"], value: "loopback" },
          ],
        },
      ],
    };
  },
});
