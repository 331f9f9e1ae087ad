import { nodeAt } from "../json5/navigate.ts";
import type { Node } from "../json5/nodes.ts";
import { endOf, type Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

/** Ever larger stretches of the root file around an offset, the smallest first; each holds the one before. */
export function selectionsAt(
  { resolved }: Analysis,
  offset: number,
): readonly Span[] {
  const spans: Span[] = [];
  const add = (start: number, length: number): void => {
    const last = spans.at(-1);
    if (length < 0 || start > offset || start + length < offset) return;
    if (last === undefined || last.length < length)
      spans.push({ offset: start, length });
  };
  const { root, text } = resolved.document;
  for (
    let node: Node | undefined = nodeAt(root, offset);
    node !== undefined;
    node = node.parent
  ) {
    const isQuoted =
      node.type === "string" && /["']/.test(text.charAt(node.offset));
    const isBracketed = node.type === "object" || node.type === "array";
    if (isQuoted || isBracketed) add(node.offset + 1, node.length - 2);
    add(node.offset, endOf(node) - node.offset);
  }
  add(0, text.length);
  return spans;
}
