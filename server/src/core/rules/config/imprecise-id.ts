import { lookupOf } from "../../config/config-view.ts";
import type { ResolvedConfig } from "../../config/resolve-config.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule } from "../rule.ts";
import { noteAs } from "./refused.ts";

/** Where lists hold people and places. */
const lists = [["channels"], ["tools", "elevated", "allowFrom"]] as const;

const namesPeople = (path: JSONPath): boolean =>
  lists.some((list) => list.every((key, depth) => path[depth] === key));

/** The whole number as its literal says it; undefined for other spellings. */
function exactText(
  resolved: ResolvedConfig,
  { node, file }: ConfigNode,
): string | undefined {
  const literal = resolved
    .documentOf(file)
    ?.text.slice(node.offset, node.offset + node.length);
  const [, sign = "", digits] =
    /^([+-]?)(\d+|0x[0-9a-f]+)$/i.exec(literal ?? "") ?? [];
  if (digits === undefined) return undefined;
  return `${sign === "-" ? "-" : ""}${BigInt(digits)}`;
}

export const configImpreciseId = defineRule({
  code: "config.imprecise_id",
  effect: "note",
  severity: noteAs("warning"),
  // Lists of ids under channels and elevated tools; only the text still has all digits.
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "An id with more digits than a number keeps",
    why: "JavaScript numbers are exact up to 9007199254740991. A longer id, as Discord's are, is rounded when the file is read, so it matches nobody, or somebody else.",
    remedy: "Put the id in quotes.",
    bad: `{ channels: { discord: { dm: { allowFrom: [987654321098765432] } } } }`,
    good: `{ channels: { discord: { dm: { allowFrom: ["987654321098765432"] } } } }`,
    since: "next",
    calm: "It looks at whole numbers in lists of people and places only, and at those alone that lose digits or could.",
    upstream: {
      relation: "ours",
      reason: "The audit sees what is left after the file was read.",
    },
  },
  *check(config) {
    const { resolved } = config;
    for (const node of resolved.scalars) {
      const value = node.scalar;
      if (
        typeof value !== "number" ||
        !Number.isInteger(value) ||
        Number.isSafeInteger(value) ||
        node.parent?.kind !== "array" ||
        !namesPeople(node.path)
      )
        continue;
      const text = exactText(resolved, node);
      yield {
        at: lookupOf(node, node.path),
        message: `This id is read as ${BigInt(value)}, as numbers so long lose digits: put it in quotes`,
        fixes:
          text === undefined
            ? []
            : [
                {
                  title: "Put it in quotes",
                  safety: "safe",
                  preferred: true,
                  changes: [{ op: "set", path: node.path, value: text }],
                },
              ],
      };
    }
  },
});
