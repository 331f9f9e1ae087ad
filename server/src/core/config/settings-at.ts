import type { ConfigNode } from "./config-node.ts";
import {
  lookupOf,
  type ConfigView,
  type PresentLookup,
} from "./config-view.ts";
import type { SettingPattern } from "./config-paths.generated.ts";
import { patternKeys } from "./watch-patterns.ts";

const split = new Map<SettingPattern, readonly string[]>();

function keysOf(pattern: SettingPattern): readonly string[] {
  let keys = split.get(pattern);
  if (keys === undefined) split.set(pattern, (keys = patternKeys(pattern)));
  return keys;
}

function collect(
  node: ConfigNode,
  keys: readonly string[],
  depth: number,
  found: ConfigNode[],
): void {
  const key = keys[depth];
  if (key === undefined) {
    found.push(node);
  } else if (key === "[]") {
    for (const item of node.items) collect(item, keys, depth + 1, found);
  } else if (key === "*") {
    for (const member of node.entries.values())
      collect(member, keys, depth + 1, found);
  } else {
    const member = node.get(key);
    if (member !== undefined) collect(member, keys, depth + 1, found);
  }
}

/** As `settingsAt`, without a look-up for each: for patterns that fit hundreds of places and concern a few. */
export function nodesAt(
  config: ConfigView,
  pattern: SettingPattern,
): readonly ConfigNode[] {
  const keys = keysOf(pattern);
  const wild = keys.findIndex((key) => key === "*" || key === "[]");
  const fixed = wild === -1 ? keys.length : wild;
  const start = config.at(keys.slice(0, fixed));
  if (start.state === "absent") return [];
  const found: ConfigNode[] = [];
  collect(start.node, keys, fixed, found);
  return found;
}

/** The look-up of a node that was reached without one. */
export const lookupOfNode = (node: ConfigNode): PresentLookup =>
  lookupOf(node, node.path);

/**
 * Everything that stands at a pattern's places, in the order of the file: `agents.list[].tools.deny` gives one look-up for
 * each agent that has such a list. A rule that asks has to watch the pattern.
 */
export const settingsAt = (
  config: ConfigView,
  pattern: SettingPattern,
): readonly PresentLookup[] => nodesAt(config, pattern).map(lookupOfNode);
