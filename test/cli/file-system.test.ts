import assert from "node:assert/strict";
import { symlink, truncate } from "node:fs/promises";
import { isRecord } from "../support/is-record.ts";
import { lint } from "../support/lint.ts";
import { makeFifo } from "../support/make-fifo.ts";
import { TemporaryFolder } from "../support/temporary-folder.ts";

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly upstream: unknown;
  readonly message: string;
  readonly line: number;
  readonly character: number;
  readonly fixes: readonly unknown[];
}

/** The problems of the first file in a report. */
function problemsIn(stdout: string): readonly Found[] {
  const report: unknown = JSON.parse(stdout);
  assert.ok(isRecord(report) && Array.isArray(report["files"]));
  const [file] = report["files"] as readonly unknown[];
  assert.ok(isRecord(file) && Array.isArray(file["problems"]));
  return (file["problems"] as readonly unknown[]).map((problem) => {
    assert.ok(isRecord(problem) && isRecord(problem["range"]));
    const start = problem["range"]["start"];
    assert.ok(isRecord(start) && Array.isArray(problem["fixes"]));
    return {
      code: String(problem["code"]),
      severity: String(problem["severity"]),
      upstream: problem["upstream"],
      message: String(problem["message"]),
      line: Number(start["line"]),
      character: Number(start["character"]),
      fixes: problem["fixes"] as readonly unknown[],
    };
  });
}

