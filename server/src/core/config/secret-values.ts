import {
  secretSettings,
  type SecretRow,
} from "../dialects/clawdbot/secret-settings.ts";
import type { JSONPath } from "../json5/nodes.ts";
import type { ConfigNode } from "./config-node.ts";
import { secretIn } from "./secret-families.ts";
import { isSecretName } from "./secret-names.ts";
import { patternKeys } from "./watch-patterns.ts";

interface RowNode {
  readonly next: Map<string, RowNode>;
  row: SecretRow | undefined;
}

const newNode = (): RowNode => ({ next: new Map(), row: undefined });

/** The rows by the keys that lead to them. */
export const secretRows: RowNode = (() => {
  const root = newNode();
  for (const row of secretSettings) {
    let node = root;
    for (const key of patternKeys(row.setting)) {
      const next = node.next.get(key) ?? newNode();
      node.next.set(key, next);
      node = next;
    }
    node.row = row;
  }
  return root;
})();

/** Whether a key of a map is one of those that hold secrets. */
export const isTelling = (row: SecretRow, key: string | number): boolean =>
  row.only === undefined || (typeof key === "string" && isSecretName(key));

/** The row of a setting that holds a secret; undefined for any other setting. */
export function secretRowAt(path: JSONPath): SecretRow | undefined {
  let nodes: readonly RowNode[] = [secretRows];
  for (const key of path) {
    nodes = nodes.flatMap(({ next }) =>
      [
        typeof key === "number" ? next.get("[]") : next.get(key),
        typeof key === "number" ? undefined : next.get("*"),
      ].filter((node) => node !== undefined),
    );
    if (nodes.length === 0) return undefined;
  }
  const row = nodes.find((node) => node.row !== undefined)?.row;
  const last = path.at(-1);
  return row !== undefined && last !== undefined && isTelling(row, last)
    ? row
    : undefined;
}

/** The nearest key above a value that is a name, and no place in a list. */
function nameOf(path: JSONPath): string | undefined {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const key = path[depth];
    if (typeof key === "string") return key;
  }
  return undefined;
}

/** Whether a setting holds a secret, whatever stands there: by its own place, by one above it, or by its name. */
export function isSecretSetting(path: JSONPath): boolean {
  const name = nameOf(path);
  return (
    (name !== undefined && isSecretName(name)) ||
    // An account of Google is a secret of many parts.
    path.some((_, depth) => secretRowAt(path.slice(0, depth + 1)) !== undefined)
  );
}

/** Whether the value of a setting is a secret wherever it stands: by its setting, by its name or by its look. */
export function isSecretAt(path: JSONPath, text: string): boolean {
  return isSecretSetting(path) || secretIn(text) !== undefined;
}

/** The text of a scalar that could be a secret; undefined for what cannot be one. */
export function secretText(node: ConfigNode): string | undefined {
  const { scalar, template } = node;
  if (typeof scalar === "number") return String(scalar);
  if (template === undefined) return undefined;
  const text = template.parts
    .filter((part) => typeof part === "string")
    .join("");
  return text.trim() === "" ? undefined : text;
}
