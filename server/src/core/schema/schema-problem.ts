import type { ConfigNode } from "../config/config-node.ts";
import type { Fix, SettingChange } from "../config/fix.ts";
import type { Place } from "../config/resolve-config.ts";
import type { JSONPath } from "../json5/nodes.ts";

/** The codes of everything the schema can find. */
export type SchemaProblemCode =
  | "schema.unknown_key"
  | "schema.missing_key"
  | "schema.type"
  | "schema.enum"
  | "schema.range"
  | "schema.length"
  | "schema.pattern"
  | "schema.key_name"
  | "schema.plugin_config";

/** Something because of which the program refuses the file. */
export interface SchemaProblem {
  readonly code: SchemaProblemCode;
  /** The value's path in the merged config; of an unknown or missing key, the path of that key. */
  readonly path: JSONPath;
  /** Where to show it: the key that is unknown, the value that is wrong, the object that lacks a key. */
  readonly at: Place;
  /** What is wrong, and what is allowed. Holds nothing that could be a secret. */
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** A short mark for a value: a scalar whole, of a container its key or its opening bracket. */
export function placeOfValue(node: ConfigNode): Place {
  const { file } = node;
  if (node.kind === "scalar")
    return { file, offset: node.node.offset, length: node.node.length };
  const key = node.keyNode;
  return key === undefined
    ? { file, offset: node.node.offset, length: 1 }
    : { file, offset: key.offset, length: key.length };
}

/** The key in front of a value; an item of a list has none and is marked itself. */
export function placeOfKey(node: ConfigNode): Place {
  const key = node.keyNode;
  return key === undefined
    ? placeOfValue(node)
    : { file: node.file, offset: key.offset, length: key.length };
}

/** A fix that a person should look at before it is made. */
export const review = (
  title: string,
  ...changes: readonly SettingChange[]
): Fix => ({ title, safety: "review", changes });

/** A fix that changes nothing but how the author's intent is written. */
export const certain = (
  title: string,
  ...changes: readonly SettingChange[]
): Fix => ({
  title,
  safety: "safe",
  preferred: true,
  changes,
});

/** Marks the first fix as the one to choose. */
export const firstPreferred = (fixes: readonly Fix[]): readonly Fix[] =>
  fixes.map((fix, index) => (index === 0 ? { ...fix, preferred: true } : fix));
