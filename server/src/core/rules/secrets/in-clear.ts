import {
  secretPatterns,
  secretSettings,
} from "../../access/secret-settings.ts";
import { is } from "../../config/config-view.ts";
import { isVariableName } from "../../config/env-references.ts";
import { defineRule, pathText } from "../rule.ts";
import {
  expandedAgain,
  moveToEnvironment,
  movePatterns,
} from "./move-to-env.ts";
import { isDummyKey, isNoSecret } from "./no-secret.ts";

/** Values of variables that are no secrets although their names say so: paths, and words for a switch. */
const isHarmless = (text: string): boolean =>
  /^(?:[~/.]|[A-Za-z]:[\\/])/.test(text) || text.trim().length < 8;

export const secretsInClear = defineRule({
  code: "secrets.in_clear",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [...secretPatterns, ...movePatterns, "hooks.enabled"],
  fixable: "always",
  docs: {
    summary: "A secret stands in the file in clear text",
    why: "The file is copied, backed up, committed and shown in screenshots, and every secret in it goes along. Tools that the assistant runs on the host can read it too.",
    remedy: `Put the value into \`~/.clawdbot/.env\`, readable by you alone (\`chmod 600\`), and write \`"\${NAME}"\` in its place. The file's own \`env\` block is no such place: it is the same file, and it comes too late for \`\${NAME}\` in it. ${expandedAgain}`,
    bad: `{ gateway: { mode: "local" }, channels: { telegram: { botToken: "7261453:k3w9-vz7q" } } }`,
    good: `{ gateway: { mode: "local" }, channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}" } } }`,
    since: "next",
    calm: "It knows the settings that hold secrets, and passes over variables, published examples, unfilled templates and the words that servers without a key are given. Where a rule of the audit speaks of a secret it is silent, and so it is about `gateway.auth.token`, which Clawdbot makes for itself and writes into the file.",
    upstream: {
      relation: "ours",
      reason:
        "The audit looks at three secrets only; these are the others that the release's settings page masks, or should.",
    },
  },
  *check(config) {
    for (const { row, lookup } of secretSettings(config)) {
      if (lookup.state !== "set") continue;
      const { path } = lookup;
      const text = String(lookup.value);
      if (isNoSecret(text)) continue;
      if (row.takesDummies === true && isDummyKey(text)) continue;
      // The provider's key may be the name of a variable (agents/models-config.providers.js).
      if (
        row.takesDummies === true &&
        isVariableName(text) &&
        text.includes("_")
      )
        continue;
      if (row.only === "variable" && isHarmless(text)) continue;
      const isSpokenOf =
        row.setting === "hooks.token"
          ? is(config.at("hooks.enabled"), true)
          : row.unspoken !== undefined;
      if (isSpokenOf) continue;
      yield {
        at: lookup,
        message: `${pathText(path)} holds a secret in clear text (${text.length} characters)`,
        fixes: [moveToEnvironment(config, lookup)],
      };
    }
  },
});
