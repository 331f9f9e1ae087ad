import { Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

type ProtocolEdit = Parameters<
  BaseLanguageClient["protocol2CodeConverter"]["asWorkspaceEdit"]
>[0];

/** What the server wants done: an edit with the files to save afterwards, a setting to change, or nothing and why. */
export type RiskAnswer =
  | { readonly edit: ProtocolEdit; readonly save: readonly string[] }
  | { readonly setting: "environmentNames" }
  | { readonly refused: string };

/** Makes the edit that the server decided on, saves the shared configuration, and tells the server that it is written. */
export async function carryOut(
  client: BaseLanguageClient,
  answer: RiskAnswer,
): Promise<void> {
  if ("refused" in answer) {
    await window.showWarningMessage(`Clawdbot Config: ${answer.refused}`);
    return;
  }
  if (!("edit" in answer)) return;
  const files = answer.save.map((uri) => Uri.parse(uri));
  // The server has decided on what is saved; on another text its edit would go astray.
  const unsaved = workspace.textDocuments.find(
    ({ uri, isDirty }) =>
      isDirty && files.some((file) => file.toString() === uri.toString()),
  );
  if (unsaved !== undefined) {
    await window.showWarningMessage(
      "Clawdbot Config: save .clawdbot-lint.json first.",
    );
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  if (edit === undefined || !(await workspace.applyEdit(edit))) {
    await window.showErrorMessage(
      "Clawdbot Config: the change could not be made.",
    );
    return;
  }
  for (const file of files) {
    const document = await workspace.openTextDocument(file);
    await document.save();
  }
  // It may lie where no watcher looks.
  if (files.length > 0)
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: answer.save.map((uri) => ({ uri, type: 2 })),
    });
}
