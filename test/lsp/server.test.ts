import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver/node";
import { LspClient, textEditsOf } from "../support/lsp-client.ts";

const everything = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};

function applied(text: string, action: CodeAction | undefined, uri: string) {
  assert.ok(action, "the action is offered");
  const document = TextDocument.create(uri, "clawdbot", 1, text);
  return TextDocument.applyEdits(document, [...textEditsOf(action.edit, uri)]);
}

const codesOf = (diagnostics: readonly { code?: string | number }[]) =>
  diagnostics.map(({ code }) => code);

describe("the server over stdio", () => {
  let client: LspClient;
  const uri = "file:///config/clawdbot.json";

  beforeEach(async () => {
    client = await LspClient.start({
      initializationOptions: { rulePages: "vscode://clawdbot/rules/" },
    });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0, "the server leaves cleanly");
  });

  it("publishes diagnostics for the version it looked at, and clears them on close", async () => {
    const text = `{\n  // é 𝒳\n  gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { redactSensitive: "off" },\n}\n`;
    const [diagnostic, ...more] = await client.open(uri, text, 7);
    assert.deepEqual(more, []);
    assert.equal(client.published.at(-1)?.version, 7);
    assert.equal(diagnostic?.source, "clawdbot");
    assert.equal(diagnostic?.code, "logging.redact_off");
    assert.equal(diagnostic?.severity, 2);
    assert.equal(
      diagnostic?.codeDescription?.href,
      "vscode://clawdbot/rules/logging.redact_off",
    );
    const line = text.split("\n")[2] ?? "";
    assert.deepEqual(diagnostic?.range, {
      start: { line: 2, character: line.indexOf('"off"') },
      end: { line: 2, character: line.indexOf('"off"') + 5 },
    });
    assert.deepEqual(await client.close(uri), []);
  });

  it("counts characters in UTF-16, also behind é and 𝒳", async () => {
    const text = `{ "é𝒳": 1, logging: { redactSensitive: "off" }, gateway: { mode: "local", auth: { token: "\${T}" } } }`;
    const diagnostics = await client.open(uri, text);
    const off = diagnostics.find(({ code }) => code === "logging.redact_off");
    assert.equal(off?.range.start.character, text.indexOf('"off"'));
  });

  it("follows edits, and publishes once for each", async () => {
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { redactSensitive: "off" } }`;
    await client.open(uri, text);
    const before = client.published.length;
    const at = text.indexOf("off");
    const range = {
      start: { line: 0, character: at },
      end: { line: 0, character: at + 3 },
    };
    assert.deepEqual(await client.change(uri, 2, "tools", range), []);
    assert.equal(client.published.length, before + 1);
  });

  it("explains keys, values and the problem at that place", async () => {
    const text = `{ logging: { redactSensitive: "off" } }`;
    await client.open(uri, text);
    const hover = await client.hover(uri, {
      line: 0,
      character: text.indexOf('"off"') + 2,
    });
    const contents = hover?.contents;
    assert.ok(typeof contents === "object" && "value" in contents);
    assert.match(contents.value, /logging\.redact_off/);
    assert.match(contents.value, /What to do/);
    assert.ok(contents.value.split("\n").length <= 25);
    assert.equal(
      await client.hover(uri, { line: 0, character: text.length }),
      null,
    );
  });

  it("offers fixes that were proved, and asks before one that locks out", async () => {
    const text = `{\n  gateway: { mode: "local", bind: "lan" },\n}\n`;
    await client.open(uri, text);
    const actions = await client.codeActions(uri, everything);
    const titles = actions?.map(({ title }) => title) ?? [];
    assert.ok(
      titles.includes("Require a token from CLAWDBOT_GATEWAY_TOKEN"),
      titles.join(),
    );
    assert.ok(titles.includes("Bind to loopback"), titles.join());
    assert.equal(new Set(titles).size, titles.length, "no action twice");
    assert.deepEqual(
      actions
        ?.filter(({ isPreferred }) => isPreferred === true)
        .map(({ title, diagnostics }) => [title, diagnostics?.length]),
      // For the risk alone: the info about the start is milder than what the login leaves, a bind to every network.
      [["Require a token from CLAWDBOT_GATEWAY_TOKEN", 1]],
    );
    const bind = actions?.find(({ title }) => title === "Bind to loopback");
    assert.equal(
      applied(text, bind, uri),
      `{\n  gateway: { mode: "local", bind: "loopback" },\n}\n`,
    );
    assert.deepEqual(
      Object.values(bind?.edit?.changeAnnotations ?? {}).map(
        ({ needsConfirmation }) => needsConfirmation,
      ),
      [true],
    );
  });

  it("fixes all that is safe, and only when asked for it", async () => {
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { redactSensitive: "off" } }`;
    await client.open(uri, text);
    const unasked = await client.codeActions(uri, everything);
    assert.ok(unasked?.every(({ kind }) => kind === "quickfix"));
    for (const only of ["source.fixAll", "source.fixAll.clawdbot", "source"]) {
      const [action] =
        (await client.codeActions(uri, everything, { only: [only] })) ?? [];
      assert.equal(action?.kind, "source.fixAll.clawdbot");
      assert.equal(
        applied(text, action, uri),
        text.replace('"off"', '"tools"'),
      );
    }
    assert.deepEqual(
      await client.codeActions(uri, everything, { only: ["refactor"] }),
      [],
    );
  });

  it("obeys settings, but never silences what the program refuses", async () => {
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, nonsense: 1, logging: { redactSensitive: "off" } }`;
    assert.deepEqual(
      codesOf(await client.open(uri, text))
        .map(String)
        .sort(),
      ["logging.redact_off", "schema.unknown_key"],
    );
    const silenced = await client.configure(uri, {
      rules: { "logging.redact_off": "off", "schema.unknown_key": "off" },
    });
    assert.deepEqual(codesOf(silenced), ["schema.unknown_key"]);
    const strange = await client.configure(uri, {
      profile: 5,
      rules: { "logging.redact_off": "loud" },
      environment: [],
    });
    assert.equal(strange.length, 2);
  });

  it("takes names from the `.env` file it is told of, and no values", async () => {
    const folder = await mkdtemp(join(tmpdir(), "clawdbot-env-"));
    try {
      const file = join(folder, "gateway.env");
      await writeFile(
        file,
        "CLAWDBOT_GATEWAY_TOKEN=never-shown-anywhere\nEMPTY=\n",
      );
      const text = `{ gateway: { mode: "local" } }`;
      assert.deepEqual(codesOf(await client.open(uri, text)), [
        "gateway.loopback_no_auth",
      ]);
      assert.deepEqual(
        await client.configure(uri, { environmentFile: file }),
        [],
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("reads included files and shows their problems in them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "clawdbot-include-"));
    try {
      await writeFile(
        join(folder, "logging.json5"),
        `{ redactSensitive: "off" }`,
      );
      const root = pathToFileURL(join(folder, "clawdbot.json")).href;
      const part = pathToFileURL(join(folder, "logging.json5")).href;
      const shown = client.next(
        ({ uri: of, diagnostics }) => of === part && diagnostics.length > 0,
      );
      const own = await client.open(
        root,
        `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { $include: "./logging.json5" } }`,
      );
      assert.deepEqual(own, []);
      assert.deepEqual(codesOf((await shown).diagnostics), [
        "logging.redact_off",
      ]);
      const cleared = client.next(({ uri: of }) => of === part);
      await client.close(root);
      assert.deepEqual((await cleared).diagnostics, []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("judges an open file that another includes as that file's part", async () => {
    const root = "file:///config/clawdbot.json";
    const part = "file:///config/logging.json5";
    const partText = `{ redactSensitive: 'off' } // shared`;
    // Alone it would be a config with an unknown key.
    const alone = codesOf(await client.open(part, partText));
    assert.ok(alone.includes("schema.unknown_key"), alone.join());
    const judged = client.next(
      ({ uri: of, diagnostics }) =>
        of === part && diagnostics[0]?.code === "logging.redact_off",
    );
    await client.open(
      root,
      `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { $include: "./logging.json5" } }`,
    );
    assert.equal((await judged).diagnostics.length, 1);
    const actions = await client.codeActions(part, everything);
    assert.deepEqual(
      actions?.map(({ title }) => title),
      ['Set to "tools"'],
    );
    assert.equal(
      applied(partText, actions?.[0], part),
      `{ redactSensitive: 'tools' } // shared`,
    );
    const again = client.next(({ uri: of }) => of === part);
    await client.close(root);
    assert.deepEqual(codesOf((await again).diagnostics), alone);
  });

  const badInputs: readonly (readonly [string, string])[] = [
    ["an empty file", ""],
    ["comments only", "// nothing here\n/* or here */\n"],
    ["a lone brace", "{"],
    ["a megabyte of brackets", "[".repeat(1_000_000)],
    ["NUL bytes", '{ "a\u0000b": "\u0000" }\u0000'],
    ["lone surrogates", '{ "\uD800": "\uDFFF" }'],
    ["CRLF", '{\r\n  "logging": { "level": "loud" },\r\n}\r\n'],
    ["a byte order mark", '\uFEFF{ "gateway": {} }'],
    ["an unclosed string", '{ gateway: { auth: { token: "abc'],
    ["a scalar", "42"],
  ];
  for (const [name, text] of badInputs) {
    it(`survives ${name}`, async () => {
      await client.open(uri, text);
      await client.hover(uri, { line: 0, character: 1 });
      await client.codeActions(uri, {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 1 },
      });
      assert.deepEqual(client.logged, [], "nothing failed on the way");
      const after = await client.change(
        uri,
        2,
        `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { redactSensitive: "off" } }`,
      );
      assert.deepEqual(codesOf(after), ["logging.redact_off"]);
    });
  }

  it("offers a secure baseline in an empty file", async () => {
    await client.open(uri, "");
    const actions = await client.codeActions(uri, everything);
    const baseline = actions?.find(
      ({ title }) => title === "Insert a secure baseline",
    );
    const text = applied("", baseline, uri);
    assert.deepEqual(await client.change(uri, 2, text), []);
  });

  it("says nothing about a document that is not open", async () => {
    assert.equal(
      await client.hover("file:///elsewhere.json", { line: 0, character: 0 }),
      null,
    );
  });
});

