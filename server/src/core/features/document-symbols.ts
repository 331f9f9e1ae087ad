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
    : childrenOf(resolved.document.root, 0, new Map());

/** Names as they may be shown: the same keys come again and again, and each is looked through once. */
type ShownNames = Map<string, string>;

const none: readonly DocumentSymbol[] = [];

function childrenOf(
  container: Node,
  depth: number,
  names: ShownNames,
): readonly DocumentSymbol[] {
  const { children } = container;
  if (children === undefined || depth >= deepest) return none;
  const symbols: DocumentSymbol[] = [];
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child === undefined) continue;
    if (child.type === "property") {
      const key = keyNodeOf(child);
      const value = valueNodeOf(child);
      // A word alone is no setting yet, and may be anything that somebody just pasted.
      if (key !== undefined && value !== undefined)
        symbols.push({
          name: shown(String(key.value), names),
          kind: kindOf(value),
          span: child,
          mark: key,
          children: childrenOf(value, depth + 1, names),
        });
    } else if (child.type === "object" || child.type === "array") {
      symbols.push({
        name: shown(labelOf(child) ?? `[${index}]`, names),
        kind: child.type,
        span: child,
        mark: { offset: child.offset, length: 1 },
        children: childrenOf(child, depth + 1, names),
      });
    }
  }
  return symbols;
}

const kindOf = ({ type }: Node): DocumentSymbol["kind"] =>
  type === "property" ? "null" : type;

function shown(name: string, names: ShownNames): string {
  let text = names.get(name);
  if (text === undefined) {
    // A protocol's symbol has to have a name.
    text = name.trim() === "" ? '""' : withoutSecrets(name);
    names.set(name, text);
  }
  return text;
}

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
