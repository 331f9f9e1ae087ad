import type { ConfigNode } from "../../config/config-node.ts";
import { lookupOf, type Entry } from "../../config/config-view.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { moveToEnvironment } from "../secrets/move-to-env.ts";
import { noteAs, textOf } from "./refused.ts";

/** The variables that the file itself sets (config/env-vars.js): in `env.vars`, and beside it. */
const definitions = (config: RuleContext): readonly Entry[] =>
  [
    ...config.entries("env.vars"),
    ...config
      .entries("env")
      .filter(({ key }) => key !== "vars" && key !== "shellEnv"),
  ].filter(({ lookup }) => {
    const text = textOf(lookup);
    return text !== undefined && text.parts.length > 0;
  });

export const configEnvBlockTooLate = defineRule({
  code: "config.env_block_too_late",
  effect: "note",
  severity: noteAs("warning"),
  // Variables may stand in any string value.
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "The file's own env block comes too late for the file",
    why: "Clawdbot fills in `${NAME}` first and reads `env` afterwards, so a variable that the file sets does not help the file: Clawdbot refuses it unless the variable is set elsewhere, and then the value here is passed over.",
    remedy:
      "Set the variable in `~/.clawdbot/.env` or where the gateway is started, and take it out of `env`.",
    bad: `{ env: { vars: { BOT_TOKEN: "123:abc" } }, channels: { telegram: { botToken: "\${BOT_TOKEN}" } } }`,
    good: `{ channels: { telegram: { botToken: "\${BOT_TOKEN}" } } }`,
    since: "next",
    calm: "It needs the same name in `env` and in a value elsewhere, and is silent where you said that the variable is set.",
    upstream: {
      relation: "ours",
      reason: "The program refuses such a file, or the value does nothing.",
    },
  },
  *check(config) {
    const defined = definitions(config);
    if (defined.length === 0) return;
    const { known } = config.situation.environment;
    const uses = new Map<string, ConfigNode[]>();
    for (const node of config.resolved.scalarsWithDollar) {
      for (const name of node.template?.names ?? []) {
        const nodes = uses.get(name);
        if (nodes === undefined) uses.set(name, [node]);
        else nodes.push(node);
      }
    }
    for (const { key, lookup } of defined) {
      const name = String(key);
      if (known.get(name) === "set") continue;
      const use = uses.get(name)?.find((node) => node !== lookup.node);
      if (use === undefined) continue;
      yield {
        at: lookup,
        message: `This comes too late for \${${name}} in the file: Clawdbot fills it in before it reads env`,
        related: [
          { at: lookupOf(use, use.path), message: `\${${name}} is used here` },
        ],
        // What `.env` sets is there in time.
        fixes:
          lookup.state === "set" ? [moveToEnvironment(config, lookup)] : [],
      };
    }
  },
});
