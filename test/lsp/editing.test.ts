import assert from "node:assert/strict";
import type {
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { LspClient, textEditsOf } from "../support/lsp-client.ts";

const uri = "file:///config/clawdbot.json";
const text = `{
  agents: { list: [{ id: "ops" }] },
  bindings: [{ agentId: "ops" }],
  ui: { assistant: { avatar: "https://example.org/a.png" } },
}
`;
const lines = text.split("\n");
const placeOf = (line: number, word: string) => ({
  line,
  character: (lines[line] ?? "").indexOf(word) + 1,
});

describe("editing over stdio", () => {
  let client: LspClient;
  before(async () => {
    client = await LspClient.start();
    await client.open(uri, text);
  });
  after(async () => {
    assert.deepEqual(client.logged, []);
    assert.equal(await client.stop(), 0);
  });
  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    client.request<T>(`textDocument/${method}`, {
      textDocument: { uri },
      ...params,
    });
  const atBinding = { position: placeOf(2, "ops") };

  it("completes, and explains when asked", async () => {
    const items = await ask<CompletionItem[]>("completion", {
      position: { line: 3, character: 7 },
    });
    const seam = items.find(({ label }) => label === "seamColor");
    assert.ok(seam?.textEdit && "range" in seam.textEdit);
    assert.match(seam.textEdit.newText, /^seamColor: ".*",$/);
    const told = await client.request<CompletionItem>(
      "completionItem/resolve",
      seam,
    );
    assert.ok(typeof told.documentation === "object");
  });
  it("outlines", async () => {
    const symbols = await ask<DocumentSymbol[]>("documentSymbol");
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ["agents", "bindings", "ui"],
    );
  });
  it("folds", async () => {
    const folds = await ask<FoldingRange[]>("foldingRange");
    assert.deepEqual(folds, [{ startLine: 0, endLine: 3 }]);
  });
  it("selects ever more", async () => {
    const [range] = await ask<SelectionRange[]>("selectionRange", {
      positions: [atBinding.position],
    });
    assert.deepEqual(range?.range.start, { line: 2, character: 25 });
    assert.ok(range.parent?.parent);
  });
  it("links", async () => {
    const links = await ask<DocumentLink[]>("documentLink");
    assert.deepEqual(
      links.flatMap(({ target, tooltip }) => (tooltip ? [] : [target])),
      ["https://example.org/a.png"],
    );
    assert.equal(links.length, 4, "and the documentation of three sections");
  });
  it("goes to the definition, and finds references and highlights", async () => {
    const definition = await ask<Location[]>("definition", atBinding);
    assert.deepEqual(
      definition.map(({ range }) => range.start.line),
      [1],
    );
    const references = await ask<Location[]>("references", {
      ...atBinding,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      references.map(({ range }) => range.start.line),
      [2],
    );
    const marks = await ask<DocumentHighlight[]>(
      "documentHighlight",
      atBinding,
    );
    assert.equal(marks.length, 2);
  });
  it("colours names, variables and secrets", async () => {
    const legend = client.initialized?.capabilities.semanticTokensProvider;
    assert.ok(legend && "legend" in legend);
    const { data } = await ask<SemanticTokens>("semanticTokens/full");
    // Line, character, length, type: relative to the token before.
    assert.deepEqual(
      [data.slice(0, 5), data.slice(5, 10)],
      [
        [1, (lines[1] ?? "").indexOf("ops"), 3, 1, 1],
        [1, (lines[2] ?? "").indexOf("ops"), 3, 1, 0],
      ],
    );
    assert.equal(legend.legend.tokenTypes[1], "class");
    const part = await ask<SemanticTokens>("semanticTokens/range", {
      range: {
        start: { line: 2, character: 0 },
        end: { line: 3, character: 0 },
      },
    });
    assert.equal(part.data.length, 5);
  });
  it("says where secrets stand, and nothing of what is no document", async () => {
    const secret = "file:///config/secret.clawdbot.json";
    await client.open(secret, `{ gateway: { auth: { token: "é-abc" } } }`);
    assert.deepEqual(
      await client.request("clawdbot/secretRanges", { uri: secret }),
      [
        {
          start: { line: 0, character: 29 },
          end: { line: 0, character: 34 },
        },
      ],
    );
    for (const params of [{}, { uri: 5 }, { uri: "file:///none" }])
      assert.deepEqual(
        await client.request("clawdbot/secretRanges", params),
        [],
      );
    await client.close(secret);
  });
  it("hints at what counts, as much as the settings ask for", async () => {
    const other = "file:///config/hints.clawdbot.json";
    await client.open(other, `{ channels: { telegram: {} } }`);
    const hints = (): Promise<InlayHint[]> =>
      client.request("textDocument/inlayHint", {
        textDocument: { uri: other },
        range: {
          start: { line: 0, character: 0 },
          end: { line: 1, character: 0 },
        },
      });
    assert.deepEqual(
      (await hints()).map(({ label }) => label),
      ["dmPolicy: pairing, groupPolicy: allowlist"],
    );
    await client.configure(other, { inlayHints: "off" });
    assert.deepEqual(await hints(), []);
    await client.configure(other, {});
    await client.close(other);
  });
  it("finds agents and channels in all open configs", async () => {
    const other = "file:///other/clawdbot.json";
    await client.open(
      other,
      `{ channels: { signal: {} }, agents: { list: [{ id: "home" }] } }`,
    );
    const symbols = await client.request<SymbolInformation[]>(
      "workspace/symbol",
      { query: "o" },
    );
    assert.deepEqual(
      symbols.map(({ name, location }) => `${name} in ${location.uri}`).sort(),
      [`home in ${other}`, `ops in ${uri}`],
    );
    await client.close(other);
  });
  it("renames, and says why not", async () => {
    const range = await ask<Range>("prepareRename", atBinding);
    assert.equal(range.end.character - range.start.character, 3);
    const edit = await ask<WorkspaceEdit>("rename", {
      ...atBinding,
      newName: "team",
    });
    assert.equal(textEditsOf(edit, uri).length, 2);
    await assert.rejects(
      ask("rename", { ...atBinding, newName: "Big Name" }),
      /small letters/,
    );
  });
});
