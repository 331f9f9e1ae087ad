import type { ConfigNode } from "../../config/config-node.ts";
import { lookupOf } from "../../config/config-view.ts";
import { isVariableName } from "../../config/env-references.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { noteAs } from "./refused.ts";

type Kind = "capitals" | "bare" | "default" | "prefix" | "unclosed";

/** Text that somebody meant as a variable and that Clawdbot takes as it stands. */
interface Lookalike {
  readonly kind: Kind;
  /** The variable that is meant, in the spelling that the program knows. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands in for the variable, as in a shell. */
  readonly fallback?: string;
}

const asName = (text: string): string => text.toUpperCase().replace(/-/g, "_");

/** What stands between `${` and `}` when it is no name. */
function withinBraces(
  content: string,
): Pick<Lookalike, "kind" | "name" | "fallback"> | undefined {
  const [, fromPlace] =
    /^\s*(?:env[:.]|process\.env\.)\s*([a-z_]\w*)\s*$/i.exec(content) ?? [];
  if (fromPlace !== undefined)
    return { kind: "prefix", name: asName(fromPlace) };
  const [, withDefault, operator, text] =
    /^([a-z_]\w*):?([-=?+])(.*)$/is.exec(content) ?? [];
  // A dash alone may belong to a name in small letters, such as ${my-token}.
  if (
    withDefault !== undefined &&
    text !== undefined &&
    (content.includes(":") || withDefault === withDefault.toUpperCase())
  ) {
    const fallback = operator === "-" || operator === "=" ? text : "";
    return { kind: "default", name: asName(withDefault), fallback };
  }
  const [, name] = /^\s*([a-z_][\w-]*)\s*$/i.exec(content) ?? [];
  return name === undefined
    ? undefined
    : { kind: "capitals", name: asName(name) };
}

/** What looks like a variable in a text and is none (config/env-substitution.js). */
export function lookalikesIn(text: string): readonly Lookalike[] {
  const [, bare] = /^\$(?:env:)?([A-Z_][A-Z0-9_]*)$/.exec(text) ?? [];
  if (bare !== undefined)
    return [{ kind: "bare", name: bare, start: 0, end: text.length }];
  const found: Lookalike[] = [];
  for (let at = text.indexOf("${"); at !== -1; at = text.indexOf("${", at)) {
    const close = text.indexOf("}", at);
    if (close === -1) {
      const [, name] = /^\$\{([A-Za-z_]\w*)$/.exec(text.slice(at)) ?? [];
      if (name !== undefined && text[at - 1] !== "$")
        found.push({
          kind: "unclosed",
          name: asName(name),
          start: at,
          end: text.length,
        });
      break;
    }
    const content = text.slice(at + 2, close);
    // A dollar in front makes a literal of a good reference, and means something else before others.
    const isMeant = text[at - 1] !== "$" && !isVariableName(content);
    const inner = isMeant ? withinBraces(content) : undefined;
    if (inner !== undefined)
      found.push({ ...inner, start: at, end: close + 1 });
    at = close + 1;
  }
  return found;
}

/** Keys whose texts have a syntax of their own, with dollars in it. */
const otherSyntax = /command|args|prompt|template|pattern|script|transform/i;

/** A text that could hold a value from a variable: no sentence, and no program. */
function mayHoldVariables(node: ConfigNode, text: string): boolean {
  const isSentence = /\s/.test(text.replace(/^\$\{\s*[\w-]+\s*\}$/, ""));
  return (
    !isSentence &&
    text.length <= 300 &&
    !node.path.some((key) => typeof key === "string" && otherSyntax.test(key))
  );
}

function messageOf({ kind, name }: Lookalike): string {
  const right = `a variable is written \${${name}}`;
  switch (kind) {
    case "capitals":
      return `This is no variable but the text as it stands: names are in capitals, so ${right}`;
    case "bare":
      return `This is no variable but the text as it stands: ${right}`;
    case "default":
      return `Clawdbot knows no defaults for variables and takes this text as it stands: ${right}`;
    case "prefix":
      return `This is no variable but the text as it stands: ${right}, without a prefix`;
    case "unclosed":
      return `The brace is not closed, so this is the text as it stands: ${right}`;
  }
}

function fixesFor(
  node: ConfigNode,
  text: string,
  found: readonly Lookalike[],
): readonly [Fix, ...Fix[]] {
  const names = [...new Set(found.map(({ name }) => name))];
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, name } of found) {
    pieces.push(text.slice(at, start), `\${${name}}`);
    at = end;
  }
  const value = pieces.join("") + text.slice(at);
  const { path } = node;
  const asVariable: Fix = {
    title: `Read ${names.join(" and ")} from the environment`,
    safety: "review",
    preferred: true,
    asks: `Clawdbot will refuse the file until ${names.join(" and ")} ${names.length === 1 ? "is" : "are"} set where it runs.`,
    introduces: names,
    changes: [{ op: "set", path, value }],
  };
  const [only] = found;
  const isWhole = only?.start === 0 && only.end === text.length;
  if (!isWhole || !only.fallback) return [asVariable];
  return [
    asVariable,
    {
      title: "Write the default itself",
      safety: "review",
      changes: [{ op: "set", path, value: only.fallback }],
    },
  ];
}

export const configVariableLookalike = defineRule({
  code: "config.variable_lookalike",
  effect: "note",
  severity: noteAs("warning"),
  // Variables may stand in any string value.
  watches: ["**"],
  fixable: "always",
  docs: {
    summary: "Text that looks like a variable and is none",
    why: "Clawdbot fills in `${NAME}` in capitals and nothing else. `${name}`, `$NAME`, `${NAME:-default}` and `${env:NAME}` stay as they stand: a token of this kind is a text that anybody can guess.",
    remedy:
      "Write `${NAME}`, and set NAME where the gateway runs. Where the text itself is meant, write `$${NAME}`.",
    bad: `{ channels: { discord: { token: "\${discord_token}" } } }`,
    good: `{ channels: { discord: { token: "\${DISCORD_TOKEN}" } } }`,
    since: "next",
    calm: "It passes over sentences, and over commands, prompts, templates and patterns, where a dollar has other meanings.",
    upstream: {
      relation: "ours",
      reason: "The audit cannot tell such a text from any other.",
    },
  },
  *check(config) {
    for (const node of config.resolved.scalarsWithDollar) {
      const text = node.scalar;
      if (typeof text !== "string" || !text.includes("$")) continue;
      const found = lookalikesIn(text);
      const [first] = found;
      if (first === undefined || !mayHoldVariables(node, text)) continue;
      yield {
        at: lookupOf(node, node.path),
        message: messageOf(first),
        fixes: fixesFor(node, text, found),
      };
    }
  },
});
