import assert from "node:assert/strict";
import * as vscode from "vscode";

import { badInput } from "./bad-input.ts";
import {
  closeAll,
  diagnosticWith,
  openFile,
  openText,
  ourDiagnostics,
  until,
  workspaceFile,
} from "./support.ts";

const isError = ({ severity }: vscode.Diagnostic): boolean =>
  severity === vscode.DiagnosticSeverity.Error;

/** What the server finds in the document, once it has answered. */
async function verdictOn(
  document: vscode.TextDocument,
  isRefused: boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const errors = (): readonly vscode.Diagnostic[] =>
    ourDiagnostics(document.uri).filter(isError);
  if (isRefused)
    await until(`an error in ${document.uri.path}`, () =>
      errors().length > 0 ? true : undefined,
    );
  // The server answers in turn: when it has told of this file, it has told of the one before.
  await serverAnswers();
  return errors();
}

async function serverAnswers(): Promise<void> {
  const canary = await openText('{ logging: { redactSensitive: "off" } }');
  await diagnosticWith("logging.redact_off", canary);
  await vscode.commands.executeCommand(
    "workbench.action.revertAndCloseActiveEditor",
  );
}

describe("bad input", () => {
  afterEach(closeAll);

  for (const { name, content, isRefused } of badInput) {
    it(`${name} gets ${isRefused ? "clear words" : "no error"}`, async () => {
      const given = content();
      // VS Code itself opens no file with NUL bytes in it as text.
      const isText = typeof given !== "string" || !given.includes("\0");
      const document = isText
        ? await openFile(`bad/${name}`)
        : await openText(given);
      const before = document.getText();
      const errors = await verdictOn(document, isRefused);
      assert.equal(
        errors.length > 0,
        isRefused,
        errors.map(({ message }) => message).join("\n"),
      );
      for (const { message } of errors) assert.match(message, /\S+ \S+/);
      assert.equal(document.getText(), before);
      assert.equal(document.isDirty, document.isUntitled && before !== "");
    });
  }

  it("lone surrogates that are typed are an answer away", async () => {
    const document = await openText('{ "\ud800": "\udc00" }');
    const errors = await verdictOn(document, true);
    assert.ok(errors.length > 0);
  });

  it("a folder of the name clawdbot.json does no harm", async () => {
    await assert.rejects(async () =>
      vscode.workspace.openTextDocument(
        workspaceFile("directory/clawdbot.json"),
      ),
    );
    await serverAnswers();
  });
});
