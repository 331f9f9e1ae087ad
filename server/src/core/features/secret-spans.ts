import { isSecretAt } from "../config/secret-values.ts";
import { keyNameOf, valueNodeOf } from "../json5/navigate.ts";
import type { JSONPath, Node } from "../json5/nodes.ts";
import { endOf, type Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";
import { variablesIn } from "./names/name-index.ts";
import { referenceSpan } from "./hover/variable-lines.ts";

/** Where a file holds secrets in clear text, quotes and references to variables left out; within a stretch of it, in text order. */
export function secretSpans(
  { resolved, paths }: Analysis,
  file: string,
  within?: Span,
): readonly Span[] {
  const document = resolved.documentOf(file);
  const root = document?.root;
  if (root === undefined || resolved.tooDeep) return [];
  const spans: Span[] = [];
  const path: JSONPath = [...(paths.pathOf(root) ?? [])];
  const isOutside = (node: Node): boolean =>
    within !== undefined &&
    (node.offset > endOf(within) || endOf(node) < within.offset);
  const visit = (value: Node): void => {
    if (isOutside(value)) return;
    if (value.type === "object") {
      for (const property of value.children ?? []) {
        const key = keyNameOf(property);
        const member = valueNodeOf(property);
        if (key === undefined || member === undefined) continue;
        path.push(key);
        visit(member);
        path.pop();
      }
    } else if (value.type === "array") {
      for (const [index, item] of (value.children ?? []).entries()) {
        path.push(index);
        visit(item);
        path.pop();
      }
    } else if (
      (value.type === "string" || value.type === "number") &&
      isSecretAt(path, String(value.value))
    )
      spans.push(...clearParts(value, document?.text ?? ""));
  };
  visit(root);
  return spans;
}

/** What is readable of a value: all of it but its quotes and its references to variables. */
function clearParts(value: Node, text: string): readonly Span[] {
  const first = text.charAt(value.offset);
  const isQuoted = first === '"' || first === "'";
  // A text that is never closed has no quote at its end.
  const isClosed =
    isQuoted && value.length > 1 && text.charAt(endOf(value) - 1) === first;
  const start = value.offset + (isQuoted ? 1 : 0);
  const end = endOf(value) - (isClosed ? 1 : 0);
  const parts: Span[] = [];
  let at = start;
  const add = (until: number): void => {
    if (until > at) parts.push({ offset: at, length: until - at });
  };
  for (const { name, offset } of variablesIn(text.slice(start, end))) {
    const reference = referenceSpan(start + offset, name);
    add(reference.offset);
    at = endOf(reference);
  }
  add(end);
  return parts;
}
