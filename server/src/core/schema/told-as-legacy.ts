import type { ConfigNode } from "../config/config-node.ts";
import { legacyKeys } from "../dialects/clawdbot/legacy-keys.ts";
import type { Fault } from "./interpret.ts";

/**
 * Whether a key that is unknown, or of a wrong type, is one of an older release, or holds nothing but such keys: those have a
 * rule of their own, which says where they went, and one mistake is told once.
 */
export const isToldAsLegacy = (fault: Fault): boolean =>
  (fault.kind === "unknown-key" || fault.kind === "type") &&
  isLegacy(fault.node, fault.node.path);

function isLegacy(node: ConfigNode, path: readonly unknown[]): boolean {
  const rows = legacyKeys.filter(
    (row) =>
      path.every((key, depth) => row.path[depth] === key) &&
      (row.path.length > path.length ||
        row.onlyText !== true ||
        typeof node.scalar === "string"),
  );
  if (rows.some((row) => row.path.length === path.length)) return true;
  return (
    rows.length > 0 &&
    node.entries.size > 0 &&
    [...node.entries].every(([key, child]) => isLegacy(child, [...path, key]))
  );
}
