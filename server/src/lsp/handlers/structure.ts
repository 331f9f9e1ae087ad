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
  const toSymbol = ({
    name,
    kind,
    span,
    mark,
    children,
  }: Symbol): DocumentSymbol => {
    const start = lines.positionAt(span.offset);
    const markEnd = lines.positionAt(mark.offset + mark.length);
    const selectionStart =
      mark.offset === span.offset ? start : lines.positionAt(mark.offset);
    const below = children.length === 0 ? undefined : children.map(toSymbol);
    const symbol: DocumentSymbol = {
      name,
      kind: kinds[kind],
      range: { start, end: lines.positionAt(span.offset + span.length) },
      selectionRange: { start: selectionStart, end: markEnd },
    };
    if (below !== undefined) symbol.children = below;
    return symbol;
  };
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

/** The links of a file, with the meaning its keys have in the first config it is part of. */
export function handleDocumentLinks(
  contexts: readonly Snapshot[],
  file: string,
  session: Session,
): DocumentLink[] {
  const [snapshot] = contexts;
  if (snapshot === undefined) return [];
  const lines = snapshot.linesOf(file);
  const { home } = session.host;
  return documentLinks(snapshot.analysis, file).flatMap(
    ({ span, to, tooltip }) => {
      const target =
        "file" in to
          ? session.uriOf(to.file)
          : "address" in to
            ? to.address
            : home === undefined
              ? undefined
              : session.uriOf(`${home}/${to.inHome}`);
      return target === undefined
        ? []
        : [
            {
              range: toLspRange(lines, span),
              target,
              ...(tooltip === undefined ? {} : { tooltip }),
            },
          ];
    },
  );
}
