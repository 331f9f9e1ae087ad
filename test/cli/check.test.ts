import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lint, type Result } from "../support/lint.ts";

interface Report {
  readonly version: number;
  readonly tool: { name: string; version: string; target: string };
  readonly files: readonly {
    file: string;
    accepted: boolean;
    starts: boolean | null;
    problems: readonly {
      code: string;
      upstream?: string;
      effect: string;
      severity: string;
      path: readonly (string | number)[];
      file: string;
      range: object;
      message: string;
      related: readonly object[];
      fixes: readonly { title: string; safety: string }[];
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

describe("clawdbot-lint check", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "clawdbot-lint-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const save = (name: string, text: string) =>
    writeFile(join(folder, name), text);
  const report = ({ stdout }: Result): Report => JSON.parse(stdout) as Report;

  it("prints the report for programs as promised", async () => {
    await save(
      "a.clawdbot.json",
      `{\n  gateway: { mode: "local",\n    bind: "lan" } }\n`,
    );
    const result = await lint(
      ["check", "--format", "json", "a.clawdbot.json"],
      {
        cwd: folder,
      },
    );
    assert.equal(result.code, 1);
    assert.equal(result.stderr, "");
    const { version, tool, files, summary } = report(result);
    assert.equal(version, 1);
    assert.equal(tool.name, "clawdbot-lint");
    assert.match(tool.version, /^\d+\.\d+\.\d+/);
    assert.equal(tool.target, "2026.1.24-3");
    const [file] = files;
    assert.equal(file?.file, "a.clawdbot.json");
    assert.equal(file?.accepted, true);
    const problem = file?.problems.find(
      ({ code }) => code === "gateway.bind_no_auth",
    );
    assert.deepEqual(
      { ...problem, message: "", fixes: [] },
      {
        code: "gateway.bind_no_auth",
        upstream: "gateway.bind_no_auth",
        effect: "risk",
        severity: "error",
        path: ["gateway", "bind"],
        file: "a.clawdbot.json",
        range: {
          start: { line: 2, character: 10 },
          end: { line: 2, character: 15 },
        },
        message: "",
        related: [],
        fixes: [],
      },
    );
    assert.ok(
      problem?.fixes.some(
        ({ title, safety }) =>
          title === "Bind to loopback" && safety === "review",
      ),
    );
    assert.deepEqual(Object.keys(summary), [
      "error",
      "warning",
      "info",
      "hint",
      "suppressed",
      "files",
    ]);
    assert.equal(summary["files"], 1);
  });

  it("prints places and fixes for people", async () => {
    await save(
      "clawdbot.json",
      `{ gateway: { mode: "local" }, logging: { redactSensitive: "off" } }`,
    );
    const { stdout, code } = await lint(["check", "clawdbot.json"], {
      cwd: folder,
    });
    assert.equal(code, 0, "a warning is below the default limit");
    assert.match(stdout, /clawdbot\.json:1:59 {2}warning /);
    assert.match(stdout, /fix {2}Set to "tools"/);
  });

  for (const [args, expected] of [
    [["--fail-on", "warning"], 1],
    [["--fail-on", "error"], 0],
    [["--fail-on", "info", "--min-severity", "error"], 0],
  ] as const) {
    it(`exits ${expected} with ${args.join(" ")}`, async () => {
      await save(
        "clawdbot.json",
        `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { redactSensitive: "off" } }`,
      );
      assert.equal(
        (await lint(["check", ...args, "clawdbot.json"], { cwd: folder })).code,
        expected,
      );
    });
  }

  it("finds the file that Clawdbot itself would load", async () => {
    await mkdir(join(folder, ".clawdbot"));
    await writeFile(join(folder, ".clawdbot/clawdbot.json"), "[]");
    const [file] = report(
      await lint(["check", "--format", "json"], { cwd: folder }),
    ).files;
    assert.equal(file?.file, join(folder, ".clawdbot/clawdbot.json"));
    assert.equal(file?.accepted, false);
    await save("other.json", "{}");
    const given = await lint(["check", "--format", "json"], {
      cwd: folder,
      env: { CLAWDBOT_CONFIG_PATH: join(folder, "other.json") },
    });
    assert.equal(report(given).files[0]?.accepted, true);
  });

  it("reads standard input", async () => {
    const result = await lint(
      ["check", "--stdin", "--stdin-filename", "x.json", "--format", "json"],
      { cwd: folder, input: "{ nonsense: 1 }" },
    );
    assert.equal(result.code, 1);
    assert.equal(report(result).files[0]?.file, "x.json");
  });

  it("takes the states of variables from where it is told to", async () => {
    await save(
      "clawdbot.json",
      `{ gateway: { mode: "local", auth: { token: "\${T}" } } }`,
    );
    await save("names.env", "T=something\nU=\n");
    const accepted = async (args: readonly string[], env = {}) =>
      report(
        await lint(["check", "--format", "json", ...args, "clawdbot.json"], {
          cwd: folder,
          env,
        }),
      ).files[0]?.accepted;
    assert.equal(await accepted([]), true);
    assert.equal(await accepted(["--environment", "empty"]), false);
    assert.equal(
      await accepted(["--environment", "empty", "--env", "T"]),
      true,
    );
    assert.equal(
      await accepted(["--environment", "empty", "--env-file", "names.env"]),
      true,
    );
    assert.equal(await accepted(["--environment", "process"]), false);
    assert.equal(
      await accepted(["--environment", "process"], { T: "x" }),
      true,
    );
    assert.equal(
      await accepted(["--environment", "process"], { T: "" }),
      false,
    );
  });

  it("says what is wrong with its use or with a file, on stderr, with 2", async () => {
    await mkdir(join(folder, "clawdbot.json"));
    for (const [args, sentence] of [
      [[], /no command given/],
      [["frobnicate"], /unknown command "frobnicate"/],
      [["check", "--format", "xml"], /--format takes one of/],
      [["check", "--nonsense"], /--nonsense/],
      [["check", "missing.json"], /missing\.json: no such file/],
      [["check", "clawdbot.json"], /is a folder/],
      // Not a regular file: reading a device or a pipe may never end.
      [["check", "/dev/zero"], /\/dev\/zero: cannot be read/],
    ] as const) {
      const { code, stderr } = await lint(args, { cwd: folder });
      assert.equal(code, 2, args.join(" "));
      assert.match(stderr, sentence);
    }
  });

  it("goes on with the other files when one cannot be read", async () => {
    await save("good.json", "{}");
    const result = await lint(
      ["check", "--format", "json", "gone.json", "good.json"],
      { cwd: folder },
    );
    assert.equal(result.code, 2);
    assert.deepEqual(
      report(result).files.map(({ file }) => file),
      ["good.json"],
    );
  });

  it("never repeats a secret", async () => {
    const secret = "hunter2-hunter2";
    await save(
      "clawdbot.json",
      `{ gateway: { bind: "lan", auth: { mode: "token", token: "${secret}" }, tokn: "${secret}" }, channels: { telegram: { botToken: ["${secret}"] } } }`,
    );
    for (const format of ["text", "json"]) {
      const { stdout, stderr } = await lint(
        ["check", "--format", format, "clawdbot.json"],
        { cwd: folder },
      );
      assert.ok(!(stdout + stderr).includes(secret));
      assert.match(stdout, /token_too_short/);
    }
  });

  it("lists the move of a secret to .env, and no value", async () => {
    const secret = "k3w9-vz7q-p2m4-x8c6";
    await save(
      "clawdbot.json",
      `{ gateway: { mode: "local", auth: { mode: "password", password: "${secret}" } } }`,
    );
    await save(".env", "CLAWDBOT_GATEWAY_PASSWORD=hidden-in-the-file\n");
    const result = await lint(["check", "--format", "json", "clawdbot.json"], {
      cwd: folder,
    });
    const fixes = report(result).files[0]?.problems.flatMap(
      (problem) => problem.fixes,
    );
    assert.deepEqual(fixes, [
      {
        title: "Move it to .env as CLAWDBOT_GATEWAY_PASSWORD_2",
        safety: "review",
      },
    ]);
    assert.ok(!result.stdout.includes(secret));
    assert.ok(!result.stdout.includes("hidden"));
  });
  it("looks for .env where the program does when it loads its own file", async () => {
    await save(
      "own.json",
      `{ gateway: { mode: "local", auth: { mode: "password", password: "k3w9-vz7q-p2m4-x8c6" } } }`,
    );
    await mkdir(join(folder, "state"));
    await writeFile(
      join(folder, "state", ".env"),
      "CLAWDBOT_GATEWAY_PASSWORD=x\n",
    );
    const { stdout } = await lint(["check"], {
      cwd: folder,
      env: {
        CLAWDBOT_CONFIG_PATH: join(folder, "own.json"),
        CLAWDBOT_STATE_DIR: join(folder, "state"),
      },
    });
    assert.match(stdout, /Move it to \.env as CLAWDBOT_GATEWAY_PASSWORD_2/);
  });
});
