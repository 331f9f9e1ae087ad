import { gatewayAuth, gatewayAuthPatterns } from "../../access/gateway-auth.ts";
import { is } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { gatewayModePatterns, isClientFile } from "../startup/obstacle.ts";
import { secretVariables } from "./secret-in-use.ts";

const kinds = ["token", "password"] as const;

export const gatewayEmptySecretHidesEnvironment = defineRule({
  code: "gateway.empty_secret_hides_environment",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...gatewayAuthPatterns, ...gatewayModePatterns],
  fixable: "always",
  docs: {
    summary: "An empty secret hides the one in the environment",
    why: "A secret in the file comes before the variable of the same meaning, and an empty one still comes before it. The gateway then has no login at all, although `CLAWDBOT_GATEWAY_TOKEN` or `CLAWDBOT_GATEWAY_PASSWORD` is set where it runs.",
    remedy:
      "Remove the empty key, so that the variable counts, or refer to the variable.",
    bad: `{ gateway: { mode: "local", auth: { token: "" } } }`,
    good: `{ gateway: { mode: "local", auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    since: "next",
    calm: 'It is about the written value "" alone. Where the other secret is asked for it belongs to the strict profile, and where the gateway does not start for want of the secret, that is told instead.',
    upstream: {
      relation: "ours",
      reason: "The audit sees a gateway without a login, and not why.",
    },
  },
  *check(config) {
    const auth = gatewayAuth(config);
    if (isClientFile(config)) return;
    for (const kind of kinds) {
      const secret = auth[kind];
      if (!is(secret, "") || auth.mode === kind) continue;
      const variable = secretVariables[kind];
      const isOpen = auth.mode === "none";
      const path = ["gateway", "auth", kind];
      const remove: Fix = {
        title: `Remove it, so that ${variable} counts`,
        safety: "review",
        changes: [{ op: "remove", path }],
      };
      const refer: Fix = {
        title: `Read it from ${variable}`,
        safety: "review",
        preferred: true,
        asks: `Clawdbot will refuse the file until ${variable} is set where it runs.`,
        introduces: [variable],
        changes: [{ op: "set", path, value: `\${${variable}}` }],
      };
      const generate: Fix = {
        title: "Generate a new one here",
        safety: "review",
        asks: "Every client needs the new secret.",
        changes: [{ op: "set", path, value: config.situation.newSecret }],
      };
      yield {
        at: secret,
        ...(isOpen ? {} : { severity: { strict: "info" } as const }),
        onlyStrict: !isOpen,
        message: isOpen
          ? `gateway.auth.${kind} is empty: the gateway asks nobody for a login, and ${variable} does not count either`
          : `gateway.auth.${kind} is empty, which also hides ${variable}`,
        fixes: isOpen ? [refer, generate, remove] : [remove],
      };
    }
  },
});
