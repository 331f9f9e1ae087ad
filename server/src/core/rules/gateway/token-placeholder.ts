import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { isPublishedExample } from "../secrets/published-examples.ts";
import { defineRule } from "../rule.ts";
import { replaceSecret, tokenVariable } from "./gateway-secret.ts";

export const gatewayTokenPlaceholder = defineRule({
  code: "gateway.token_placeholder",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...gatewayAuthPatterns],
  fixable: "always",
  docs: {
    summary: "The gateway's secret is a published example",
    why: "The value stands in articles and documentation, so whoever looks for open gateways tries it first. The official audit accepts it.",
    remedy: "Generate a new secret, or read it from the environment.",
    bad: `{ gateway: { mode: "local", auth: { mode: "token", token: "your-long-random-token-here" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "token", token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: "It knows published values and the shapes of unfilled templates; a secret that somebody made up has none of them.",
    upstream: {
      relation: "ours",
      reason:
        "The audit measures length alone, and the best-known example is long enough.",
    },
  },
  *check(config) {
    const auth = gatewayAuth(config);
    for (const key of ["token", "password"] as const) {
      const secret = auth[key];
      // The secret that the mode leaves unused opens nothing.
      if (
        auth.mode !== key ||
        secret.state !== "set" ||
        typeof secret.value !== "string"
      )
        continue;
      if (!isPublishedExample(secret.value)) continue;
      const variable =
        key === "token" ? tokenVariable : "CLAWDBOT_GATEWAY_PASSWORD";
      yield {
        at: secret,
        message: `The gateway ${key} is a published example, which anybody can look up`,
        fixes: [
          {
            ...replaceSecret(["gateway", "auth", key], config.situation),
            preferred: true,
          },
          {
            title: `Read it from ${variable}`,
            safety: "review",
            asks: `The gateway will not start until ${variable} is set where it runs.`,
            introduces: [variable],
            changes: [
              {
                op: "set",
                path: ["gateway", "auth", key],
                value: `\${${variable}}`,
              },
            ],
          },
        ],
      };
    }
  },
});
