import assert from "node:assert/strict";
import type {
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  Range,
  SelectionRange,
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
      links.map(({ target }) => target),
      ["https://example.org/a.png"],
    );
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
