import type { ConfigNode } from "../config/config-node.ts";
import { placeOfValue, type SchemaProblem } from "./schema-problem.ts";
import { settingText } from "./setting-path.ts";
import { configShape, type ShapeCursor } from "./shape.ts";

/** The words that a setting takes; undefined where it takes other texts as well, or none. */
function wordsOf(wanted: ShapeCursor): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  for (const { shape } of wanted.branches) {
    if (shape.enum === undefined) {
      if (shape.type === "string" || shape.type === undefined) return undefined;
      continue;
    }
    for (const value of shape.enum)
      if (typeof value === "string") words.add(value);
  }
  // Where no text is right at all, the type is what is wrong.
  return words.size === 0 ? undefined : words;
}

interface Use {
  readonly node: ConfigNode;
  readonly words: ReadonlySet<string>;
}

/** Settings that are wholly one variable's value and take certain words only, by the variable. */
function usesOf(root: ConfigNode): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    pending.push(...[...node.entries.values(), ...node.items].reverse());
    const [name] = node.template?.names ?? [];
    if (name === undefined || node.template?.parts.length !== 1) continue;
    const wanted = configShape().at(node.path);
    const words = wanted && wordsOf(wanted);
    if (words !== undefined)
      uses.set(name, [...(uses.get(name) ?? []), { node, words }]);
  }
  return uses;
}

/**
 * A variable has one value, so two settings that are both that value and have no word in common cannot both be right:
 * whatever it is set to, the program refuses the file.
 */
export function sameVariableProblems(
  root: ConfigNode,
): readonly SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  for (const [name, uses] of usesOf(root)) {
    let possible: ReadonlySet<string> | undefined;
    let first: ConfigNode | undefined;
    for (const { node, words } of uses) {
      const common = new Set(
        [...words].filter((word) => possible?.has(word) ?? true),
      );
      if (common.size > 0) {
        possible = common;
        first ??= node;
        continue;
      }
      problems.push({
        code: "schema.enum",
        path: node.path,
        at: placeOfValue(node),
        message: `\${${name}} cannot be right here and at ${settingText(first?.path ?? [])}: no word is allowed in both places`,
        fixes: [],
      });
    }
  }
  return problems;
}
