import assert from "node:assert/strict";
import * as vscode from "vscode";

import {
  actionsAt,
  applyAction,
  closeAll,
  codeOf,
  diagnosticWith,
  noDiagnosticWith,
  openFile,
  ourDiagnostics,
  until,
  withSetting,
  workspaceFile,
} from "./support.ts";

const { QuickFix } = vscode.CodeActionKind;
const lintFile = (folder: string): vscode.Uri =>
  workspaceFile(`${folder}/.clawdbot-lint.json`);

/** The action of this beginning where the problem is, once there is one. */
async function actionOf(
  title: string,
  code: string,
  document: vscode.TextDocument,
): Promise<vscode.CodeAction> {
  const { range } = await diagnosticWith(code, document);
  return until(`"${title}" for ${code}`, async () => {
    const actions = await actionsAt(document.uri, range, QuickFix);
    return actions.find((action) => action.title.startsWith(title));
  });
}

/** Runs an action's command, with what a person would answer to its questions. */
async function runAction(
  { title, command }: vscode.CodeAction,
  ...answers: readonly unknown[]
): Promise<void> {
  assert.ok(command, `"${title}" has no command`);
  await vscode.commands.executeCommand(
    command.command,
    ...((command.arguments ?? []) as unknown[]),
    ...answers,
  );
}

const textOf = async (uri: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

describe("the shared configuration", () => {
  afterEach(closeAll);

  it("is obeyed, and what the user set in VS Code before it", async () => {
    const document = await openFile("shared/clawdbot.json");
    const severity = async (): Promise<vscode.DiagnosticSeverity> =>
      (await diagnosticWith("logging.redact_off", document)).severity;
    assert.equal(await severity(), vscode.DiagnosticSeverity.Error);
    // VS Code's own default is another profile; nobody has set it.
    await diagnosticWith("gateway.trusted_proxies_missing", document);
    await withSetting("profile", "recommended", () =>
      noDiagnosticWith("gateway.trusted_proxies_missing", document).then(
        () => undefined,
      ),
    );
    await withSetting("rules", { "logging.redact_off": "hint" }, async () => {
      await until("a hint", async () =>
        (await severity()) === vscode.DiagnosticSeverity.Hint
          ? true
          : undefined,
      );
    });
  });

  it("shows its own problems, and repairs them", async () => {
    await openFile("shared/clawdbot.json");
    const document = await openFile("shared/.clawdbot-lint.json");
    assert.equal(document.languageId, "jsonc");
    const fix = await actionOf("Change to", "lint.unknown_code", document);
    assert.equal(fix.title, "Change to channels.dm.open");
    await applyAction(fix);
    assert.match(document.getText(), /"channels\.dm\.open": "off"/);
    assert.ok(await document.save());
    await noDiagnosticWith("lint.unknown_code", document);
  });

  it("takes the name of a variable that is set where the gateway runs", async () => {
    const document = await openFile("shared/clawdbot.json");
    const action = await actionOf(
      "It is set where my gateway runs: CLAWDBOT_GATEWAY_TOKEN",
      "gateway.loopback_no_auth",
      document,
    );
    await runAction(action);
    await noDiagnosticWith("gateway.loopback_no_auth", document);
    assert.match(
      await textOf(lintFile("shared")),
      /"names": \[\s*"CLAWDBOT_GATEWAY_TOKEN"\s*,?\s*\]/,
    );
  });
});

describe("a risk", () => {
  afterEach(closeAll);

  it("is accepted in a comment, and undo takes that back", async () => {
    const document = await openFile("accepting/clawdbot.json");
    const before = document.getText();
    const action = await actionOf(
      "Accept this risk",
      "logging.redact_off",
      document,
    );
    await runAction(action, {
      where: "comment",
      reason: "logs stay on this machine",
      until: "2099-12-31",
    });
    assert.equal(
      document.getText(),
      before.replace(
        '  "logging"',
        '  // clawdbot-ignore logging.redact_off until 2099-12-31: logs stay on this machine\n  "logging"',
      ),
    );
    await noDiagnosticWith("logging.redact_off", document);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
    await diagnosticWith("logging.redact_off", document);
  });

  it("is accepted in a shared configuration that is made for it", async () => {
    const document = await openFile("accepting/clawdbot.json");
    const before = document.getText();
    const action = await actionOf(
      "Accept this risk",
      "logging.redact_off",
      document,
    );
    await runAction(action, { where: "file", reason: "logs stay here" });
    await noDiagnosticWith("logging.redact_off", document);
    assert.equal(document.getText(), before);
    const shared: unknown = JSON.parse(await textOf(lintFile("accepting")));
    assert.deepEqual(shared, {
      accept: [
        {
          code: "logging.redact_off",
          path: "logging.redactSensitive",
          file: "clawdbot.json",
          reason: "logs stay here",
        },
      ],
    });
    assert.deepEqual(ourDiagnostics(document.uri).map(codeOf), []);
    // The file is watched: without it the problem is back.
    await vscode.workspace.fs.delete(lintFile("accepting"));
    await diagnosticWith("logging.redact_off", document);
  });
});
