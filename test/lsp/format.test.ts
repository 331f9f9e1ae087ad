import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FormattingOptions, TextEdit } from "vscode-languageserver/node";
import { LspClient } from "../support/lsp-client.ts";

const uri = "file:///config/clawdbot.json";
const spaces: FormattingOptions = { tabSize: 2, insertSpaces: true };

describe("formatting over stdio", () => {
  let client: LspClient;

  beforeEach(async () => {
    client = await LspClient.start();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, "the server leaves cleanly");
  });

  /** The text after the edits that the server answers with. */
  async function formatted(
    text: string,
    method: string,
    params: object = {},
    options = spaces,
  ): Promise<string> {
    await client.open(uri, text);
    const edits = await client.request<TextEdit[]>(`textDocument/${method}`, {
      textDocument: { uri },
      options,
      ...params,
    });
    assert.ok(
      edits.every(({ newText }) => newText.trim() === ""),
      "only white space is written",
    );
    return TextDocument.applyEdits(
      TextDocument.create(uri, "clawdbot", 1, text),
      edits,
    );
  }

  const untidy = `{\n// é 𝒳\n    gateway:{mode :'local',\n"bind":"loopback"},\n      logging: { level: "info" },\n}\n`;

  it("announces itself with the characters it listens to", () => {
    const { capabilities } = client.initialized ?? { capabilities: undefined };
    assert.equal(capabilities?.documentFormattingProvider, true);
    assert.equal(capabilities?.documentRangeFormattingProvider, true);
    assert.deepEqual(capabilities?.documentOnTypeFormattingProvider, {
      firstTriggerCharacter: "}",
      moreTriggerCharacter: ["]", "\n"],
    });
  });

  it("lays out a document, and leaves quotes, keys and comments as they are", async () => {
    assert.equal(
      await formatted(untidy, "formatting"),
      `{\n  // é 𝒳\n  gateway: {\n    mode: 'local',\n    "bind": "loopback"\n  },\n  logging: { level: "info" },\n}\n`,
    );
  });

  it("follows the editor's tab settings", async () => {
    const tabs = { tabSize: 4, insertSpaces: false };
    const text = `{\n  "logging": {\n    "level": "info"\n  }\n}\n`;
    assert.equal(
      await formatted(text, "formatting", {}, tabs),
      text.replaceAll("  ", "\t"),
    );
    const wide = { tabSize: 4, insertSpaces: true };
    assert.equal(
      await formatted(text, "formatting", {}, wide),
      text.replaceAll("  ", "    "),
    );
  });

  it("keeps CRLF", async () => {
    assert.equal(
      await formatted(`{\r\n"logging":{}\r\n}\r\n`, "formatting"),
      `{\r\n  "logging": {}\r\n}\r\n`,
    );
  });

  it("changes only the lines asked for", async () => {
    const text = `{\n      gateway: {},\n      logging: {},\n      env: {},\n}\n`;
    const range = {
      start: { line: 2, character: 0 },
      end: { line: 2, character: 18 },
    };
    assert.equal(
      await formatted(text, "rangeFormatting", { range }),
      `{\n      gateway: {},\n  logging: {},\n      env: {},\n}\n`,
    );
  });

  it("lays out what a closing brace ends, and nothing else", async () => {
    const text = `{\n      logging: {},\n  gateway: {\nmode: "local",\n      }\n}\n`;
    assert.equal(
      await formatted(text, "onTypeFormatting", {
        position: { line: 4, character: 7 },
        ch: "}",
      }),
      `{\n      logging: {},\n  gateway: {\n    mode: "local",\n  }\n}\n`,
    );
  });

  it("indents a new line", async () => {
    const text = `{\n  gateway: {\n\n  },\n}\n`;
    assert.equal(
      await formatted(text, "onTypeFormatting", {
        position: { line: 2, character: 0 },
        ch: "\n",
      }),
      `{\n  gateway: {\n    \n  },\n}\n`,
    );
  });

  it("has nothing to say about a document that is not open", async () => {
    assert.equal(
      await client.request("textDocument/formatting", {
        textDocument: { uri: "file:///elsewhere.json" },
        options: spaces,
      }),
      null,
    );
  });
});
