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
  openText,
  ourDiagnostics,
  until,
} from "./support.ts";

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const fixAllKind = SourceFixAll.append("clawdbot");

/** The quick-fixes where the problem with this code is, once there are any. The API tells only their titles and edits. */
async function fixesOf(
  code: string,
  document: vscode.TextDocument,
): Promise<vscode.CodeAction[]> {
  const { range } = await diagnosticWith(code, document);
  return until(`a fix of ${code}`, async () => {
    const actions = await actionsAt(document.uri, range, QuickFix);
    return actions.length > 0 ? actions : undefined;
  });
}

describe("a quick-fix", () => {
  afterEach(closeAll);

  it("changes the value and nothing else, and undo brings it back", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    const before = document.getText();
    const [fix] = await fixesOf("logging.redact_off", document);
    assert.ok(fix);
    await applyAction(fix);
    assert.equal(
      document.getText(),
      before.replace('redactSensitive: "off"', 'redactSensitive: "tools"'),
    );
    await noDiagnosticWith("logging.redact_off", document);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
    await diagnosticWith("logging.redact_off", document);
  });

  it("keeps comments", async () => {
    const document = await openText(
      "{\n  // why\n  logging: { redactSensitive: 'off' /* for now */ }, // end\n}\n",
    );
    const [fix] = await fixesOf("logging.redact_off", document);
    assert.ok(fix);
    await applyAction(fix);
    assert.equal(
      document.getText(),
      "{\n  // why\n  logging: { redactSensitive: 'tools' /* for now */ }, // end\n}\n",
    );
  });

  it("makes the article's baseline acceptable, step by step", async () => {
    const document = await openFile("examples/article.clawdbot.json");
    await diagnosticWith("gateway.token_placeholder", document);
    const refusals = (): readonly vscode.Diagnostic[] =>
      ourDiagnostics(document.uri).filter((diagnostic) =>
        codeOf(diagnostic).startsWith("schema."),
      );
    assert.equal(refusals().length, 3);
    for (let left = refusals().length; left > 0; left = refusals().length) {
      const [first] = refusals();
      assert.ok(first);
      const [fix] = await fixesOf(codeOf(first), document);
      assert.ok(fix);
      assert.match(fix.title, /^(Move|Nobody)/);
      await applyAction(fix);
      await until("one refusal fewer", () =>
        refusals().length < left ? true : undefined,
      );
    }
    assert.deepEqual(ourDiagnostics(document.uri).map(codeOf), [
      "gateway.token_placeholder",
    ]);
    assert.match(document.getText(), /\/\/ Global group policy/);
  });

  it("writes a secure baseline into an empty file", async () => {
    const document = await openText("");
    const baseline = await until("the baseline", async () => {
      const actions = await actionsAt(
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        QuickFix,
      );
      return actions.find(({ title }) => title === "Insert a secure baseline");
    });
    await applyAction(baseline);
    assert.match(document.getText(), /gateway/);
    await until("no error", () =>
      ourDiagnostics(document.uri).some(
        ({ severity }) => severity === vscode.DiagnosticSeverity.Error,
      )
        ? undefined
        : true,
    );
  });
});

describe("fix all", () => {
  afterEach(closeAll);

  it("carries out the safe fixes, and only those", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    await diagnosticWith("logging.redact_off", document);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const [all] = await until("fix all", async () => {
      const actions = await actionsAt(document.uri, whole, fixAllKind);
      return actions.length > 0 ? actions : undefined;
    });
    assert.ok(all);
    assert.equal(all.kind?.value, fixAllKind.value);
    await applyAction(all);
    assert.match(document.getText(), /redactSensitive: "tools"/);
    // Who may write to the bot is the owner's decision.
    assert.match(document.getText(), /dmPolicy: "open"/);
  });

  it("runs on save when the user wants that", async () => {
    const settings = vscode.workspace.getConfiguration("editor", {
      languageId: "clawdbot",
    });
    const name = "codeActionsOnSave";
    await settings.update(
      name,
      { [fixAllKind.value]: "always" },
      vscode.ConfigurationTarget.Global,
      true,
    );
    try {
      const document = await openFile("names/moltbot.json");
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        document.positionAt(1),
        ' logging: { redactSensitive: "off" },',
      );
      await vscode.workspace.applyEdit(edit);
      await diagnosticWith("logging.redact_off", document);
      assert.ok(await document.save());
      assert.match(document.getText(), /redactSensitive: "tools"/);
      const saved = await vscode.workspace.fs.readFile(document.uri);
      assert.match(new TextDecoder().decode(saved), /redactSensitive: "tools"/);
    } finally {
      await settings.update(
        name,
        undefined,
        vscode.ConfigurationTarget.Global,
        true,
      );
    }
  });
});
