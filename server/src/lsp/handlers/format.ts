import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from "vscode-languageserver";
import {
  formattingAfter,
  formattingOf,
  type FormatOptions,
} from "../../core/features/format.ts";
import type { Edit } from "../../core/json5/nodes.ts";
import { spanBetween } from "../../core/text/span.ts";
import { offsetOf, offsetsOf } from "../from-lsp.ts";
import type { Snapshot } from "../snapshot.ts";
import { toTextEdit } from "../to-lsp.ts";

/** No editor offers wider indentation; a client that asks for more gets this. */
const widest = 16;

/** The editor's tab settings as one level of indentation. The line ends stay the document's own. */
function optionsOf({
  insertSpaces,
  tabSize,
}: FormattingOptions): FormatOptions {
  const width = Math.min(Math.max(Math.trunc(tabSize) || 2, 1), widest);
  return { indent: insertSpaces ? " ".repeat(width) : "\t" };
}

const toTextEdits = (snapshot: Snapshot, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => toTextEdit(snapshot.linesOf(snapshot.file), edit));

export function handleFormatting(
  snapshot: Snapshot,
  params: DocumentFormattingParams,
): TextEdit[] {
  const edits = formattingOf(snapshot.analysis, optionsOf(params.options));
  return toTextEdits(snapshot, edits);
}

export function handleRangeFormatting(
  snapshot: Snapshot,
  params: DocumentRangeFormattingParams,
): TextEdit[] {
  const lines = snapshot.linesOf(snapshot.file);
  const edits = formattingOf(
    snapshot.analysis,
    optionsOf(params.options),
    spanBetween(...offsetsOf(lines, params.range)),
  );
  return toTextEdits(snapshot, edits);
}

export function handleOnTypeFormatting(
  snapshot: Snapshot,
  params: DocumentOnTypeFormattingParams,
): TextEdit[] {
  const edits = formattingAfter(
    snapshot.analysis,
    offsetOf(snapshot.linesOf(snapshot.file), params.position),
    params.ch,
    optionsOf(params.options),
  );
  return toTextEdits(snapshot, edits);
}
