import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type CompletionParams,
} from "vscode-languageserver";
import {
  completionsAt,
  type Completion,
} from "../../core/features/completion/complete.ts";
import { describeSetting } from "../../core/schema/describe-path.ts";
import { offsetOf } from "../from-lsp.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange } from "../to-lsp.ts";

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Snippet,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
};

/** What could be written at a position. Explanations are left for `resolve`. */
export function handleCompletion(
  snapshot: Snapshot,
  params: CompletionParams,
  snippets: boolean,
): CompletionItem[] {
  const lines = snapshot.linesOf(snapshot.file);
  const offset = offsetOf(lines, params.position);
  return completionsAt(snapshot.analysis, offset).map((offer, index) => ({
    label: offer.label,
    kind: kinds[offer.kind],
    filterText: offer.filter,
    sortText: String(index).padStart(4, "0"),
    insertTextFormat: snippets
      ? InsertTextFormat.Snippet
      : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range: toLspRange(lines, offer.span),
      newText: snippets ? offer.insertion.snippet : offer.insertion.text,
    },
    ...(offer.about === undefined ? {} : { detail: offer.about }),
    ...(offer.preselect ? { preselect: true } : {}),
    ...(offer.setting === undefined ? {} : { data: offer.setting }),
    ...(offer.further.length === 0
      ? {}
      : {
          additionalTextEdits: offer.further.map((edit) => ({
            range: toLspRange(lines, edit),
            newText: edit.content,
          })),
        }),
  }));
}

const isPath = (data: unknown): data is (string | number)[] =>
  Array.isArray(data) &&
  data.length < 100 &&
  data.every((key) => typeof key === "string" || typeof key === "number");

/** The explanation of an item, when an editor shows it. */
export function handleCompletionResolve(item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  const setting = isPath(data) ? describeSetting(data) : undefined;
  if (setting === undefined) return item;
  const lines = [setting.text, setting.protects ?? ""].filter(
    (line) => line !== "",
  );
  return {
    ...item,
    documentation: { kind: "markdown", value: lines.join("\n\n") },
  };
}
