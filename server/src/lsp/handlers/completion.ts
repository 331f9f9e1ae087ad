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
import { docsOf } from "../../core/features/problem-kinds.ts";
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
  code: CompletionItemKind.Constant,
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
    ...dataOf(offer),
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

/** What `resolve` needs to explain an item: a path, or a code. */
const dataOf = ({ setting, code }: Completion): { data?: unknown } =>
  code === undefined
    ? setting === undefined
      ? {}
      : { data: setting }
    : { data: code };

const isPath = (data: unknown): data is (string | number)[] =>
  Array.isArray(data) &&
  data.length < 100 &&
  data.every((key) => typeof key === "string" || typeof key === "number");

/** The explanation of an item, when an editor shows it. */
export function handleCompletionResolve(item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  if (typeof data === "string") {
    const docs = docsOf(data);
    if (docs === undefined) return item;
    const value = `${docs.why}\n\n**What to do:** ${docs.remedy}`;
    return { ...item, documentation: { kind: "markdown", value } };
  }
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
