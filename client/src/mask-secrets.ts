import { Disposable, Range, ThemeColor, window, workspace } from "vscode";
import type { TextDocument, TextEditor } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** What the server says, with the text it was said of. */
interface Known {
  readonly version: number;
  readonly ranges: readonly Range[];
}

/**
 * Hides secrets that stand in a config in clear text, when `clawdbot.maskSecrets` is on. Which text is a secret only the server
 * knows; whatever the cursor or the selection touches is shown.
 */
export function maskSecrets(client: BaseLanguageClient): Disposable {
  const mask = window.createTextEditorDecorationType({
    color: "transparent",
    backgroundColor: new ThemeColor("editorInlayHint.background"),
    borderRadius: "3px",
  });
  const known = new WeakMap<TextDocument, Known>();

  const draw = (editor: TextEditor): void => {
    const last = known.get(editor.document);
    // Until the server has answered on the text as it is now, VS Code moves what is drawn along with the text.
    if (isOn() && last?.version !== editor.document.version) return;
    const ranges = isOn() ? (last?.ranges ?? []) : [];
    const hidden = ranges.filter(
      (range) =>
        !editor.selections.some(
          (selection) => selection.intersection(range) !== undefined,
        ),
    );
    editor.setDecorations(mask, hidden);
  };

  /** Asks for the ranges of the text as it is now, and asks again when it has changed meanwhile. */
  async function refresh(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (document.languageId !== "clawdbot") return;
    const { version } = document;
    if (isOn() && known.get(document)?.version !== version) {
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const answer: unknown = await client
        .sendRequest("clawdbot/secretRanges", { uri })
        // A server that is being restarted says nothing; the next change asks again.
        .catch(() => undefined);
      if (document.version !== version) return;
      if (Array.isArray(answer))
        known.set(document, { version, ranges: answer.flatMap(toRange) });
    }
    draw(editor);
  }

  const refreshAll = (): void => {
    for (const editor of window.visibleTextEditors) void refresh(editor);
  };
  refreshAll();
  return Disposable.from(
    mask,
    window.onDidChangeVisibleTextEditors(refreshAll),
    window.onDidChangeTextEditorSelection(({ textEditor }) => draw(textEditor)),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document === document) void refresh(editor);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("clawdbot.maskSecrets")) refreshAll();
    }),
  );
}

const isOn = (): boolean =>
  workspace.getConfiguration("clawdbot").get("maskSecrets") === true;

/** A range as the protocol writes it; nothing for anything else. */
function toRange(value: unknown): readonly Range[] {
  if (typeof value !== "object" || value === null) return [];
  const { start, end } = value as Readonly<Record<string, unknown>>;
  const [from, to] = [toPlace(start), toPlace(end)];
  return from && to ? [new Range(...from, ...to)] : [];
}

function toPlace(value: unknown): readonly [number, number] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { line, character } = value as Readonly<Record<string, unknown>>;
  return typeof line === "number" && typeof character === "number"
    ? [line, character]
    : undefined;
}
