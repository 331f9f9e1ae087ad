import { withoutSecrets } from "../config/without-secrets.ts";
import { keyNodeOf, keyNameOf, valueNodeOf } from "../json5/navigate.ts";
import type { Node } from "../json5/nodes.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

/** A setting in the outline of a file. */
export interface DocumentSymbol {
  readonly name: string;
  readonly kind: "object" | "array" | "string" | "number" | "boolean" | "null";
  readonly span: Span;
  /** The part to select: the key, or the first bracket of an item. */
  readonly mark: Span;
  readonly children: readonly DocumentSymbol[];
}

/** The outline ends here: an editor draws each level, and nobody nests a config so deeply. */
const deepest = 60;

/** The outline of the root file. Items of lists go by their id or name. */
export const documentSymbols = ({
  resolved,
}: Analysis): readonly DocumentSymbol[] =>
  resolved.document.root === undefined
    ? []
    : childrenOf(resolved.document.root, 0);

function childrenOf(container: Node, depth: number): readonly DocumentSymbol[] {
  if (depth >= deepest) return [];
  const symbols: DocumentSymbol[] = [];
  for (const [index, child] of (container.children ?? []).entries()) {
    if (child.type === "property") {
      const key = keyNodeOf(child);
      // A word alone is no setting yet, and may be anything that somebody just pasted.
      if (key !== undefined && valueNodeOf(child) !== undefined)
        symbols.push(
          symbolOf(String(key.value), child, key, valueNodeOf(child), depth),
        );
    } else if (child.type === "object" || child.type === "array") {
      const mark = { offset: child.offset, length: 1 };
      symbols.push(
        symbolOf(labelOf(child) ?? `[${index}]`, child, mark, child, depth),
      );
    }
  }
  return symbols;
}

const symbolOf = (
  name: string,
  { offset, length }: Span,
  mark: Span,
  value: Node | undefined,
  depth: number,
): DocumentSymbol => ({
  // A protocol's symbol has to have a name.
  name: name.trim() === "" ? '""' : withoutSecrets(name),
  kind: value === undefined || value.type === "property" ? "null" : value.type,
  span: { offset, length },
  mark: { offset: mark.offset, length: mark.length },
  children: value === undefined ? [] : childrenOf(value, depth + 1),
});

const labels = ["id", "name", "agentId"];

/** What people call an item. */
function labelOf(item: Node): string | undefined {
  for (const property of item.children ?? []) {
    if (!labels.includes(keyNameOf(property) ?? "")) continue;
    const value: unknown = valueNodeOf(property)?.value;
    if (typeof value === "string" && value.trim() !== "") return value;
  }
  return undefined;
}
