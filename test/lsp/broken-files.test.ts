import assert from "node:assert/strict";
import { Random } from "../../scripts/random.ts";
import { brokenTexts } from "../support/broken-texts.ts";
import { LspClient } from "../support/lsp-client.ts";
import { LineIndex } from "../../server/src/core/text/line-index.ts";

const uri = "file:///config/clawdbot.json";
const options = { tabSize: 2, insertSpaces: true };

/** Requests about a place, and what they ask besides. */
const atPlace: Readonly<Record<string, object>> = {
  hover: {},
  completion: {},
  definition: {},
  references: { context: { includeDeclaration: true } },
  documentHighlight: {},
  prepareRename: {},
  onTypeFormatting: { ch: "}", options },
};

/** Requests about the whole document. */
const aboutAll: Readonly<Record<string, object>> = {
  documentSymbol: {},
  foldingRange: {},
  documentLink: {},
  formatting: { options },
  "semanticTokens/full": {},
};

describe("a broken file over stdio", () => {
  it("gets an answer to every request, at any place", async () => {
    const client = await LspClient.start();
    const random = new Random(5);
    let asked = 0;
    await client.open(uri, "");
    for (const [index, text] of brokenTexts(50, 7).entries()) {
      await client.change(uri, index + 2, text);
      const ask = (method: string, params: object): Promise<unknown> => {
        asked++;
        return client.request(`textDocument/${method}`, {
          textDocument: { uri },
          ...params,
        });
      };
      for (const [method, more] of Object.entries(aboutAll))
        await ask(method, more);
      const lines = new LineIndex(text);
      for (let place = 0; place < 4; place++) {
        const position = lines.positionAt(random.below(text.length + 1));
        const range = { start: position, end: position };
        for (const [method, more] of Object.entries(atPlace))
          await ask(method, { position, ...more });
        for (const method of ["inlayHint", "semanticTokens/range"])
          await ask(method, { range });
        await ask("rangeFormatting", { range, options });
        await ask("selectionRange", { positions: [position] });
        await ask("codeAction", { range, context: { diagnostics: [] } });
      }
      await client.request("workspace/symbol", { query: "" });
      await client.request("clawdbot/secretRanges", { uri });
    }
    assert.ok(asked > 2000, `${asked} requests`);
    assert.deepEqual(client.logged, []);
    assert.equal(await client.stop(), 0);
  }).timeout(120_000);
});
