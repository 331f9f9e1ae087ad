import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAction } from "vscode-languageserver/node";
import { LineIndex } from "../../server/src/core/text/line-index.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { walk } from "../../server/src/core/json5/navigate.ts";
import { assertNoLeak, Canaries } from "../support/canaries.ts";
import { LspClient } from "../support/lsp-client.ts";
import { plantedConfigs } from "../support/planted-configs.ts";

const everything = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};

/** An action without the edits, which move the config's own text. */
const withoutEdits = (action: CodeAction): object => ({
  ...action,
  edit: action.edit?.changeAnnotations ?? {},
});

describe("the server over stdio", () => {
  it("repeats no secret in any answer or log line", async () => {
    const folder = await mkdtemp(join(tmpdir(), "clawdbot-secrets-"));
    const client = await LspClient.start({
      settings: { inlayHints: "all" },
    });
    const canaries = new Canaries();
    let answers = 0;
    try {
      await writeFile(
        join(folder, ".env"),
        `CLAWDBOT_GATEWAY_PASSWORD=${canaries.plain()}\n`,
      );
      const configs = plantedConfigs(canaries, 90);
      for (const [index, [name, text]] of configs.entries()) {
        const uri = pathToFileURL(join(folder, `${index}.clawdbot.json`)).href;
        const textDocument = { uri };
        const look = (what: string, answer: unknown): void => {
          answers += 1;
          assertNoLeak(JSON.stringify(answer), `${what}, ${name}:\n${text}`);
        };
        look("diagnostics", await client.open(uri, text));
        look(
          "code actions",
          (await client.codeActions(uri, everything))?.map(withoutEdits),
        );
        for (const method of [
          "documentSymbol",
          "foldingRange",
          "documentLink",
          "inlayHint",
          "semanticTokens/full",
        ])
          look(
            method,
            await client.request(`textDocument/${method}`, {
              textDocument,
              range: everything,
            }),
          );
        look(
          "workspace/symbol",
          await client.request("workspace/symbol", { query: "" }),
        );
        const lines = new LineIndex(text);
        const nodes = [...walk(parseJson5(text).root)];
        const step = Math.max(1, Math.floor(nodes.length / 8));
        for (let at = 0; at < nodes.length; at += step) {
          const position = lines.positionAt((nodes[at]?.offset ?? 0) + 1);
          look("hover", await client.hover(uri, position));
          for (const method of [
            "completion",
            "definition",
            "references",
            "documentHighlight",
            "prepareRename",
            "selectionRange",
          ]) {
            const answer = await client
              .request(`textDocument/${method}`, {
                textDocument,
                position,
                positions: [position],
                context: { includeDeclaration: true },
              })
              // Nothing to rename is said as an error, which is looked at as well.
              .catch((error: unknown) => String(error));
            look(method, answer);
          }
        }
        look("closing", await client.close(uri));
      }
      for (const line of client.logged) assertNoLeak(line, "the log");
    } finally {
      assert.equal(await client.stop(), 0);
      await rm(folder, { recursive: true });
    }
    assert.ok(canaries.planted > 500, `only ${canaries.planted} secrets`);
    assert.ok(answers > 3000, `only ${answers} answers`);
  });
});
