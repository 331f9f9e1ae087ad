import * as vscode from "vscode";

export const extensionId = "clawdbot-config.clawdbot-config";

/** In milliseconds. When nothing answers, thirty tests that each wait as long as the first would take ten minutes to say so. */
let patience = 15_000;

/** Asks again and again until the answer is there; the error says what was waited for. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) {
      patience = Math.max(1_000, patience / 2);
      throw new Error(`waited in vain for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The address of a file of the workspace, in whatever scheme this VS Code has it. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens an editor with a text that is in no file. */
export async function openText(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({
    language: "clawdbot",
    content,
  });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Leaves the document as it stands on disk, and closes every editor. */
export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand(
    "workbench.action.revertAndCloseActiveEditor",
  );
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** A diagnostic's code, whether or not it is a link. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

export const ourDiagnostics = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "clawdbot");

/** Waits for the problem with this code. */
export const diagnosticWith = (
  code: string,
  { uri }: vscode.TextDocument,
): Promise<vscode.Diagnostic> =>
  until(`${code} in ${uri.path}`, () =>
    ourDiagnostics(uri).find((diagnostic) => codeOf(diagnostic) === code),
  );

/** Waits until no problem has this code, when the first look at the document is over. */
export const noDiagnosticWith = (
  code: string,
  { uri }: vscode.TextDocument,
): Promise<true> =>
  until(`the end of ${code} in ${uri.path}`, () =>
    ourDiagnostics(uri).some((diagnostic) => codeOf(diagnostic) === code)
      ? undefined
      : true,
  );

/** The place of a piece of the text that occurs in it. */
export function rangeOf(
  piece: string,
  document: vscode.TextDocument,
): vscode.Range {
  const start = document.getText().indexOf(piece);
  if (start < 0) throw new Error(`no ${piece} in ${document.uri.path}`);
  return new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + piece.length),
  );
}

/** Everything that hovering over a place says, ours and others'. */
export async function hoverAt(
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}

/** The code actions of a range, of one kind and what is below it. */
export const actionsAt = (
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind.value,
  );

/** Does what choosing the action does. */
export async function applyAction({
  title,
  edit,
}: vscode.CodeAction): Promise<void> {
  if (edit === undefined) throw new Error(`"${title}" has no edit`);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error(`"${title}" was not applied`);
}

/** Sets a setting of the user for as long as `during` takes. */
export async function withSetting(
  name: string,
  value: unknown,
  during: () => Promise<void>,
): Promise<void> {
  const configuration = vscode.workspace.getConfiguration("clawdbot");
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await during();
  } finally {
    await configuration.update(
      name,
      undefined,
      vscode.ConfigurationTarget.Global,
    );
  }
}
