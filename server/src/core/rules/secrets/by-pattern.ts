import { lookupOf } from "../../config/config-view.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import { secretIn } from "../../config/secret-families.ts";
import { secretRowAt } from "../../config/secret-values.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, pathText } from "../rule.ts";
import { credentialsIn } from "./credentials-in-url.ts";
import { expandedAgain, moveToEnvironment } from "./move-to-env.ts";
import { isNoSecret } from "./no-secret.ts";

/** Maps whose values nobody shows to anybody: variables of programs, and headers. */
const meantForSecrets = (path: JSONPath): boolean =>
  path.some((key) => key === "env" || key === "headers");

/** What documentation puts where a key would be. */
const fromDocumentation = /example|sample|dummy|fake|redacted|x{6}|\.\.\.|…/i;

const isReal = (text: string): boolean =>
  !isNoSecret(text) && !fromDocumentation.test(text);

/** A string as it is written; its variables hold no more than the names of others. */
const textOf = (node: ConfigNode): string | undefined =>
  typeof node.scalar === "string" ? node.scalar : undefined;

export const secretsByPattern = defineRule({
  code: "secrets.by_pattern",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  // A secret may stand in any value.
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Something that looks like a key or token stands in the file",
    why: "Keys of known services can be told by their look. Where no secret is expected nobody protects it: prompts go to the provider of the model, arguments are seen by every user of the machine, prefixes go out into chats.",
    remedy: `Put the value into \`~/.clawdbot/.env\`, readable by you alone (\`chmod 600\`), and write \`"\${NAME}"\` in its place. If it was seen by others, replace it where it was issued. ${expandedAgain}`,
    bad: `{ gateway: { mode: "local" }, messages: { responsePrefix: "key sk-ant-api03-k3w9vz7qp2m4x8c6k3w9" } }`,
    good: `{ gateway: { mode: "local" }, messages: { responsePrefix: "🦞" } }`,
    since: "next",
    calm: "It needs the prefix that an issuer publishes, the length of its keys, and digits among the letters; examples from documentation are passed over. Among variables and headers, where secrets belong, it is an info. Settings that are known to hold a secret are left to `secrets.in_clear`.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at no value by its look.",
    },
  },
  *check(config) {
    const { resolved } = config;
    if (!resolved.mayHoldSecret) return;
    for (const node of resolved.scalars) {
      const text = textOf(node);
      const found = text === undefined ? undefined : secretIn(text);
      if (text === undefined || found === undefined) continue;
      const { path } = node;
      if (secretRowAt(path) !== undefined || credentialsIn(text) !== undefined)
        continue;
      if (!isReal(text.slice(found.start, found.end))) continue;
      const lookup = lookupOf(node, path);
      yield {
        at: lookup,
        message: `${pathText(path)} holds what looks like ${found.name} (${found.end - found.start} characters)`,
        ...(meantForSecrets(path)
          ? { severity: { recommended: "info", strict: "warning" } }
          : {}),
        fixes:
          lookup.state === "set" && lookup.value === text
            ? [moveToEnvironment(config, lookup, found)]
            : [],
      };
    }
  },
});
