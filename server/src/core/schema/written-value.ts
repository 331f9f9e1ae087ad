import type { ConfigNode } from "../config/config-node.ts";
import type { JsonValue } from "../json5/nodes.ts";

/**
 * A value as it is written, to be written again: references and escaped references stay as they are, which
 * `ConfigNode.toValue` would turn into what the program sees.
 */
export function writtenValue(node: ConfigNode): JsonValue {
  if (node.kind === "array") return node.items.map(writtenValue);
  if (node.kind === "scalar") return node.scalar ?? null;
  return membersOf(node);
}

/** The members of an object as they are written, but for one. */
export function membersOf(
  node: ConfigNode,
  without?: string | number,
): { readonly [key: string]: JsonValue } {
  const members: Record<string, JsonValue> = {};
  for (const [key, child] of node.entries) {
    if (key !== without) members[key] = writtenValue(child);
  }
  return members;
}
