import type { ConfigNode } from "../config/config-node.ts";
import type { JsonValue } from "../json5/nodes.ts";

/**
 * A value as it is written, to be written again: references and escaped references stay as they are, which
 * `ConfigNode.toValue` would turn into what the program sees.
 */
export function writtenValue(node: ConfigNode): JsonValue {
  if (node.kind === "array") return node.items.map(writtenValue);
  if (node.kind === "scalar") return node.scalar ?? null;
  return Object.fromEntries(
    [...node.entries].map(([key, child]) => [key, writtenValue(child)]),
  );
}