describe("the server for a client that pulls diagnostics", () => {
  it("answers pulls and pushes nothing", async () => {
    const client = await LspClient.start({
      capabilities: {
        workspace: { configuration: false },
        textDocument: { diagnostic: { relatedDocumentSupport: true } },
      },
    });
    const uri = "file:///config/clawdbot.json";
    assert.ok(client.initialized?.capabilities.diagnosticProvider);
    await client.notifyOpen(
      uri,
      `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { redactSensitive: "off" } }`,
    );
    const { items } = await client.request<{ items: { code: string }[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    assert.deepEqual(codesOf(items), ["logging.redact_off"]);
    assert.deepEqual(client.published, []);
    assert.equal(await client.stop(), 0);
  });
});

describe("the server in a workspace that nobody vouched for", () => {
  it("reads nothing outside its folder, says so, and reads it once it is trusted", async () => {
    const folder = await mkdtemp(join(tmpdir(), "clawdbot-trust-"));
    const outside = await mkdtemp(join(tmpdir(), "clawdbot-trust-not-"));
    const client = await LspClient.start({
      folder: pathToFileURL(folder).href,
      initializationOptions: { isTrusted: false },
    });
    try {
      await writeFile(join(folder, "inside.json5"), `{ mode: "local" }`);
      await writeFile(
        join(outside, "logging.json5"),
        `{ redactSensitive: "off" }`,
      );
      const uri = pathToFileURL(join(folder, "clawdbot.json")).href;
      const text = `{ gateway: { $include: "./inside.json5", auth: { token: "\${T}" } }, logging: { $include: ${JSON.stringify(join(outside, "logging.json5"))} } }`;
      assert.deepEqual(codesOf(await client.open(uri, text)), [
        "config.include_not_read",
      ]);
      const part = pathToFileURL(join(outside, "logging.json5")).href;
      const read = client.next(
        ({ uri: of, diagnostics }) => of === part && diagnostics.length > 0,
      );
      await client.notify("clawdbot/trusted", {});
      assert.deepEqual(codesOf((await read).diagnostics), [
        "logging.redact_off",
      ]);
    } finally {
      assert.equal(await client.stop(), 0);
      await rm(folder, { recursive: true });
      await rm(outside, { recursive: true });
    }
  });
});
