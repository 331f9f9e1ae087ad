import assert from "node:assert/strict";
import * as vscode from "vscode";

import {
  actionsAt,
  closeAll,
  codeOf,
  diagnosticWith,
  noDiagnosticWith,
  openFile,
  ourDiagnostics,
  until,
  workspaceFile,
} from "./support.ts";

const code = "fs.config.perms_world_readable";
const config = "state/clawdbot.json";

describe("file permissions", () => {
  afterEach(closeAll);

  // In a browser there are no files whose permissions could be looked at.
  const hasDisk = workspaceFile(config).scheme === "file";

  it("are shown where a gateway keeps its state, and repaired by a quick-fix", async () => {
    const document = await openFile(config);
    if (!hasDisk) {
      await until("the end of the first look", async () => {
        const symbols = await vscode.commands.executeCommand<unknown[]>(
          "vscode.executeDocumentSymbolProvider",
          document.uri,
        );
        return symbols?.length > 0 ? true : undefined;
      });
      assert.deepEqual(ourDiagnostics(document.uri).map(codeOf), []);
      return;
    }
    const { range } = await diagnosticWith(code, document);
    const action = await until("the repair", async () => {
      const actions = await actionsAt(
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix,
      );
      return actions.find(({ title }) => title.includes("chmod 600"));
    });
    assert.equal(action.edit, undefined);
    assert.ok(action.command);
    const { command, arguments: given } = action.command;
    await vscode.commands.executeCommand(
      command,
      ...((given ?? []) as readonly unknown[]),
    );
    await noDiagnosticWith(code, document);
  });

  it("can be repaired from the palette, where there is a disk", async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.equal(commands.includes("clawdbot.fixPermissions"), hasDisk);
    // About no config in particular it does nothing, and does not fail.
    if (hasDisk)
      await vscode.commands.executeCommand("clawdbot.fixPermissions");
  });
});
