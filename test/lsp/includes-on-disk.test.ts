import assert from "node:assert/strict";
import { symlink, truncate } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { LspClient, type LspClientOptions } from "../support/lsp-client.ts";
import { makeFifo } from "../support/make-fifo.ts";
import { TemporaryFolder } from "../support/temporary-folder.ts";

const gateway = `gateway: { mode: "local", auth: { token: "\${T}" } }`;

describe("the server and includes on a real disk", () => {
  let folder: TemporaryFolder;
  let client: LspClient | undefined;
  let uri: string;
  beforeEach(async () => {
    folder = await TemporaryFolder.make();
    uri = pathToFileURL(folder.at("here/clawdbot.json")).href;
  });
  afterEach(async () => {
    assert.equal(await client?.stop(), 0, "the server leaves cleanly");
    assert.deepEqual(client?.logged, [], "nothing failed on the way");
    client = undefined;
    await folder.remove();
  });

  const start = async (options: LspClientOptions = {}): Promise<LspClient> => {
    client = await LspClient.start(options);
    return client;
  };
  const untrusted = (): LspClientOptions => ({
    folder: pathToFileURL(folder.at("here")).href,
    initializationOptions: { isTrusted: false },
  });

  it("waits for none that never ends, and goes on answering", async () => {
    await folder.folder("here");
    await makeFifo(folder.at("here/pipe"));
    await folder.file("here/binary", "\u0000\u0001{\u007f");
    await folder.folder("here/folder");
    await symlink(folder.at("here/loop"), folder.at("here/loop"));
    await truncate(await folder.file("here/large"), 50 * 1024 * 1024);
    const names = [
      "./pipe",
      "/dev/zero",
      "./folder",
      "./loop",
      "./none",
      "./large",
      "./binary",
    ];
    const text = [
      `{ ${gateway}, channels: { $include: [`,
      ...names.map((name) => `  "${name}",`),
      "] } }",
    ].join("\n");
    const server = await start();
    const all = server.next(
      ({ uri: of, diagnostics }) =>
        of === uri &&
        diagnostics.filter(({ code }) =>
          String(code).startsWith("config.include"),
        ).length === names.length,
    );
    await server.notifyOpen(uri, text);
    const told = (await all).diagnostics
      .filter(({ code }) => String(code).startsWith("config.include"))
      .map(({ code, range }) => [range.start.line, code]);
    assert.deepEqual(told, [
      ...names
        .slice(0, -1)
        .map((_, line) => [line + 1, "config.include_unreadable"]),
      [names.length, "config.include_broken"],
    ]);
    assert.ok(await server.hover(uri, { line: 0, character: 4 }));
  });

  it("reads nothing that a link leads out of an untrusted folder to, and reads what one leads to inside", async () => {
    await folder.file("secret.json5", `{ redactSensitive: "off" }`);
    await folder.file("here/real.json5", `{ mode: "local" }`);
    await symlink(folder.at("secret.json5"), folder.at("here/logging.json5"));
    await symlink(
      folder.at("here/real.json5"),
      folder.at("here/gateway.json5"),
    );
    // A folder that leads out, with an innocent name below it.
    await symlink(folder.path, folder.at("here/up"));
    const text = `{
  gateway: { $include: "./gateway.json5", auth: { token: "\${T}" } },
  logging: { $include: "./logging.json5" },
  channels: { $include: "./up/secret.json5" },
  hooks: { $include: "../secret.json5" },
}`;
    const server = await start(untrusted());
    const diagnostics = await server.open(uri, text);
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [range.start.line, code]),
      [2, 3, 4].map((line) => [line, "config.include_not_read"]),
    );
    for (const { message } of diagnostics)
      assert.match(JSON.stringify(message), /untrusted/);
  });

  it("knows a workspace that is opened by way of a link", async () => {
    await folder.file("here/gateway.json5", `{ mode: "local" }`);
    await symlink(folder.at("here"), folder.at("link"));
    const linked = pathToFileURL(folder.at("link")).href;
    const server = await start({ ...untrusted(), folder: linked });
    assert.deepEqual(
      await server.open(
        `${linked}/clawdbot.json`,
        `{ gateway: { $include: "./gateway.json5", auth: { token: "\${T}" } } }`,
      ),
      [],
    );
  });
});
