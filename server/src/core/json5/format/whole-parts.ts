import { endOf } from "../../text/span.ts";
import { hasCloser, hasOpener } from "../edits/surroundings.ts";
import type { Json5Document, Node } from "../nodes.ts";
import type { Token } from "./tokens.ts";

/** The tokens of each object and array in which nothing is wrong, brackets included; of nested ones the outermost. */
export function wholeParts(
  document: Json5Document,
  tokens: readonly Token[],
): (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let index = 0;
  const waiting: Node[] = document.root ? [document.root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isWhole(document, node)) {
      index = firstFrom(tokens, index, node.offset);
      const first = index;
      index = firstFrom(tokens, index, endOf(node));
      parts.push(tokens.slice(first, index));
    } else {
      for (let at = (node.children?.length ?? 0) - 1; at >= 0; at--) {
        const child = node.children?.[at];
        if (child) waiting.push(child);
      }
    }
  }
  return parts;
}

function isWhole(document: Json5Document, node: Node): boolean {
  if (node.type !== "object" && node.type !== "array") return false;
  if (!hasOpener(document, node) || !hasCloser(document, node)) return false;
  const { problems } = document;
  const next = problems[firstFrom(problems, 0, node.offset)];
  return next === undefined || next.offset > endOf(node);
}

/** The first from `index` on that begins at the offset or behind it; they are in text order. */
function firstFrom(
  spans: readonly { readonly offset: number }[],
  index: number,
  offset: number,
): number {
  let low = index;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.offset ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
