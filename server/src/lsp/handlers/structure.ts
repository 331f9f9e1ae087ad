import {
  SymbolKind,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Position,
  type SelectionRange,
} from "vscode-languageserver";
import { documentLinks } from "../../core/features/document-links.ts";
import {
  documentSymbols,
  type DocumentSymbol as Symbol,
} from "../../core/features/document-symbols.ts";
import { foldsOf } from "../../core/features/folding.ts";
import { selectionsAt } from "../../core/features/selection.ts";
import { offsetOf } from "../from-lsp.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange } from "../to-lsp.ts";

const kinds: Readonly<Record<Symbol["kind"], SymbolKind>> = {
  object: SymbolKind.Module,
  array: SymbolKind.Array,
  string: SymbolKind.String,
  number: SymbolKind.Number,
  boolean: SymbolKind.Boolean,
  null: SymbolKind.Null,
};

export function handleDocumentSymbols(snapshot: Snapshot): DocumentSymbol[] {
  const lines = snapshot.linesOf(snapshot.file);
  const toSymbol = (symbol: Symbol): DocumentSymbol => ({
    name: symbol.name,
    kind: kinds[symbol.kind],
    range: toLspRange(lines, symbol.span),
    selectionRange: toLspRange(lines, symbol.mark),
    children: symbol.children.map(toSymbol),
  });
  return documentSymbols(snapshot.analysis).map(toSymbol);
}

export const handleFoldingRanges = (snapshot: Snapshot): FoldingRange[] => [
  ...foldsOf(snapshot.analysis, snapshot.linesOf(snapshot.file)),
];

export function handleSelectionRanges(
  snapshot: Snapshot,
  positions: readonly Position[],
): SelectionRange[] {
  const lines = snapshot.linesOf(snapshot.file);
  return positions.map((position) => {
    const spans = selectionsAt(snapshot.analysis, offsetOf(lines, position));
    const nested = spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({
        range: toLspRange(lines, span),
        ...(parent === undefined ? {} : { parent }),
      }),
      undefined,
    );
    return nested ?? { range: { start: position, end: position } };
  });
}

export function handleDocumentLinks(
  snapshot: Snapshot,
  session: Session,
): DocumentLink[] {
  const lines = snapshot.linesOf(snapshot.file);
  return documentLinks(snapshot.analysis).map(({ span, to }) => ({
    range: toLspRange(lines, span),
    target: "file" in to ? session.uriOf(to.file) : to.address,
  }));
}