/** Names a log, so that the folder of logs of this machine is not looked at. */
const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { file: "/nowhere/none.log" } }\n`;

describe("clawdbot-lint and the files beside a config", () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await TemporaryFolder.make();
  });
  afterEach(() => folder.remove());

  const check = async (...args: readonly string[]) => {
    const { stdout, stderr } = await lint(
      ["check", "--format", "json", ...args],
      { cwd: folder.path },
    );
    assert.equal(stderr, "");
    return problemsIn(stdout);
  };

  it("reports what others may do with the config that Clawdbot would load", async () => {
    await folder.file(".clawdbot/clawdbot.json", text, 0o664);
    await folder.folder(".clawdbot/credentials", 0o750);
    await folder.folder(".clawdbot", 0o755);
    const found = await check();
    assert.deepEqual(
      found.map(({ code, upstream, severity }) => [code, upstream, severity]),
      [
        ["fs.config.perms_writable", "fs.config.perms_writable", "error"],
        [
          "fs.credentials_dir.perms_readable",
          "fs.credentials_dir.perms_readable",
          "warning",
        ],
        [
          "fs.state_dir.perms_readable",
          "fs.state_dir.perms_readable",
          "warning",
        ],
      ],
    );
    assert.deepEqual(found[0]?.fixes, [
      {
        title: "Keep other users out: chmod 600 ~/.clawdbot/clawdbot.json",
        safety: "review",
      },
    ]);
  });

  it("says which command to run", async () => {
    const file = await folder.file(".clawdbot/clawdbot.json", text, 0o644);
    const { stdout, code } = await lint(["check"], { cwd: folder.path });
    assert.equal(code, 1);
    assert.ok(stdout.includes(`\n      run  chmod 600 ${file}\n`), stdout);
  });

  it("looks at nothing with --no-fs", async () => {
    await folder.file(".clawdbot/clawdbot.json", text, 0o666);
    await folder.folder(".clawdbot", 0o777);
    assert.ok((await check()).length > 0);
    assert.deepEqual(await check("--no-fs"), []);
  });

  it("says nothing of it in the audit's profile", async () => {
    await folder.file(".clawdbot/clawdbot.json", text, 0o666);
    const codes = (await check("--profile", "upstream")).map(
      ({ code }) => code,
    );
    assert.deepEqual(
      codes.filter((code) => code.startsWith("fs.")),
      [],
    );
  });

  it("does not mind the mode of a file that no Clawdbot loads", async () => {
    await folder.file("clawdbot.json", text, 0o666);
    assert.deepEqual(await check("clawdbot.json"), []);
  });

  it("takes standard input for no file, but knows the plugins of this machine", async () => {
    await folder.file(".clawdbot/clawdbot.json", text, 0o666);
    await folder.file(
      ".clawdbot/extensions/weather/clawdbot.plugin.json",
      "{}",
    );
    const { stdout } = await lint(
      [
        "check",
        "--format",
        "json",
        "--stdin",
        "--stdin-filename",
        ".clawdbot/clawdbot.json",
      ],
      {
        cwd: folder.path,
        input: text.replace("{", `{ plugins: { allow: ["weather"] },`),
      },
    );
    assert.deepEqual(
      problemsIn(stdout).map(({ code }) => code),
      ["config.unverified_id"],
    );
  });

  it("takes ids of plugins for unknown unless some are installed", async () => {
    const config = text.replace("{", `{ plugins: { allow: ["weather"] },`);
    await folder.file("clawdbot.json", config);
    const codes = async (...args: readonly string[]) =>
      (await check(...args, "clawdbot.json")).map(({ code }) => code);
    assert.deepEqual(await codes(), ["config.unknown_plugin"]);
    await folder.file(
      "clawd/.clawdbot/extensions/weather/clawdbot.plugin.json",
      "{}",
    );
    assert.deepEqual(await codes(), ["config.unverified_id"]);
    assert.deepEqual(await codes("--no-fs"), ["config.unknown_plugin"]);
  });

  it("warns where Git would take secrets along", async () => {
    await folder.folder("work/.git");
    await folder.file(
      "work/clawdbot.json",
      text.replace("${T}", "4f1d5c9e8b7a6f5e4d3c2b1a0f9e8d7c"),
      0o644,
    );
    const codes = async () =>
      (await check("work/clawdbot.json"))
        .map(({ code }) => code)
        .filter((code) => code.startsWith("fs."));
    assert.deepEqual(await codes(), ["fs.config.secrets_in_git"]);
    await folder.file("work/.gitignore", "clawdbot.json\n");
    assert.deepEqual(await codes(), []);
  });

  it("explains with what lies on the machine", async () => {
    const { stdout } = await lint(["explain", "fs.state_dir.perms_readable"]);
    assert.match(stdout, /drwxr-xr-x ~\/\.clawdbot\n/);
    assert.match(stdout, /drwx------ ~\/\.clawdbot\n/);
  });

  describe("an include that is no ordinary file", () => {
    const unreadable = "config.include_unreadable";
    for (const [name, make, include, code] of [
      ["a folder", () => folder.folder("part"), "./part", unreadable],
      [
        "a pipe that nobody writes to",
        () => makeFifo(folder.at("part")),
        "./part",
        unreadable,
      ],
      ["an endless device", undefined, "/dev/zero", unreadable],
      [
        "a file of the kernel that has no end",
        undefined,
        "/proc/self/pagemap",
        undefined,
      ],
      [
        "a link to itself",
        () => symlink(folder.at("part"), folder.at("part")),
        "./part",
        unreadable,
      ],
      [
        "a link to nowhere",
        () => symlink(folder.at("none"), folder.at("part")),
        "./part",
        unreadable,
      ],
      ["a name with a NUL in it", undefined, "./a\\u0000b", unreadable],
      [
        "50 megabytes of nothing",
        async () => truncate(await folder.file("part"), 50 * 1024 * 1024),
        "./part",
        unreadable,
      ],
      [
        "bytes that are no text",
        () => folder.file("part", "\u007fELF\u0000\u0001\u0002{\u0000"),
        "./part",
        "config.include_broken",
      ],
      [
        "the config itself, by another way",
        undefined,
        "./a/../clawdbot.json",
        "config.include_circular",
      ],
    ] as const) {
      it(`is told at its place: ${name}`, async () => {
        await make?.();
        const before = `{\n  gateway: { mode: "local", auth: { token: "\${T}" } },\n  channels: { $include: `;
        await folder.file("clawdbot.json", `${before}"${include}" },\n}\n`);
        const found = await check("--no-fs", "clawdbot.json");
        const told = found.filter(({ code: each }) =>
          each.startsWith("config.include"),
        );
        assert.deepEqual(
          told.map(({ line, character }) => [line, character]),
          [[2, (before.split("\n").at(-1) ?? "").length]],
        );
        if (code !== undefined) assert.equal(told[0]?.code, code);
      });
    }

    it("outside the folder is read all the same, as by Clawdbot", async () => {
      await folder.file(
        "elsewhere/logging.json5",
        `{ redactSensitive: "off" }`,
      );
      await folder.file(
        "here/clawdbot.json",
        `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { $include: "../elsewhere/logging.json5" } }`,
      );
      assert.deepEqual(
        (await check("--no-fs", "here/clawdbot.json")).map(({ code }) => code),
        ["logging.redact_off"],
      );
    });
  });
});
