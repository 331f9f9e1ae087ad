import type {
  ConfigView,
  Lookup,
  PresentLookup,
} from "../config/config-view.ts";
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

const isText = (
  lookup: Lookup,
): lookup is Extract<PresentLookup, { state: "set" | "env" }> =>
  lookup.state === "env" ||
  (lookup.state === "set" && typeof lookup.value === "string");

function collect(
  config: ConfigView,
  rows: RowNode,
  path: JSONPath,
  found: SecretSetting[],
): void {
  const { row } = rows;
  const lookup = config.at(path);
  if (row !== undefined) {
    const key = path.at(-1);
    if (isText(lookup) && key !== undefined && isTelling(row, key))
      found.push({ row, lookup });
  }
  if (lookup.state !== "group" || rows.next.size === 0) return;
  const any = rows.next.get("*");
  for (const [key, next] of rows.next) {
    if (key === "[]")
      for (const item of config.items(path))
        collect(config, next, [...path, item.key], found);
    else if (key !== "*" && config.at([...path, key]).state !== "absent")
      collect(config, next, [...path, key], found);
  }
  if (any === undefined) return;
  for (const { key } of config.entries(path))
    if (!(typeof key === "string" && rows.next.has(key)))
      collect(config, any, [...path, key], found);
}

/** Every secret of the config whose place says that it is one, in no particular order. */
export const secretSettings = oncePerView(
  (config): readonly SecretSetting[] => {
    const found: SecretSetting[] = [];
    for (const [key, rows] of secretRows.next)
      collect(config, rows, [key], found);
    return found;
  },
);
