import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompletionItem, Hover } from "vscode-languageserver/node";
import { LspClient, type LspClientOptions } from "../support/lsp-client.ts";
import { withCursor } from "../support/fixture.ts";

/** A folder with a config in it, and a server that has it open. */
async function within(
  marked: string,
  options: LspClientOptions,
  run: (
    client: LspClient,
    uri: string,
    folder: string,
    position: { line: number; character: number },
  ) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "clawdbot-complete-"));
  const client = await LspClient.start({
    folder: pathToFileURL(folder).href,
    ...options,
  });
  try {
    await mkdir(join(folder, "parts"));
    await writeFile(
      join(folder, "agents.json5"),
      `{ list: [{ id: "a", sandbox: {} }] }`,
    );
    await writeFile(join(folder, "parts", "gateway.json5"), "{}");
    await writeFile(join(folder, "notes.txt"), "no config");
    const uri = pathToFileURL(join(folder, "clawdbot.json")).href;
    const { text, offset } = withCursor(marked);
    await client.open(uri, text);
    await run(client, uri, folder, { line: 0, character: offset });
    assert.deepEqual(client.logged, []);
  } finally {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true });
  }
}

const completion = (
  client: LspClient,
  uri: string,
  position: { line: number; character: number },
): Promise<CompletionItem[]> =>
  client.request("textDocument/completion", {
    textDocument: { uri },
    position,
  });

describe("completion over stdio", () => {
  it("lists the files that could be included", () =>
    within(
      `{ agents: { $include: "./<|>" } }`,
      { initializationOptions: { isVscode: true } },
      async (client, uri, _, position) => {
        const items = await completion(client, uri, position);
        assert.deepEqual(
          items.map(({ label, command }) => [label, command?.command]),
          [
            ["agents.json5", undefined],
            ["parts/", "editor.action.triggerSuggest"],
          ],
        );
      },
    ));
  it("goes on into a folder", () =>
    within(
      `{ agents: { $include: "parts/<|>" } }`,
      {},
      async (client, uri, _, position) => {
        const items = await completion(client, uri, position);
        assert.deepEqual(
          items.map(({ label }) => label),
          ["gateway.json5"],
        );
      },
    ));
  it("lists nothing while nobody vouches for the workspace", () =>
    within(
      `{ agents: { $include: "./<|>" } }`,
      { initializationOptions: { isTrusted: false } },
      async (client, uri, _, position) => {
        assert.deepEqual(await completion(client, uri, position), []);
      },
    ));
  it("and hover understand an included file in the context of the open config that includes it", () =>
    within(
      `{ agents: { $include: "./agents.json5", defaults: { sandbox: { mode: "all" } } }<|> }`,
      {},
      async (client, _, folder) => {
        const part = pathToFileURL(join(folder, "agents.json5")).href;
        const { text, offset } = withCursor(
          `{ list: [{ id: "a", sandbox: { <|> } }] }`,
        );
        await client.notifyOpen(part, text);
        const items = await completion(client, part, {
          line: 0,
          character: offset,
        });
        assert.ok(items.some(({ label }) => label === "workspaceAccess"));
        const hover = await client.request<Hover>("textDocument/hover", {
          textDocument: { uri: part },
          position: { line: 0, character: text.indexOf("sandbox") + 1 },
        });
        const { contents } = hover;
        assert.ok(typeof contents === "object" && "value" in contents);
        assert.match(
          contents.value,
          /`mode`: `all` \(set by `agents\.defaults\.sandbox\.mode` in `clawdbot\.json`\)/,
        );
      },
    ));
});
