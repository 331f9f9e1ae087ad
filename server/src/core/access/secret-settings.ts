import type { ConfigNode } from "../config/config-node.ts";
import { lookupOf, type PresentLookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { isTelling, secretRows } from "../config/secret-values.ts";
import {
  schemaSecrets,
  type SecretRow,
} from "../dialects/clawdbot/secret-settings.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { oncePerView } from "./once-per-view.ts";

/** What `secretSettings` reads. */
export const secretPatterns = [
  "plugins.entries.*.config.**",
  ...schemaSecrets.map(({ setting }) => setting),
] as const satisfies readonly WatchPattern[];

/** A setting that holds a secret, as it is written: a text, or what is made of variables. */
export interface SecretSetting {
  readonly row: SecretRow;
  readonly lookup: Extract<PresentLookup, { state: "set" | "env" }>;
}

type RowNode = typeof secretRows;
type TextLookup = SecretSetting["lookup"];

const isText = (lookup: PresentLookup): lookup is TextLookup =>
  lookup.state === "env" ||
  (lookup.state === "set" && typeof lookup.value === "string");

/** Goes where the rows lead, and nowhere else: every path that is looked at is one of `secretPatterns`. */
function collect(
  node: ConfigNode,
  rows: RowNode,
  path: JSONPath,
  found: SecretSetting[],
): void {
  const { row, next } = rows;
  const key = path.at(-1);
  if (row !== undefined && key !== undefined && isTelling(row, key)) {
    const lookup = lookupOf(node, path);
    if (isText(lookup)) found.push({ row, lookup });
  }
  const any = next.get("*");
  const item = next.get("[]");
  if (item !== undefined)
    for (const [index, child] of node.items.entries())
      collect(child, item, [...path, index], found);
  if (any !== undefined) {
    for (const [name, child] of node.entries)
      collect(child, next.get(name) ?? any, [...path, name], found);
    return;
  }
  for (const [name, below] of next) {
    const child = node.get(name);
    if (child !== undefined) collect(child, below, [...path, name], found);
  }
}

/** Every secret of the config whose place says that it is one, in no particular order. */
export const secretSettings = oncePerView(
  (config): readonly SecretSetting[] => {
    const found: SecretSetting[] = [];
    for (const [key, rows] of secretRows.next) {
      const lookup = config.at([key]);
      if (lookup.state !== "absent") collect(lookup.node, rows, [key], found);
    }
    return found;
  },
);
