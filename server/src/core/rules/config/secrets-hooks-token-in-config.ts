import { is } from "../../config/config-view.ts";
import { auditedSecret } from "../secrets/audited-secret.ts";
import { expandedAgain, movePatterns } from "../secrets/move-to-env.ts";
import { defineRule } from "../rule.ts";

export const configSecretsHooksTokenInConfig = defineRule({
  code: "config.secrets.hooks_token_in_config",
  effect: "risk",
  severity: { upstream: "info", recommended: "info", strict: "warning" },
  watches: ["hooks.enabled", "hooks.token", ...movePatterns],
  fixable: "sometimes",
  docs: {
    summary: "The webhooks' token stands in the file",
    why: "The file is copied, backed up and shown in screenshots; a secret in it goes along.",
    remedy: `Set \`CLAWDBOT_HOOKS_TOKEN\` where the gateway runs, for instance in \`~/.clawdbot/.env\`, and write \`"\${CLAWDBOT_HOOKS_TOKEN}"\` here. ${expandedAgain}`,
    bad: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "k3w9-vz7q-p2m4-x8c6-k3w9" } }`,
    good: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}" } }`,
    since: "next",
    calm: "A reference to a variable is what it asks for and never reported, although the audit reports it; published examples are left to other rules.",
    upstream: {
      relation: "same",
      checkId: "config.secrets.hooks_token_in_config",
    },
  },
  *check(config) {
    if (!is(config.at("hooks.enabled"), true)) return;
    const secret = config.at("hooks.token");
    const found = auditedSecret(config, secret);
    if (found === undefined) return;
    yield {
      at: secret,
      message:
        "The webhooks' token is written in hooks.token; keep it in the environment instead",
      ...found,
    };
  },
});
