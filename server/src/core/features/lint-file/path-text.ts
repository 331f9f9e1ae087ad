import type { JSONPath } from "../../json5/nodes.ts";

/** An index or a quoted key in brackets, or a key behind a dot. */
const step = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.([^.[\]]+)/y;

/**
 * Reads a path as messages and entries write it: `agents.list[0].model`, keys with dots as `["home.de"]`. Undefined for a text
 * that is none.
 */
export function readPathText(text: string): JSONPath | undefined {
  const path: JSONPath = [];
  // The first key has no dot before it.
  const steps = text.startsWith("[") ? text : `.${text}`;
  step.lastIndex = 0;
  while (step.lastIndex < steps.length) {
    const match = step.exec(steps);
    if (match === null) return undefined;
    const [, index, quoted, key] = match;
    const name = quoted === undefined ? key : unquoted(quoted);
    if (index === undefined && name === undefined) return undefined;
    path.push(index === undefined ? (name ?? "") : Number(index));
  }
  return path.length === 0 ? undefined : path;
}

function unquoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
