import assert from "node:assert/strict";
import * as vscode from "vscode";

import { closeAll, openFile, openText, rangeOf, until } from "./support.ts";

const config = `{
  // #region agents
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [{ id: "ops", sandbox: {} }, { id: "family" }],
  },
  // #endregion
  bindings: [{ agentId: "ops", match: { channel: "telegram" } }],
  channels: { telegram: {} },
  ui: { assistant: { avatar: "https://example.org/a.png" } },
  gateway: { auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } },
}
`;

/** Runs a command of VS Code's that asks every provider, until one has an answer. */
const ask = <T>(
  what: string,
  command: string,
  isAnswer: (answer: T) => boolean,
  ...args: readonly unknown[]
): Promise<T> =>
  until(what, async () => {
    const answer = await vscode.commands.executeCommand<T>(command, ...args);
    return answer !== undefined && answer !== null && isAnswer(answer)
      ? answer
      : undefined;
  });

const isFilled = (list: { readonly length: number }): boolean =>
  list.length > 0;

/** The place of the n-th time that a piece occurs. */
function placeOf(
  document: vscode.TextDocument,
  piece: string,
  time = 0,
): vscode.Position {
  let offset = -1;
  for (let count = 0; count <= time; count++)
    offset = document.getText().indexOf(piece, offset + 1);
  assert.ok(offset >= 0, piece);
  return document.positionAt(offset + 1);
}

