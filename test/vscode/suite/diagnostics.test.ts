import assert from "node:assert/strict";
import * as vscode from "vscode";

import {
  closeAll,
  codeOf,
  diagnosticWith,
  noDiagnosticWith,
  openFile,
  openText,
  ourDiagnostics,
  rangeOf,
  until,
  withSetting,
  workspaceFile,
} from "./support.ts";

describe("diagnostics", () => {
  afterEach(closeAll);

  it("show the three keys of the article for which the program refuses its baseline, and its published token", async () => {
    const document = await openFile("examples/article.clawdbot.json");
    await diagnosticWith("gateway.token_placeholder", document);
    const refusals = ourDiagnostics(document.uri).filter((diagnostic) =>
      codeOf(diagnostic).startsWith("schema."),
    );
    assert.deepEqual(
      refusals.map(({ range }) => document.getText(range)).sort(),
      ['"allowFrom"', '"groupAllowFrom"', '"groupPolicy"'],
    );
    for (const { severity } of refusals)
      assert.equal(severity, vscode.DiagnosticSeverity.Error);
    assert.equal(ourDiagnostics(document.uri).length, 4);
  });

  it("underline the value that is dangerous", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    const found = await diagnosticWith("logging.redact_off", document);
    assert.equal(document.getText(found.range), '"off"');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(typeof found.code === "object", "its code is no link");
    assert.ok(
      found.code.target.path.endsWith("/rules/logging.redact_off"),
      found.code.target.toString(),
    );
  });

  it("follow what is typed", async () => {
    const document = await openText(
      '{ logging: { redactSensitive: "tools" } }',
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf("tools", document), "off");
    await vscode.workspace.applyEdit(edit);
    await diagnosticWith("logging.redact_off", document);
    await vscode.commands.executeCommand("undo");
    await noDiagnosticWith("logging.redact_off", document);
  });

  it("go when the file is closed", async () => {
    // As a person opens it: what an extension has opened stays open behind the scenes for minutes.
    const uri = workspaceFile("closed.clawdbot.json");
    await vscode.commands.executeCommand("vscode.open", uri);
    await until("a problem", () =>
      ourDiagnostics(uri).length > 0 ? true : undefined,
    );
    await closeAll();
    await until("an empty list", () =>
      ourDiagnostics(uri).length === 0 ? true : undefined,
    );
  });

  it("obey the settings, at once", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    await diagnosticWith("logging.redact_off", document);
    await withSetting("rules", { "logging.redact_off": "off" }, async () => {
      await noDiagnosticWith("logging.redact_off", document);
      const others = ourDiagnostics(document.uri).map(codeOf);
      assert.ok(others.includes("channels.dm.open"), others.join());
    });
    await diagnosticWith("logging.redact_off", document);
  });

  it("never repeat a secret", async () => {
    const secret = "hunter2-hunter2";
    const document = await openText(
      `{ gateway: { bind: "lan", auth: { mode: "token", token: "${secret}" } } }`,
    );
    await diagnosticWith("gateway.token_too_short", document);
    for (const { message } of ourDiagnostics(document.uri))
      assert.ok(!message.includes(secret), message);
  });
});
