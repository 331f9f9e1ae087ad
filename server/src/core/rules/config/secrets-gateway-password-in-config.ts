import { auditedSecret } from "../secrets/audited-secret.ts";
import { expandedAgain, movePatterns } from "../secrets/move-to-env.ts";
import { defineRule } from "../rule.ts";

export const configSecretsGatewayPasswordInConfig = defineRule({
  code: "config.secrets.gateway_password_in_config",
  effect: "risk",
  severity: { upstream: "warning", recommended: "info", strict: "warning" },
  watches: ["gateway.auth.password", ...movePatterns],
  fixable: "sometimes",
  docs: {
    summary: "The gateway's password stands in the file",
    why: "The file is copied, backed up and shown in screenshots; a secret in it goes along.",
    remedy: `Set \`CLAWDBOT_GATEWAY_PASSWORD\` where the gateway runs, for instance in \`~/.clawdbot/.env\`, and write \`"\${CLAWDBOT_GATEWAY_PASSWORD}"\` here. ${expandedAgain}`,
    bad: `{ gateway: { mode: "local", auth: { mode: "password", password: "k3w9-vz7q-p2m4-x8c6" } } }`,
    good: `{ gateway: { mode: "local", auth: { mode: "password", password: "\${CLAWDBOT_GATEWAY_PASSWORD}" } } }`,
    since: "next",
    calm: "A reference to a variable is what it asks for and never reported, although the audit reports it; published examples are left to other rules.",
    upstream: {
      relation: "same",
      checkId: "config.secrets.gateway_password_in_config",
    },
  },
  *check(config) {
    const secret = config.at("gateway.auth.password");
    const found = auditedSecret(config, secret);
    if (found === undefined) return;
    yield {
      at: secret,
      message:
        "The gateway's password is written in gateway.auth.password; keep it in the environment instead",
      ...found,
    };
  },
});
