import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { lint } from "../support/lint.ts";
import { LspClient, textEditsOf } from "../support/lsp-client.ts";

const everything = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};
const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';
const off = `{\n  ${quiet},\n  logging: { redactSensitive: "off" },\n}\n`;

const codesOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code }) => code);
const titlesOf = (actions: readonly CodeAction[] | null) =>
  (actions ?? []).map(({ title }) => title);

function applied(text: string, edit: WorkspaceEdit | undefined, uri: string) {
  const document = TextDocument.create(uri, "clawdbot", 1, text);
  return TextDocument.applyEdits(document, [...textEditsOf(edit, uri)]);
}

interface Answer {
  readonly edit?: WorkspaceEdit;
  readonly save?: readonly string[];
  readonly setting?: string;
  readonly refused?: string;
}

const ours = {
  commands: ["clawdbot.acceptRisk", "clawdbot.recordVariable"],
};

describe("accepting risks over stdio", () => {
  let folder: string;
  let client: LspClient;
  let uri: string;
  let lintUri: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "clawdbot-accepting-"));
    uri = pathToFileURL(join(folder, "clawdbot.json")).href;
    lintUri = pathToFileURL(join(folder, ".clawdbot-lint.json")).href;
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true });
  });

  const start = async (options: object = ours) => {
    client = await LspClient.start({
      folder: pathToFileURL(folder).href,
      initializationOptions: options,
    });
    return client;
  };
  const share = (text: string) =>
    writeFile(join(folder, ".clawdbot-lint.json"), text);
  /** Tells the server that the shared configuration changed, and waits for what it makes of a document. */
  const changed = async (of = uri): Promise<Diagnostic[]> => {
    const next = client.next((params) => params.uri === of);
    await client.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: lintUri, type: 2 }],
    });
    return (await next).diagnostics;
  };
  const actionNamed = async (title: string) => {
    const actions = await client.codeActions(uri, everything);
    const action = actions?.find((each) => each.title.startsWith(title));
    assert.ok(action, titlesOf(actions).join());
    return action;
  };
  const accept = (action: CodeAction, more: object) => {
    assert.equal(action.command?.command, "clawdbot.acceptRisk");
    const [given] = action.command.arguments as object[];
    return client.request<Answer>("clawdbot/acceptRisk", { ...given, ...more });
  };

  it("obeys the shared configuration at once, and settings before it", async () => {
    await share(`{ rules: { "logging.redact_off": "error" } }`);
    await start();
    const [first, ...more] = await client.open(uri, off);
    assert.deepEqual(more, []);
    assert.equal(first?.severity, 1);
    assert.equal(
      client.published.filter((params) => params.uri === uri).length,
      1,
      "nothing is published before the settings are known",
    );
    const [info] = await client.configure(uri, {
      rules: { "logging.redact_off": "info" },
    });
    assert.equal(info?.severity, 3);
    await client.configure(uri, {});
    await share(`{ rules: { "logging.redact_off": "off" } }`);
    assert.deepEqual(await changed(), []);
    await rm(join(folder, ".clawdbot-lint.json"));
    assert.equal((await changed())[0]?.severity, 2);
  });

  it("takes names of variables, the profile and the mildest severity from it", async () => {
    await share(
      `{ environment: { names: ["CLAWDBOT_GATEWAY_TOKEN"] }, minSeverity: "error" }`,
    );
    await start();
    const text = `{ gateway: { mode: "local" }, logging: { redactSensitive: "off" } }`;
    assert.deepEqual(await client.open(uri, text), []);
    assert.deepEqual(await client.codeActions(uri, everything), []);
    await share(`{ environment: { names: ["CLAWDBOT_GATEWAY_TOKEN"] } }`);
    assert.deepEqual(codesOf(await changed()), ["logging.redact_off"]);
  });

  it("shows the problems of the shared configuration in it, with repairs", async () => {
    await share(
      `{\n  profil: "strict",\n  accept: [{ code: "channels.dm.open", reason: "why" }],\n}\n`,
    );
    await start();
    const shown = client.next(
      (params) => params.uri === lintUri && params.diagnostics.length === 2,
    );
    await client.open(uri, off);
    const { diagnostics } = await shown;
    assert.deepEqual(codesOf(diagnostics), [
      "lint.unknown_key",
      "lint.unused_suppression",
    ]);
    assert.deepEqual(diagnostics[1]?.tags, [1]);
    const actions = await client.codeActions(lintUri, everything);
    assert.deepEqual(titlesOf(actions), [
      "Change to profile",
      "Remove this",
      "Remove this entry",
    ]);
    const text = await readFile(join(folder, ".clawdbot-lint.json"), "utf8");
    assert.equal(
      applied(text, actions?.[2]?.edit, lintUri),
      `{\n  profil: "strict",\n  accept: [],\n}\n`,
    );
    const cleared = client.next((params) => params.uri === lintUri);
    await client.close(uri);
    assert.deepEqual((await cleared).diagnostics, []);
  });

  it("follows the shared configuration while it is edited", async () => {
    await share(`{}`);
    await start();
    await client.open(uri, off);
    const again = client.next((params) => params.uri === uri);
    await client.notifyOpen(
      lintUri,
      `{ accept: [{ code: "logging.redact_off", reason: "why" }] }`,
    );
    assert.deepEqual((await again).diagnostics, []);
    // It is no config: nothing of one is offered in it.
    assert.equal(await client.hover(lintUri, { line: 0, character: 4 }), null);
    const closed = client.next((params) => params.uri === uri);
    await client.notify("textDocument/didClose", {
      textDocument: { uri: lintUri },
    });
    assert.deepEqual(codesOf((await closed).diagnostics), [
      "logging.redact_off",
    ]);
  });

  it("passes it over in an untrusted workspace, and says so once", async () => {
    await share(`{ rules: { "logging.redact_off": "off" } }`);
    await start({ isTrusted: false });
    assert.deepEqual(codesOf(await client.open(uri, off)), [
      "logging.redact_off",
    ]);
    await client.change(uri, 2, `${off} `);
    await changed();
    const said = client.logged.filter((line) => /not obeyed/.test(line));
    assert.equal(said.length, 1, client.logged.join("\n"));
    const trusted = client.next((params) => params.uri === uri);
    await client.notify("clawdbot/trusted", {});
    assert.deepEqual((await trusted).diagnostics, []);
  });

  it("logs codes in the settings that say nothing, once", async () => {
    await start();
    await client.open(uri, off);
    for (const level of ["off", "error"])
      assert.deepEqual(
        codesOf(
          await client.configure(uri, {
            rules: { "logging.redact-off": level, "schema.enum": level },
          }),
        ),
        ["logging.redact_off"],
      );
    assert.deepEqual(client.logged.sort(), [
      "clawdbot.rules: There is no problem logging.redact-off; is logging.redact_off meant?",
      "clawdbot.rules: schema.enum is Clawdbot's own verdict, its severity cannot be changed",
    ]);
  });

  it("does not show what a comment accepts, and shows what is wrong with comments", async () => {
    await start();
    const comment = "  // clawdbot-ignore logging.redact_off: why\n";
    const text = off.replace("  logging", `${comment}  logging`);
    assert.deepEqual(await client.open(uri, text), []);
    const [unused] = await client.change(
      uri,
      2,
      text.replace('"off"', '"tools"'),
    );
    assert.equal(unused?.code, "lint.unused_suppression");
    assert.deepEqual(unused?.tags, [1]);
    const remove = await actionNamed("Remove the comment");
    assert.equal(
      applied(text.replace('"off"', '"tools"'), remove.edit, uri),
      off.replace('"off"', '"tools"'),
    );
  });

  it("writes the comment that accepts a risk", async () => {
    await start();
    await client.open(uri, off);
    const answer = await accept(await actionNamed("Accept this risk…"), {
      where: "comment",
      reason: "logs stay here",
      until: "2099-12-31",
    });
    assert.deepEqual(answer.save, []);
    const text = applied(off, answer.edit, uri);
    assert.match(
      text,
      /\n {2}\/\/ clawdbot-ignore logging\.redact_off until 2099-12-31: logs stay here\n {2}logging/,
    );
    assert.deepEqual(await client.change(uri, 2, text), []);
    const again = await accept(
      {
        title: "",
        command: {
          title: "",
          command: "clawdbot.acceptRisk",
          arguments: [{ uri, code: "logging.redact_off" }],
        },
      },
      { where: "comment", reason: "again" },
    );
    assert.match(again.refused ?? "", /no longer there/);
  });

  it("begins a shared configuration that accepts it", async () => {
    await start();
    await client.open(uri, off);
    const action = await actionNamed("Accept this risk…");
    const { edit, save } = await accept(action, {
      where: "file",
      reason: "logs stay here",
    });
    assert.deepEqual(save, [lintUri]);
    const [create] = edit?.documentChanges ?? [];
    assert.ok(create && "kind" in create && create.kind === "create");
    assert.equal(create.uri, lintUri);
    const text = applied("", edit, lintUri);
    await share(text);
    assert.deepEqual(await changed(), []);
    // The next one goes into the same file.
    const open = off.replace(
      "  logging",
      `  channels: { telegram: { botToken: "\${B}", dmPolicy: "open", allowFrom: ["*"] } },\n  logging`,
    );
    await client.change(uri, 2, open);
    const second = await accept(
      await actionNamed("Accept this risk… (channels.dm.open)"),
      {
        where: "file",
        reason: "a public bot",
      },
    );
    const both = JSON.parse(applied(text, second.edit, lintUri)) as {
      accept: { code: string; file: string }[];
    };
    assert.deepEqual(
      both.accept.map(({ code, file }) => [code, file]),
      [
        ["logging.redact_off", "clawdbot.json"],
        ["channels.dm.open", "clawdbot.json"],
      ],
    );
  });

  it("refuses in words", async () => {
    await start();
    await client.open(uri, `${off.slice(0, -2)}  nonsense: 1,\n}\n`);
    const action = await actionNamed("Accept this risk…");
    for (const [more, said] of [
      [{ where: "comment", reason: " " }, /reason is needed/],
      [{ where: "comment", reason: "why", until: "soon" }, /no day/],
      [
        {
          where: "comment",
          reason: "why",
          code: "schema.unknown_key",
          path: ["nonsense"],
        },
        /own verdict/,
      ],
      [
        { where: "comment", reason: "why", code: "gateway.bind_no_auth" },
        /no longer there/,
      ],
    ] as const)
      assert.match((await accept(action, more)).refused ?? "", said);
    const untitled = "untitled:Untitled-1";
    await client.open(untitled, off);
    const { refused } = await client.request<Answer>("clawdbot/acceptRisk", {
      uri: untitled,
      code: "logging.redact_off",
      where: "file",
      reason: "why",
    });
    assert.match(refused ?? "", /cannot be edited/);
  });

  it("offers no command to a client that has none", async () => {
    await start({});
    await client.open(
      uri,
      `{ gateway: { mode: "local" }, logging: { redactSensitive: "off" } }`,
    );
    const actions = await client.codeActions(uri, everything);
    assert.ok((actions?.length ?? 0) > 0);
    assert.ok(actions?.every(({ command }) => command === undefined));
    assert.ok(!titlesOf(actions).some((title) => /Accept|runs/.test(title)));
  });

  it("never accepts a verdict", async () => {
    await start();
    await client.open(
      uri,
      `{ nonsense: 1, gateway: { mode: "local", auth: { token: "\${T}" } } }`,
    );
    assert.ok(
      !titlesOf(await client.codeActions(uri, everything)).some((title) =>
        title.startsWith("Accept"),
      ),
    );
  });

  describe("a variable that is set where the gateway runs", () => {
    const text = `{ gateway: { mode: "local" } }`;
    const title = "It is set where my gateway runs: CLAWDBOT_GATEWAY_TOKEN";

    it("is a setting, where there is no shared configuration", async () => {
      await start();
      assert.deepEqual(codesOf(await client.open(uri, text)), [
        "gateway.loopback_no_auth",
      ]);
      const { command } = await actionNamed(title);
      assert.equal(command?.command, "clawdbot.recordVariable");
      const [given] = command.arguments as object[];
      assert.deepEqual(
        await client.request("clawdbot/recordVariable", given ?? {}),
        { setting: "environmentNames" },
      );
      assert.deepEqual(
        await client.configure(uri, {
          environmentNames: ["CLAWDBOT_GATEWAY_TOKEN"],
        }),
        [],
      );
    });

    for (const [whose, options] of [
      ["ours", ours],
      ["any client", {}],
    ] as const)
      it(`is written into the one in force, by ${whose}`, async () => {
        await share(`{\n  profile: 'recommended',\n}\n`);
        await start(options);
        await client.open(uri, text);
        const { command, edit } = await actionNamed(title);
        const answer: Answer =
          command === undefined
            ? { edit: edit ?? {} }
            : await client.request("clawdbot/recordVariable", {
                uri,
                name: "CLAWDBOT_GATEWAY_TOKEN",
              });
        const after = applied(
          `{\n  profile: 'recommended',\n}\n`,
          answer.edit,
          lintUri,
        );
        assert.match(after, /names: \[\s*'CLAWDBOT_GATEWAY_TOKEN',?\s*\]/);
        await share(after);
        assert.deepEqual(await changed(), []);
      });
  });

  const dangerous = `{\n  gateway: { mode: "local", bind: "lan" },\n  // clawdbot-ignore logging.redact_off: why\n  logging: { redactSensitive: "off" },\n  channels: { telegram: { botToken: "\${B}", dmPolicy: "open", allowFrom: ["*"] } },\n  nonsense: 1, // clawdbot-ignore schema.unknown_key: why\n}\n`;
  for (const shared of [
    "{}",
    `{ profile: "strict", minSeverity: "warning" }`,
    `{ profile: "upstream", accept: [{ code: "channels.dm.open", reason: "why" }] }`,
    `{ rules: { "channels.dm.open": "hint", "lint.cannot_accept": "error", "schema.unknown_key": "off" }, environment: { mode: "empty", names: ["B", "CLAWDBOT_GATEWAY_TOKEN"] } }`,
    `{ accept: [{ code: "gateway.bind_no_auth", path: "gateway.bind", reason: "why" }, { code: "models.legacy", reason: "why" }, { code: "nothing", reason: "why" }], environment: { file: "x.env" } }`,
    `{ profile: "strict", accept: [`,
  ])
    it(`agrees with the command line under ${shared}`, async () => {
      await share(shared);
      await writeFile(join(folder, "clawdbot.json"), dangerous);
      await writeFile(join(folder, "x.env"), "CLAWDBOT_GATEWAY_PASSWORD=x\n");
      await start();
      const told = client.next(({ uri: of }) => of === lintUri);
      const own = await client.open(uri, dangerous);
      const { stdout } = await lint(
        ["check", "--format", "json", "clawdbot.json"],
        { cwd: folder },
      );
      const [file] = (
        JSON.parse(stdout) as {
          files: {
            problems: {
              code: string;
              severity: string;
              file: string;
              suppressed?: object;
            }[];
          }[];
        }
      ).files;
      const shown = (file?.problems ?? []).filter(
        ({ suppressed }) => suppressed === undefined,
      );
      const levels = ["", "error", "warning", "info", "hint"];
      const inEditor = (list: readonly Diagnostic[]) =>
        list.map(({ code, severity }) => `${code} ${levels[severity ?? 0]}`);
      const inTerminal = (name: string) =>
        shown
          .filter((problem) => problem.file === name)
          .map(({ code, severity }) => `${code} ${severity}`);
      assert.ok(own.length > 1);
      assert.deepEqual(inEditor(own), inTerminal("clawdbot.json"));
      const ofShared = inTerminal(".clawdbot-lint.json");
      if (ofShared.length > 0)
        assert.deepEqual(inEditor((await told).diagnostics), ofShared);
    });

  it("fixes all of a kind at once, and asks when one of them would", async () => {
    await start();
    const channel = '{ dmPolicy: "open", allowFrom: ["*"] }';
    const text = `{\n  ${quiet},\n  channels: {\n    telegram: ${channel}, // t\n    mattermost: ${channel}, // m\n    signal: ${channel}, // s\n  },\n}\n`;
    await client.open(uri, text);
    const line = (number: number) => ({
      start: { line: number, character: 0 },
      end: { line: number, character: 200 },
    });
    const actions = await client.codeActions(uri, line(3));
    const titles = titlesOf(actions);
    assert.equal(
      titles.filter((title) => title === "Fix all 3 of channels.dm.open")
        .length,
      1,
      titles.join(),
    );
    const all = actions?.find(({ title }) => title.startsWith("Fix all"));
    const fixed = applied(text, all?.edit, uri);
    assert.ok(
      !codesOf(await client.change(uri, 2, fixed)).includes("channels.dm.open"),
    );
    for (const comment of ["// t", "// m", "// s"])
      assert.ok(fixed.includes(comment));
    const single = actions?.find(({ isPreferred }) => isPreferred === true);
    assert.equal(
      all?.edit?.changeAnnotations === undefined,
      single?.edit?.changeAnnotations === undefined,
    );
    assert.ok(!("isPreferred" in (all ?? {})));
  });

  it("explains and completes codes in comments", async () => {
    await start();
    const text = off.replace(
      "  logging",
      "  // clawdbot-ignore logging.redact_off: why\n  logging",
    );
    await client.open(uri, text);
    const at = { line: 2, character: 25 };
    const hover = await client.hover(uri, at);
    const contents = hover?.contents;
    assert.ok(typeof contents === "object" && "value" in contents);
    assert.match(contents.value, /What to do/);
    await client.change(uri, 2, text.replace("logging.redact_off: why", ""));
    const items = await client.request<CompletionItem[]>(
      "textDocument/completion",
      { textDocument: { uri }, position: { line: 2, character: 21 } },
    );
    assert.equal(items[0]?.label, "logging.redact_off");
    const resolved = await client.request<CompletionItem>(
      "completionItem/resolve",
      items[0] ?? {},
    );
    assert.match(JSON.stringify(resolved.documentation), /What to do/);
  });

  it("tells a client that pulls of the shared configuration, too", async () => {
    await mkdir(join(folder, "bot"));
    await share(`{ profil: "strict" }`);
    client = await LspClient.start({
      capabilities: {
        workspace: { configuration: false },
        textDocument: { diagnostic: { relatedDocumentSupport: true } },
      },
    });
    await client.notifyOpen(uri, off);
    const { relatedDocuments } = await client.request<{
      relatedDocuments: Record<string, { items: Diagnostic[] }>;
    }>("textDocument/diagnostic", { textDocument: { uri } });
    assert.deepEqual(codesOf(relatedDocuments[lintUri]?.items ?? []), [
      "lint.unknown_key",
    ]);
  });
});
