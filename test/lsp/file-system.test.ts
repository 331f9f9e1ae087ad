import assert from "node:assert/strict";
import { chmod, stat, symlink, unlink } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { CodeAction, Diagnostic } from "vscode-languageserver/node";
import { LspClient, type LspClientOptions } from "../support/lsp-client.ts";
import { TemporaryFolder } from "../support/temporary-folder.ts";

const everything = {
  start: { line: 0, character: 0 },
  end: { line: 10_000, character: 0 },
};
/** Names a log, so that the folder of logs of this machine is not looked at. */
const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { file: "/nowhere/none.log" } }\n`;

const codesOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code }) => String(code));
const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);

describe("the server and the files beside a config", () => {
  let folder: TemporaryFolder;
  let file: string;
  let uri: string;
  let client: LspClient | undefined;
  beforeEach(async () => {
    folder = await TemporaryFolder.make();
    file = await folder.file(".clawdbot/clawdbot.json", text, 0o644);
    uri = pathToFileURL(file).href;
  });
  afterEach(async () => {
    assert.equal(await client?.stop(), 0, "the server leaves cleanly");
    assert.deepEqual(client?.logged, [], "nothing failed on the way");
    client = undefined;
    await folder.remove();
  });

  const start = async (options: LspClientOptions = {}): Promise<LspClient> => {
    client = await LspClient.start({
      ...options,
      env: {
        HOME: folder.path,
        CLAWDBOT_CONFIG_PATH: "",
        CLAWDBOT_STATE_DIR: "",
        CLAWDBOT_OAUTH_DIR: "",
      },
    });
    return client;
  };

  /** Opens the config and waits until a problem of that kind is shown, at the latest by the second answer. */
  const shown = async (
    server: LspClient,
    code: string,
    content = text,
  ): Promise<Diagnostic> => {
    const seen = server.next(
      ({ uri: of, diagnostics }) =>
        of === uri && codesOf(diagnostics).includes(code),
    );
    await server.notifyOpen(uri, content);
    const diagnostic = (await seen).diagnostics.find(
      (each) => each.code === code,
    );
    assert.ok(diagnostic);
    return diagnostic;
  };

  it("shows what is open to others, and no more once that is repaired and the file saved", async () => {
    const server = await start();
    const diagnostic = await shown(server, "fs.config.perms_world_readable");
    assert.equal(diagnostic.severity, 1);
    assert.match(
      JSON.stringify(diagnostic.message),
      /~\/\.clawdbot\/clawdbot\.json \(mode 644/,
    );
    assert.deepEqual(diagnostic.range, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 1 },
    });
    await chmod(file, 0o600);
    assert.deepEqual(await server.save(uri), []);
  });

  it("publishes once for each change, and looks at nothing meanwhile", async () => {
    const server = await start();
    await shown(server, "fs.config.perms_world_readable");
    await chmod(file, 0o600);
    const before = server.published.length;
    // Not looked at again: the finding stays until the file is saved.
    assert.deepEqual(codesOf(await server.change(uri, 2, `${text} `)), [
      "fs.config.perms_world_readable",
    ]);
    assert.deepEqual(codesOf(await server.change(uri, 3, text)), [
      "fs.config.perms_world_readable",
    ]);
    assert.equal(server.published.length, before + 2);
  });

  it("says nothing new when a save changed nothing", async () => {
    const server = await start();
    await shown(server, "fs.config.perms_world_readable");
    const before = server.published.length;
    await server.notify("textDocument/didSave", { textDocument: { uri } });
    // The answer to a change comes after whatever the save would have brought.
    await server.change(uri, 2, `${text} `);
    assert.equal(server.published.length, before + 1);
  });

  it("looks again when a file changed on disk", async () => {
    const server = await start();
    await shown(server, "fs.config.perms_world_readable");
    await chmod(file, 0o600);
    const cleared = server.next(
      ({ uri: of, diagnostics }) => of === uri && diagnostics.length === 0,
    );
    await server.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri, type: 2 }],
    });
    await cleared;
  });

  it("looks at nothing when the setting is off, and when it is on again, it does", async () => {
    const server = await start({ settings: { filesystemChecks: false } });
    assert.deepEqual(await server.open(uri, text), []);
    const seen = server.next(
      ({ diagnostics }) =>
        codesOf(diagnostics).join() === "fs.config.perms_world_readable",
    );
    await server.configure(uri, { filesystemChecks: true });
    await seen;
    assert.deepEqual(
      await server.configure(uri, { filesystemChecks: false }),
      [],
    );
  });

  it("looks at nothing in a workspace that nobody vouched for, until somebody does", async () => {
    const server = await start({
      folder: pathToFileURL(folder.path).href,
      initializationOptions: { isTrusted: false },
    });
    assert.deepEqual(await server.open(uri, text), []);
    assert.deepEqual(
      await server.request("workspace/executeCommand", {
        command: "clawdbot.fixPermissions",
        arguments: [{ uri }],
      }),
      [],
    );
    assert.equal(await modeOf(file), "644");
    assert.match(server.shown.join(), /not trusted/);
    const seen = server.next(({ diagnostics }) =>
      codesOf(diagnostics).includes("fs.config.perms_world_readable"),
    );
    await server.notify("clawdbot/trusted", {});
    await seen;
  });

  it("does not mind the mode of a config in a checkout", async () => {
    const server = await start();
    const copy = await folder.file("work/clawdbot.json", text, 0o666);
    assert.deepEqual(await server.open(pathToFileURL(copy).href, text), []);
  });

  it("sees the files that a config includes", async () => {
    await chmod(file, 0o600);
    await folder.file(".clawdbot/channels.json5", "{}", 0o640);
    const server = await start();
    const content = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { file: "/nowhere/none.log" }, channels: { $include: "./channels.json5" } }`;
    const diagnostic = await shown(
      server,
      "fs.config_include.perms_group_readable",
      content,
    );
    assert.equal(
      diagnostic.range.start.character,
      content.indexOf('"./channels'),
    );
  });

  it("answers a client that pulls", async () => {
    const server = await start({
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await server.notifyOpen(uri, text);
    const { items } = await server.request<{ items: Diagnostic[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri } },
    );
    assert.deepEqual(codesOf(items), ["fs.config.perms_world_readable"]);
  });

  describe("repairing", () => {
    const repair = async (server: LspClient, ...given: readonly unknown[]) =>
      server.request<{ path: string; outcome: string }[]>(
        "workspace/executeCommand",
        { command: "clawdbot.fixPermissions", arguments: given },
      );

    it("is a quick-fix that runs a command, and the finding goes", async () => {
      await folder.file(".clawdbot/.env", "A=b", 0o644);
      await chmod(folder.at(".clawdbot"), 0o755);
      const server = await start();
      await shown(server, "fs.config.perms_world_readable");
      assert.deepEqual(
        server.initialized?.capabilities.executeCommandProvider?.commands,
        ["clawdbot.fixPermissions"],
      );
      const actions = await server.codeActions(uri, everything);
      const action = actions?.find(({ title }: CodeAction) =>
        title.endsWith("chmod 600 ~/.clawdbot/clawdbot.json"),
      );
      assert.ok(action?.command);
      assert.equal(action.edit, undefined);
      assert.equal(action.kind, "quickfix");
      const cleared = server.next(
        ({ diagnostics }) =>
          !codesOf(diagnostics).includes("fs.config.perms_world_readable"),
      );
      assert.deepEqual(
        await repair(
          server,
          ...((action.command.arguments ?? []) as readonly unknown[]),
        ),
        [{ path: file, outcome: "done" }],
      );
      await cleared;
      assert.equal(await modeOf(file), "600");
      // One problem was chosen, and no other is touched.
      assert.equal(await modeOf(folder.at(".clawdbot/.env")), "644");
      assert.equal(await modeOf(folder.at(".clawdbot")), "755");
      assert.deepEqual(server.shown, [
        "Other users are kept out of 1 file or folder.",
      ]);
    });

    it("of everything asks first", async () => {
      await chmod(folder.at(".clawdbot"), 0o755);
      const server = await start();
      await shown(server, "fs.config.perms_world_readable");
      assert.deepEqual(await repair(server, { uri }), []);
      assert.equal(await modeOf(file), "644");
      assert.match(
        server.shown.join(),
        /chmod 700 \S+\/\.clawdbot; chmod 600 \S+\/clawdbot\.json/,
      );
      server.answer = "Repair";
      const repaired = await repair(server, { uri });
      assert.deepEqual(
        repaired.map(({ outcome }) => outcome),
        ["done", "done"],
      );
      assert.equal(await modeOf(file), "600");
      assert.equal(await modeOf(folder.at(".clawdbot")), "700");
    });

    it("takes no path from whoever asks", async () => {
      const other = await folder.file("other", "", 0o666);
      const server = await start();
      await shown(server, "fs.config.perms_world_readable");
      server.answer = "Repair";
      for (const given of [
        [],
        ["x"],
        [{ code: "fs.config.perms_writable", about: other }],
        [{ uri, code: "fs.config.perms_writable", about: other }],
        [{ uri, code: "fs.config.perms_world_readable", about: other }],
        [{ uri: pathToFileURL(other).href }],
        [{ uri: 5, permissions: [{ path: other, permissions: 0 }] }],
      ])
        assert.deepEqual(await repair(server, ...given), []);
      assert.equal(await modeOf(other), "666");
      assert.equal(await modeOf(file), "644");
    });

    it("changes nothing behind a link that took the file's place", async () => {
      const server = await start();
      const diagnostic = await shown(server, "fs.config.perms_world_readable");
      assert.ok(diagnostic);
      const other = await folder.file("other", text, 0o644);
      await unlink(file);
      await symlink(other, file);
      assert.deepEqual(
        await repair(server, {
          uri,
          code: "fs.config.perms_world_readable",
          about: file,
        }),
        [],
      );
      assert.equal(await modeOf(other), "644");
    });

    it("is done by no save: fixing all edits text", async () => {
      const server = await start();
      await shown(server, "fs.config.perms_world_readable");
      assert.deepEqual(
        await server.codeActions(uri, everything, {
          only: ["source.fixAll.clawdbot"],
        }),
        [],
      );
    });
  });

  describe("plugins of other makers", () => {
    const withPlugin = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { file: "/nowhere/none.log" }, plugins: { allow: ["weather"], entries: { weather: {} } } }`;
    const install = () =>
      folder.file(
        ".clawdbot/extensions/weather/clawdbot.plugin.json",
        `{ "id": "weather" }`,
      );
    beforeEach(() => chmod(file, 0o600));

    it("may own an id that Clawdbot has not, where some are installed", async () => {
      await install();
      const server = await start();
      // On a slow disk the first answer goes out without.
      const known = server.next(
        ({ diagnostics }) =>
          codesOf(diagnostics).join() ===
          "config.unverified_id,config.unverified_id",
      );
      await server.notifyOpen(uri, withPlugin);
      await known;
      await folder.remove();
      assert.deepEqual(codesOf(await server.save(uri)), [
        "config.unknown_plugin",
        "config.unknown_plugin",
      ]);
    });

    it("do not where none is", async () => {
      const server = await start();
      assert.deepEqual(codesOf(await server.open(uri, withPlugin)), [
        "config.unknown_plugin",
        "config.unknown_plugin",
      ]);
    });

    it("are not looked for in a workspace that nobody vouched for", async () => {
      await install();
      const server = await start({
        folder: pathToFileURL(folder.path).href,
        initializationOptions: { isTrusted: false },
      });
      assert.deepEqual(codesOf(await server.open(uri, withPlugin)), [
        "config.unknown_plugin",
        "config.unknown_plugin",
      ]);
    });
  });
});