describe("an editor of a config", () => {
  afterEach(closeAll);

  it("completes keys and values", async () => {
    const document = await openText(`{ gateway: { bind: "" } }`);
    const { items } = await ask<vscode.CompletionList>(
      "completions",
      "vscode.executeCompletionItemProvider",
      (list) => list.items.some(({ label }) => label === "loopback"),
      document.uri,
      rangeOf(`""`, document).start.translate(0, 1),
    );
    assert.equal(
      items.find(({ preselect }) => preselect === true)?.label,
      "loopback",
    );
    const keys = await ask<vscode.CompletionList>(
      "keys",
      "vscode.executeCompletionItemProvider",
      (list) => list.items.some(({ label }) => label === "auth"),
      document.uri,
      rangeOf("bind", document).start.translate(0, -1),
    );
    assert.ok(!keys.items.some(({ label }) => label === "bind"));
  });

  it("completes the files that could be included", async () => {
    const document = await openFile("examples/exposed.clawdbot.json");
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      rangeOf("gateway:", document).start,
      '$include: "./",\n  ',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const { items } = await ask<vscode.CompletionList>(
      "files",
      "vscode.executeCompletionItemProvider",
      (list) =>
        list.items.some(({ label }) => label === "article.clawdbot.json"),
      document.uri,
      rangeOf('"./"', document).end.translate(0, -1),
    );
    assert.ok(!items.some(({ label }) => label === "exposed.clawdbot.json"));
  });

  it("says what counts where nothing is written", async () => {
    const document = await openText(config);
    const hovers = await ask<vscode.Hover[]>(
      "a hover",
      "vscode.executeHoverProvider",
      isFilled,
      document.uri,
      placeOf(document, "sandbox", 1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : content.value))
      .join("\n");
    assert.match(
      text,
      /`mode`: `all` \(set by `agents\.defaults\.sandbox\.mode`\)/,
    );
  });

  it("outlines", async () => {
    const document = await openText(config);
    const symbols = await ask<vscode.DocumentSymbol[]>(
      "symbols",
      "vscode.executeDocumentSymbolProvider",
      isFilled,
      document.uri,
    );
    const agents = symbols.find(({ name }) => name === "agents");
    const list = agents?.children.find(({ name }) => name === "list");
    assert.deepEqual(
      list?.children.map(({ name }) => name),
      ["ops", "family"],
    );
  });

  it("folds regions and objects", async () => {
    const document = await openText(config);
    const folds = await ask<vscode.FoldingRange[]>(
      "folds",
      "vscode.executeFoldingRangeProvider",
      isFilled,
      document.uri,
    );
    assert.ok(
      folds.some(
        ({ start, end, kind }) =>
          start === 1 && end === 6 && kind === vscode.FoldingRangeKind.Region,
      ),
    );
  });

  it("selects ever more", async () => {
    const document = await openText(config);
    const [range] = await ask<vscode.SelectionRange[]>(
      "selections",
      "vscode.executeSelectionRangeProvider",
      isFilled,
      document.uri,
      [placeOf(document, "ops")],
    );
    assert.equal(document.getText(range?.range), "ops");
    assert.equal(document.getText(range?.parent?.range), '"ops"');
  });

  it("links addresses", async () => {
    const document = await openText(config);
    const links = await ask<vscode.DocumentLink[]>(
      "links",
      "vscode.executeLinkProvider",
      isFilled,
      document.uri,
    );
    assert.ok(
      links.some(
        ({ target }) => target?.toString() === "https://example.org/a.png",
      ),
    );
  });

  it("goes to an agent, finds and marks what refers to it", async () => {
    const document = await openText(config);
    const at = [document.uri, placeOf(document, "ops", 1)] as const;
    const [definition] = await ask<vscode.Location[]>(
      "a definition",
      "vscode.executeDefinitionProvider",
      isFilled,
      ...at,
    );
    assert.equal(definition?.range.start.line, 4);
    const references = await ask<vscode.Location[]>(
      "references",
      "vscode.executeReferenceProvider",
      isFilled,
      ...at,
    );
    assert.equal(references.length, 2);
    const marks = await ask<vscode.DocumentHighlight[]>(
      "highlights",
      "vscode.executeDocumentHighlights",
      isFilled,
      ...at,
    );
    assert.equal(marks.length, 2);
  });

  it("renames an agent everywhere", async () => {
    const document = await openText(config);
    const edit = await ask<vscode.WorkspaceEdit>(
      "a renaming",
      "vscode.executeDocumentRenameProvider",
      (answer) => answer.size > 0,
      document.uri,
      placeOf(document, "ops"),
      "team",
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.doesNotMatch(document.getText(), /ops/);
    assert.equal(document.getText().match(/"team"/g)?.length, 2);
  });

  it("colours names and variables", async () => {
    const document = await openText(config);
    const legend = await ask<vscode.SemanticTokensLegend>(
      "a legend",
      "vscode.provideDocumentSemanticTokensLegend",
      ({ tokenTypes }) => tokenTypes.length > 0,
      document.uri,
    );
    const { data } = await ask<vscode.SemanticTokens>(
      "tokens",
      "vscode.provideDocumentSemanticTokens",
      (tokens) => tokens.data.length > 0,
      document.uri,
    );
    const types = new Set<string | undefined>();
    for (let at = 3; at < data.length; at += 5)
      types.add(legend.tokenTypes[data[at] ?? -1]);
    for (const type of ["class", "namespace", "variable"])
      assert.ok(types.has(type), type);
  });

  it("hints at what a block leaves out", async () => {
    const document = await openText(config);
    const hints = await ask<vscode.InlayHint[]>(
      "hints",
      "vscode.executeInlayHintProvider",
      isFilled,
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.ok(
      hints.some(
        ({ label }) =>
          typeof label === "string" && label.startsWith("dmPolicy: pairing"),
      ),
    );
  });

  it("finds agents of all open configs by name", async () => {
    await openText(config);
    await openText(`{ agents: { list: [{ id: "second" }] } }`);
    const symbols = await ask<vscode.SymbolInformation[]>(
      "workspace symbols",
      "vscode.executeWorkspaceSymbolProvider",
      (list) =>
        ["ops", "second"].every((id) => list.some(({ name }) => name === id)),
      "",
    );
    assert.ok(symbols.some(({ name }) => name === "telegram"));
  });

  it("hides secrets when it is asked to, and goes on as before", async () => {
    const configuration = vscode.workspace.getConfiguration("clawdbot");
    const target = vscode.ConfigurationTarget.Global;
    await configuration.update("maskSecrets", true, target);
    try {
      const document = await openText(`{ hooks: { token: "not-so-secret" } }`);
      const before = document.getText();
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      editor.selection = new vscode.Selection(0, 24, 0, 24);
      await ask<vscode.Hover[]>(
        "a hover",
        "vscode.executeHoverProvider",
        isFilled,
        document.uri,
        rangeOf("token", document).start,
      );
      assert.equal(document.getText(), before);
    } finally {
      await configuration.update("maskSecrets", undefined, target);
    }
  });
});
