import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import {
  gatewayReach,
  gatewayReachPatterns,
  reachText,
} from "../../access/gateway-reach.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { endpointPatterns, openEndpoints } from "./http-endpoint-list.ts";

export const gatewayHttpEndpoints = defineRule({
  code: "gateway.http_endpoints",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    ...gatewayAuthPatterns,
    ...gatewayReachPatterns,
    ...gatewayModePatterns,
    ...endpointPatterns,
  ],
  fixable: "always",
  docs: {
    summary: "Agents can be driven by plain HTTP requests",
    why: "Whoever has the gateway's secret runs any agent with all its tools by one request, without a paired device, and may name the session to run it in.",
    remedy:
      "Leave the endpoint off unless something needs it, and keep the gateway on loopback.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, http: { endpoints: { chatCompletions: { enabled: true } } } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, http: { endpoints: { chatCompletions: { enabled: false } } } } }`,
    since: "next",
    calm: "An info, for the written value `true` alone. Without a login `gateway.http_endpoints_without_auth` speaks instead.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the endpoints.",
    },
  },
  *check(config) {
    const open = openEndpoints(config);
    if (open.length === 0 || isClientFile(config)) return;
    if (gatewayAuth(config).mode === "none") return;
    const { who } = gatewayReach(config);
    const audience = who === "computer" ? "" : `; ${reachText[who]} can try`;
    for (const { enabled, address, switchOff } of open)
      yield {
        at: enabled,
        message: `${address} runs agents for whoever has the gateway's secret, without a paired device${audience}`,
        fixes: [switchOff],
      };
  },
});
