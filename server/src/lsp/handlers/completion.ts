import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionItem,
  type Position,
  type Range,
} from "vscode-languageserver";
import {
  completionsAt,
  type Completion,
} from "../../core/features/completion/complete.ts";
import { docsOf } from "../../core/features/problem-kinds.ts";
import {
  includeOffers,
  includePathAt,
} from "../../core/features/completion/include-offers.ts";
import { describeSetting } from "../../core/schema/describe-path.ts";
import type { LineIndex } from "../../core/text/line-index.ts";
import { offsetOf } from "../from-lsp.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange, toTextEdit, type ClientAbilities } from "../to-lsp.ts";

const kinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  block: CompletionItemKind.Snippet,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  code: CompletionItemKind.Constant,
  folder: CompletionItemKind.Folder,
};

/** What could be written at a position of a file, in the first config it is part of where anything could. */
export async function handleCompletion(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
  session: Session,
  abilities: ClientAbilities,
): Promise<CompletionItem[]> {
  for (const snapshot of contexts) {
    const { analysis } = snapshot;
    const lines = snapshot.linesOf(file);
    const offset = offsetOf(lines, position);
    const path = includePathAt(analysis, offset, file);
    const offers =
      path === undefined
        ? completionsAt(analysis, offset, file)
        : includeOffers(
            analysis,
            path,
            await session.entriesOf(path.folder),
            file,
          );
    if (offers.length > 0) return toItems(offers, lines, abilities);
  }
  return [];
}

/** Offers as an editor takes them, in their order. Explanations are left for `resolve`. */
export const toItems = (
  offers: readonly Completion[],
  lines: LineIndex,
  abilities: ClientAbilities,
): CompletionItem[] => {
  const [first] = offers;
  // All take the place of the same text.
  const range = first && toLspRange(lines, first.span);
  return offers.map((offer, index) =>
    toItem(
      offer,
      index,
      range ?? toLspRange(lines, offer.span),
      lines,
      abilities,
    ),
  );
};

function toItem(
  offer: Completion,
  index: number,
  range: Range,
  lines: LineIndex,
  { snippets, suggestsAgain }: ClientAbilities,
): CompletionItem {
  const item: CompletionItem = {
    label: offer.label,
    kind: kinds[offer.kind],
    filterText: offer.filter,
    sortText: String(index).padStart(4, "0"),
    insertTextFormat: snippets
      ? InsertTextFormat.Snippet
      : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: {
      range,
      newText: snippets ? offer.insertion.snippet : offer.insertion.text,
    },
  };
  if (offer.about !== undefined) item.detail = offer.about;
  if (offer.preselect) item.preselect = true;
  // What `resolve` needs to explain an item: a path, or a code.
  const data = offer.code ?? offer.setting;
  if (data !== undefined) item.data = data;
  if (offer.continues && suggestsAgain)
    item.command = {
      title: "Suggest",
      command: "editor.action.triggerSuggest",
    };
  if (offer.further.length > 0)
    item.additionalTextEdits = offer.further.map((edit) =>
      toTextEdit(lines, edit),
    );
  return item;
}

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
  const { text, protects, safe, page } = setting;
  const { default: fallback } = setting;
  const lines = [
    text,
    ...(protects === undefined ? [] : [`**Why it matters:** ${protects}`]),
    ...(fallback === undefined
      ? []
      : [`Default: \`${JSON.stringify(fallback)}\``]),
    ...(safe === undefined ? [] : [`Recommended: \`${JSON.stringify(safe)}\``]),
    ...(page === undefined ? [] : [`[Documentation](${page})`]),
  ].filter((line) => line !== "");
  return {
    ...item,
    documentation: { kind: "markdown", value: lines.join("\n\n") },
  };
}
