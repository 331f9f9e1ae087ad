import assert from "node:assert/strict";
import { lstat, rename, stat, symlink, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Look } from "../../server/src/core/config/machine.ts";
import { createNodeMachine } from "../../server/src/platform/node-machine.ts";
import { makeFifo } from "../support/make-fifo.ts";
import { TemporaryFolder } from "../support/temporary-folder.ts";

const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o7777).toString(8);

describe("the machine that Node sees", () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.make();
  });
  afterEach(() => folder.remove());

  const machine = (environment: NodeJS.ProcessEnv = {}) =>
    createNodeMachine(environment, () => folder.path);
  const looked = (name: string, wants: Look["wants"] = "status") =>
    machine().look({ path: folder.at(name), wants });

  describe("looking", () => {
    it("tells kind and permissions", async () => {
      await folder.file("a.json", "{}", 0o644);
      await folder.folder("b", 0o2750);
      const common = { isLink: false, isOwn: true };
      assert.deepEqual(await looked("a.json"), {
        kind: "file",
        permissions: 0o644,
        ...common,
      });
      assert.deepEqual(await looked("b"), {
        kind: "folder",
        permissions: 0o750,
        ...common,
      });
      assert.deepEqual(await looked("c"), { kind: "missing" });
      assert.deepEqual(await looked("a.json/c"), { kind: "missing" });
    });

    it("looks through a symbolic link, and says so", async () => {
      await folder.file("a.json", "{}", 0o640);
      await symlink(folder.at("a.json"), folder.at("link"));
      assert.deepEqual(await looked("link"), {
        kind: "file",
        permissions: 0o640,
        isLink: true,
        isOwn: true,
      });
      await symlink(folder.at("nowhere"), folder.at("dangling"));
      await symlink(folder.at("loop"), folder.at("loop"));
      for (const name of ["dangling", "loop"]) {
        const seen = await looked(name);
        assert.ok(seen.kind === "other" && seen.isLink, name);
      }
    });

    it("reads names and texts only when they are wanted", async () => {
      await folder.file("d/a.json", "{}");
      await folder.folder("d/b");
      await symlink(folder.at("d/b"), folder.at("d/c"));
      const plain = await looked("d");
      assert.ok(plain.kind === "folder" && plain.entries === undefined);
      const listed = await looked("d", "entries");
      assert.ok(listed.kind === "folder");
      assert.deepEqual(
        listed.entries?.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        [
          { name: "a.json", kind: "file" },
          { name: "b", kind: "folder" },
          { name: "c", kind: "other" },
        ],
      );
      const read = await looked("d/a.json", "text");
      assert.ok(read.kind === "file");
      assert.equal(read.text, "{}");
    });

    it("waits for no pipe", async () => {
      await makeFifo(folder.at("pipe"));
      const seen = await looked("pipe", "text");
      assert.ok(seen.kind === "other");
      assert.equal(seen.text, undefined);
    });
  });

  describe("finding out whose config it is", () => {
    const placed = async (
      file: string,
      environment: NodeJS.ProcessEnv = {},
    ) => {
      const { loaded, stateFolder, workspace } =
        await machine(environment).placeOf(file);
      return [loaded?.configFile, stateFolder, workspace].map((path) =>
        path?.replace(folder.path, "~"),
      );
    };

    it("knows the one that Clawdbot loads by itself", async () => {
      const file = await folder.file(".clawdbot/clawdbot.json", "{}");
      assert.deepEqual(await placed(file), [
        "~/.clawdbot/clawdbot.json",
        "~/.clawdbot",
        "~/clawd",
      ]);
      // Beside it lies another.
      assert.deepEqual(await placed(folder.at(".clawdbot/old.clawdbot.json")), [
        undefined,
        "~/.clawdbot",
        "~/clawd",
      ]);
    });

    it("knows the one that a variable names", async () => {
      const file = await folder.file("etc/bot.json", "{}");
      assert.deepEqual(
        await placed(file, {
          CLAWDBOT_CONFIG_PATH: " ~/etc/bot.json ",
          CLAWDBOT_STATE_DIR: folder.at("state"),
        }),
        ["~/etc/bot.json", "~/state", "~/clawd"],
      );
      assert.deepEqual(await placed(file), [
        undefined,
        "~/.clawdbot",
        "~/clawd",
      ]);
    });

    it("knows the one of a profile", async () => {
      const file = await folder.file(".clawdbot-dev/clawdbot.json", "{}");
      assert.deepEqual(await placed(file), [
        "~/.clawdbot-dev/clawdbot.json",
        "~/.clawdbot-dev",
        "~/clawd-dev",
      ]);
    });

    it("knows one by what a gateway leaves beside it, and by no single name", async () => {
      const file = await folder.file("srv/clawdbot.json", "{}");
      await folder.folder("srv/agents");
      assert.equal((await placed(file))[0], undefined);
      await folder.folder("srv/credentials");
      assert.deepEqual(await placed(file), [
        "~/srv/clawdbot.json",
        "~/srv",
        "~/clawd",
      ]);
      assert.equal((await placed(folder.at("srv/other.json")))[0], undefined);
    });

    it("does not take a copy in a checkout for one, whatever its folder is called", async () => {
      const file = await folder.file("dotfiles/.clawdbot/clawdbot.json", "{}");
      assert.equal((await placed(file))[0], undefined);
    });

    it("knows the file that the one it loads is a link to", async () => {
      const file = await folder.file("dotfiles/clawdbot.json", "{}");
      await folder.folder(".clawdbot");
      await symlink(file, folder.at(".clawdbot/clawdbot.json"));
      assert.equal((await placed(file))[0], "~/.clawdbot/clawdbot.json");
      const { realFile } = await machine().placeOf(
        folder.at(".clawdbot/clawdbot.json"),
      );
      assert.equal(realFile, file);
    });

    it("finds the credentials where a variable says", async () => {
      const file = await folder.file(".clawdbot/clawdbot.json", "{}");
      const credentialsOf = async (environment: NodeJS.ProcessEnv) =>
        (await machine(environment).placeOf(file)).loaded?.credentialsFolder;
      assert.equal(await credentialsOf({}), folder.at(".clawdbot/credentials"));
      assert.equal(
        await credentialsOf({ CLAWDBOT_OAUTH_DIR: "/srv/oauth" }),
        "/srv/oauth",
      );
    });

    it("keeps to the state folder where there is no file", async () => {
      assert.deepEqual(await machine().placeOf(undefined), {
        home: folder.path,
        stateFolder: folder.at(".clawdbot"),
        workspace: folder.at("clawd"),
      });
    });
  });

  describe("taking permissions away", () => {
    it("does it to files and folders", async () => {
      const file = await folder.file("a.json", "{}", 0o664);
      assert.equal(
        await machine().restrict({ path: file, permissions: 0o600 }),
        "done",
      );
      assert.equal(await modeOf(file), "600");
      assert.equal(
        await machine().restrict({ path: file, permissions: 0o600 }),
        "already",
      );
      const below = await folder.folder("b", 0o2775);
      await machine().restrict({ path: below, permissions: 0o700 });
      assert.equal(await modeOf(below), "2700");
    });

    it("gives none", async () => {
      const file = await folder.file("a.json", "{}", 0o440);
      await machine().restrict({ path: file, permissions: 0o777 });
      assert.equal(await modeOf(file), "440");
      await machine().restrict({ path: file, permissions: 0o600 });
      assert.equal(await modeOf(file), "400");
    });

    it("follows no symbolic link, not even one that took a file's place", async () => {
      const file = await folder.file("a.json", "{}", 0o644);
      const other = await folder.file("other", "", 0o644);
      await unlink(file);
      await symlink(other, file);
      assert.equal(
        await machine().restrict({ path: file, permissions: 0o600 }),
        "changed",
      );
      assert.equal(await modeOf(other), "644");
      assert.ok((await lstat(file)).isSymbolicLink());
    });

    it("leaves pipes and what is not there alone", async () => {
      await makeFifo(folder.at("pipe"));
      for (const [name, outcome] of [
        ["pipe", "changed"],
        ["nothing", "denied"],
      ] as const) {
        assert.equal(
          await machine().restrict({
            path: join(folder.path, name),
            permissions: 0,
          }),
          outcome,
        );
      }
    });

    it("changes what stands at the path now", async () => {
      const file = await folder.file("a.json", "{}", 0o644);
      await folder.file("b.json", "{}", 0o666);
      await rename(folder.at("b.json"), file);
      await machine().restrict({ path: file, permissions: 0o600 });
      assert.equal(await modeOf(file), "600");
    });
  });
});
