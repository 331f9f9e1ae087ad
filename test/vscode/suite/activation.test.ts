import assert from "node:assert/strict";
import * as vscode from "vscode";

import {
  closeAll,
  diagnosticWith,
  extensionId,
  openFile,
  workspaceFile,
} from "./support.ts";

describe("the extension", () => {
  afterEach(closeAll);

  it("sleeps until such a file is opened", () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, "it is not installed");
    console.log(
      `VS Code ${vscode.version}, ${vscode.env.appName}, ${extension.extensionUri.toString()}`,
    );
    assert.equal(extension.isActive, false);
  });

  const names = [
    "clawdbot.json",
    "clawdbot.json5",
    "my.clawdbot.json",
    "my.clawdbot.json5",
    "moltbot.json",
  ];
  for (const name of names) {
    it(`knows ${name}`, async () => {
      const document = await vscode.workspace.openTextDocument(
        workspaceFile(`names/${name}`),
      );
      assert.equal(document.languageId, "clawdbot");
    });
  }
  it("leaves other JSON files alone", async () => {
    const document = await vscode.workspace.openTextDocument(
      workspaceFile("names/settings.json"),
    );
    assert.notEqual(document.languageId, "clawdbot");
  });

  it("is awake when such a file is open", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    await diagnosticWith("logging.redact_off", document);
    assert.equal(vscode.extensions.getExtension(extensionId)?.isActive, true);
  });

  it("offers its commands", async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of [
      "acceptRisk",
      "explainRule",
      "restartServer",
      "showLog",
    ])
      assert.ok(commands.includes(`clawdbot.${name}`), name);
  });

  it("finds the same again after a restart of its server", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    await diagnosticWith("logging.redact_off", document);
    await vscode.commands.executeCommand("clawdbot.restartServer");
    await diagnosticWith("logging.redact_off", document);
  });
});
