import type { ConfigNode } from "../config/config-node.ts";
import { patternKeys } from "../config/watch-patterns.ts";
import {
  namedValues,
  secretEndings,
  secretSettings,
  secretWords,
} from "../dialects/clawdbot/secret-settings.ts";
import type { JSONPath } from "../json5/nodes.ts";

const patterns = secretSettings.map(patternKeys);

/** Whether the setting at a path holds a secret, or holds nothing but secrets. */
export function isSecretSetting(path: JSONPath): boolean {
  const names = path.filter((key) => typeof key === "string");
  const last = names.at(-1)?.toLowerCase();
  if (last === undefined) return false;
  if (secretEndings.some((ending) => last.endsWith(ending))) return true;
  const map = names.at(-2);
  if (map !== undefined && namedValues.includes(map))
    return secretWords.some((word) => last.includes(word));
  return patterns.some((pattern) => isAtOrBelow(pattern, path));
}

const isAtOrBelow = (pattern: readonly string[], path: JSONPath): boolean =>
  pattern.every((key, index) =>
    key === "*" ? typeof path[index] === "string" : key === path[index],
  );

/** Whether a value is a secret in clear text: it stands where secrets do, and a variable is not all of it. */
export function isClearSecret(node: ConfigNode, path: JSONPath): boolean {
  const { scalar } = node;
  if (typeof scalar !== "string" && typeof scalar !== "number") return false;
  if (scalar === "" || !isSecretSetting(path)) return false;
  const isReference = (part: unknown): boolean => typeof part !== "string";
  return node.template?.parts.every(isReference) !== true;
}
