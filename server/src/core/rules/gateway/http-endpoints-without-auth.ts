import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import {
  gatewayReach,
  gatewayReachPatterns,
  reachText,
} from "../../access/gateway-reach.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { requireLogin, unlessSet } from "./gateway-secret.ts";
import { endpointPatterns, openEndpoints } from "./http-endpoint-list.ts";

export const gatewayHttpEndpointsWithoutAuth = defineRule({
  code: "gateway.http_endpoints_without_auth",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...gatewayAuthPatterns,
    ...gatewayReachPatterns,
    ...gatewayModePatterns,
    ...endpointPatterns,
  ],
  fixable: "always",
  docs: {
    summary: "Agents can be driven by anybody's HTTP requests",
    why: "One request runs an agent with all its tools, and nobody has to show a secret. On loopback that is every program and every user of this computer, whoever comes through a proxy, and perhaps a web page that is open in a browser here: the gateway does not look at where a request comes from.",
    remedy: "Require a token, or switch the endpoint off.",
    bad: `{ gateway: { mode: "local", http: { endpoints: { chatCompletions: { enabled: true } } } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" }, http: { endpoints: { chatCompletions: { enabled: false } } } } }`,
    since: "next",
    calm: "It needs an endpoint that the file switches on, and no secret in sight. Where a variable may hold the secret, the message says so.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at the endpoints.",
    },
  },
  *check(config) {
    const open = openEndpoints(config);
    if (open.length === 0 || isClientFile(config)) return;
    const auth = gatewayAuth(config);
    if (auth.mode !== "none") return;
    const { who } = gatewayReach(config);
    for (const { enabled, address, switchOff } of open)
      yield {
        at: enabled,
        message: `${address} runs agents for ${reachText[who]}, without a login${unlessSet(auth.hinges)}`,
        hinges: auth.hinges,
        related: [
          {
            at: config.at("gateway.auth"),
            message: "No login is required here",
          },
        ],
        fixes: [...requireLogin(config.situation), switchOff],
      };
  },
});
