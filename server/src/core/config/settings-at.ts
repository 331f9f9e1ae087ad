import type { ConfigNode } from "./config-node.ts";
import {
  lookupOf,
  type ConfigView,
  type PresentLookup,
} from "./config-view.ts";
import type { SettingPattern } from "./config-paths.generated.ts";
import { patternKeys } from "./watch-patterns.ts";
import type { JSONPath } from "../json5/nodes.ts";

const split = new Map<SettingPattern, readonly string[]>();

function keysOf(pattern: SettingPattern): readonly string[] {
  let keys = split.get(pattern);
  if (keys === undefined) split.set(pattern, (keys = patternKeys(pattern)));
  return keys;
}

function* below(
  node: ConfigNode,
  path: JSONPath,
  keys: readonly string[],
  depth: number,
): Iterable<PresentLookup> {
  const key = keys[depth];
  if (key === undefined) {
    yield lookupOf(node, path);
  } else if (key === "[]") {
    for (const [index, item] of node.items.entries())
      yield* below(item, [...path, index], keys, depth + 1);
  } else if (key === "*") {
    for (const [name, member] of node.entries)
      yield* below(member, [...path, name], keys, depth + 1);
  } else {
    const member = node.get(key);
    if (member !== undefined)
      yield* below(member, [...path, key], keys, depth + 1);
  }
}

/**
 * Everything that stands at a pattern's places, in the order of the file: `agents.list[].tools.deny` gives one look-up for
 * each agent that has such a list. A rule that asks has to watch the pattern.
 */
export function settingsAt(
  config: ConfigView,
  pattern: SettingPattern,
): readonly PresentLookup[] {
  const keys = keysOf(pattern);
  const wild = keys.findIndex((key) => key === "*" || key === "[]");
  const fixed = wild === -1 ? keys.length : wild;
  const start = config.at(keys.slice(0, fixed));
  if (start.state === "absent") return [];
  return [...below(start.node, start.path, keys, fixed)];
}
