import { auditedSecret } from "../secrets/audited-secret.ts";
import { expandedAgain, movePatterns } from "../secrets/move-to-env.ts";
import { defineRule } from "../rule.ts";

export const configSecretsBrowserControlTokenInConfig = defineRule({
  code: "config.secrets.browser_control_token_in_config",
  effect: "risk",
  severity: { upstream: "warning", recommended: "info", strict: "warning" },
  watches: ["browser.controlToken", ...movePatterns],
  fixable: "sometimes",
  docs: {
    summary: "The token of browser control stands in the file",
    why: "The file is copied, backed up and shown in screenshots; a secret in it goes along.",
    remedy: `Set \`CLAWDBOT_BROWSER_CONTROL_TOKEN\` where the gateway runs, for instance in \`~/.clawdbot/.env\`, and write \`"\${CLAWDBOT_BROWSER_CONTROL_TOKEN}"\` here. ${expandedAgain}`,
    bad: `{ gateway: { mode: "local" }, browser: { controlToken: "k3w9-vz7q-p2m4-x8c6" } }`,
    good: `{ gateway: { mode: "local" }, browser: { controlToken: "\${CLAWDBOT_BROWSER_CONTROL_TOKEN}" } }`,
    since: "next",
    calm: "A reference to a variable is what it asks for and never reported, although the audit reports it; published examples are left to other rules.",
    upstream: {
      relation: "same",
      checkId: "config.secrets.browser_control_token_in_config",
    },
  },
  *check(config) {
    const secret = config.at("browser.controlToken");
    const found = auditedSecret(config, secret);
    if (found === undefined) return;
    yield {
      at: secret,
      message:
        "The token of browser control is written in browser.controlToken; keep it in the environment instead",
      ...found,
    };
  },
});
