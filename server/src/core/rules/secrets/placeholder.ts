import {
  secretPatterns,
  secretSettings,
  type SecretSetting,
} from "../../access/secret-settings.ts";
import { is } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { defineRule, pathText, type RuleContext } from "../rule.ts";
import { movePatterns, variableFor } from "./move-to-env.ts";
import { newSecret } from "./new-secret.ts";
import { isDummyKey } from "./no-secret.ts";
import { isPublishedExample } from "./published-examples.ts";

/**
 * Whether a text was left from a template; a plain word may be what a server without a login is given, and of what is meant
 * as a variable `config.variable_lookalike` speaks.
 */
const isLeftOver = ({ row }: SecretSetting, text: string): boolean =>
  isPublishedExample(text) &&
  !text.trim().startsWith("$") &&
  !(row.takesDummies === true && (isDummyKey(text) || /^\w*$/.test(text)));

/** Whether nobody is let in by the secret anyway. */
function isUnused({ row }: SecretSetting, config: RuleContext): boolean {
  if (row.setting === "hooks.token")
    return !is(config.at("hooks.enabled"), true);
  return (
    row.setting === "browser.controlToken" &&
    is(config.at("browser.enabled"), false)
  );
}

/** Variables of the file's `env` block from which the gateway takes its own secret. */
const gatewayVariables: readonly (string | number | undefined)[] = [
  ownVariables.gatewayToken,
  ownVariables.gatewayPassword,
];

/** Whether it is the gateway's own secret: `gateway.token_placeholder` speaks of that. */
const isGateways = ({ row, lookup: { path } }: SecretSetting): boolean =>
  row.door === "the gateway" ||
  (path[0] === "env" && gatewayVariables.includes(path.at(-1)));

/** A secret that others have to show can be made here; one that was issued elsewhere has to be fetched. */
function fixesFor(
  { row, lookup: { path } }: SecretSetting,
  config: RuleContext,
): readonly [Fix, ...Fix[]] {
  const variable = variableFor(path, config.at("env.shellEnv.enabled"));
  if (row.door !== undefined)
    return newSecret(
      path,
      variable,
      "Whoever shows this secret needs the new one.",
      config.situation,
    );
  return [
    {
      title: `Read it from ${variable}`,
      safety: "review",
      preferred: true,
      asks: `Clawdbot will refuse the file until ${variable} is set where it runs.`,
      introduces: [variable],
      changes: [{ op: "set", path, value: `\${${variable}}` }],
    },
  ];
}

export const secretsPlaceholder = defineRule({
  code: "secrets.placeholder",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...secretPatterns,
    ...movePatterns,
    "hooks.enabled",
    "browser.enabled",
  ],
  fixable: "always",
  docs: {
    summary: "A secret is still the example from a page or a template",
    why: "Where others have to show it, whoever knows the page gets in: it is tried first. Where Clawdbot shows it to a service, the service turns it away, and the channel or provider stays silent.",
    remedy:
      "Generate a new secret, or put in the one that the service issued; best from the environment.",
    bad: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "your-long-random-token-here" } }`,
    good: `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "\${CLAWDBOT_HOOKS_TOKEN}" } }`,
    since: "next",
    calm: "It knows published values and the shapes of unfilled templates. Words such as `none` or `ollama`, which servers without a key are given, are passed over, and so are webhooks and browser control that are off. The gateway's own secret has a rule of its own.",
    upstream: {
      relation: "ours",
      reason:
        "The audit measures length alone, and the best-known example is long enough.",
    },
  },
  *check(config) {
    for (const secret of secretSettings(config)) {
      const { row, lookup } = secret;
      if (isGateways(secret) || lookup.state !== "set") continue;
      if (!isLeftOver(secret, String(lookup.value))) continue;
      if (isUnused(secret, config)) continue;
      const setting = pathText(lookup.path);
      yield {
        at: lookup,
        message:
          row.door === undefined
            ? `${setting} is a published example, which no service accepts`
            : `${setting} is a published example: anybody can look it up and get into ${row.door}`,
        ...(row.door === undefined
          ? {}
          : { severity: { recommended: "error", strict: "error" } }),
        fixes: fixesFor(secret, config),
      };
    }
  },
});
