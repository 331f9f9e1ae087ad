import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lint, type Result } from "../support/lint.ts";

interface Report {
  readonly files: readonly {
    file: string;
    accepted: boolean;
    problems: readonly {
      code: string;
      severity: string;
      file: string;
      range: { start: { line: number; character: number } };
      path: readonly (string | number)[];
      suppressed?: { by: string; reason: string };
      fixes: readonly { title: string }[];
    }[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';
const off = `{ ${quiet}, logging: { redactSensitive: "off" } }`;
const tools = `{ ${quiet}, logging: { redactSensitive: "tools" } }`;

describe("clawdbot-lint check with a shared configuration", () => {
  // The home folder of every run, so that nothing above it is looked at.
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "clawdbot-shared-"));
    await mkdir(join(folder, "bots"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const save = (name: string, text: string) =>
    writeFile(join(folder, name), text);
  const run = (...args: readonly string[]) =>
    lint(["check", "--format", "json", ...args], { cwd: folder });
  const report = ({ stdout }: Result): Report => JSON.parse(stdout) as Report;
  const shown = (result: Result) =>
    report(result).files.flatMap(({ problems }) =>
      problems
        .filter(({ suppressed }) => suppressed === undefined)
        .map(({ code, severity }) => `${code} ${severity}`),
    );

  it("obeys the nearest one, and what the command line says before it", async () => {
    await save("bots/clawdbot.json", off);
    await save(
      ".clawdbot-lint.json",
      `{ rules: { "logging.redact_off": "error" }, failOn: "warning" }`,
    );
    const error = await run("bots/clawdbot.json");
    assert.deepEqual(shown(error), ["logging.redact_off error"]);
    assert.equal(error.code, 1);
    await save(
      "bots/.clawdbot-lint.json",
      `{ rules: { "logging.redact_off": "info" }, failOn: "warning", minSeverity: "warning" }`,
    );
    const hidden = await run("bots/clawdbot.json");
    assert.deepEqual(shown(hidden), []);
    assert.equal(hidden.code, 0);
    const asked = await run(
      "--min-severity",
      "hint",
      "--fail-on",
      "info",
      "bots/clawdbot.json",
    );
    assert.deepEqual(shown(asked), ["logging.redact_off info"]);
    assert.equal(asked.code, 1);
  });

  it("takes the profile and the environment from it", async () => {
    await save("clawdbot.json", `{ ${quiet} }`);
    await save(
      ".clawdbot-lint.json",
      `{ profile: "strict", environment: { mode: "empty", file: "gateway.env" } }`,
    );
    await save("gateway.env", "OTHER=1\n");
    const refused = report(await run("clawdbot.json")).files[0];
    assert.equal(refused?.accepted, false);
    await save("gateway.env", "T=never-shown\n");
    const strict = await run("clawdbot.json");
    assert.equal(report(strict).files[0]?.accepted, true);
    assert.ok(
      shown(strict).some((line) => line.startsWith("gateway.trusted_proxies")),
    );
    assert.ok(!strict.stdout.includes("never-shown"));
    assert.deepEqual(
      shown(await run("--profile", "recommended", "clawdbot.json")),
      [],
    );
    await rm(join(folder, "gateway.env"));
    const without = await run("clawdbot.json");
    assert.match(without.stderr, /gateway\.env cannot be read/);
    assert.equal(without.code, 1);
  });

  it("keeps accepted risks in the report, and does not fail for them", async () => {
    await save(
      "clawdbot.json",
      `{\n  // clawdbot-ignore logging.redact_off: logs stay here\n  logging: { redactSensitive: "off" },\n  gateway: { mode: "local", bind: "lan" },\n}\n`,
    );
    await save(
      ".clawdbot-lint.json",
      `{ accept: [{ code: "gateway.bind_no_auth", path: "gateway.bind", reason: "a firewall" }, { code: "startup.bind_without_auth", reason: "no" }] }`,
    );
    const result = await run("--fail-on", "hint", "clawdbot.json");
    const { files, summary } = report(result);
    assert.deepEqual(
      files[0]?.problems.flatMap(({ code, suppressed }) =>
        suppressed === undefined ? [] : [[code, suppressed]],
      ),
      [
        ["logging.redact_off", { by: "comment", reason: "logs stay here" }],
        ["gateway.bind_no_auth", { by: "file", reason: "a firewall" }],
      ],
    );
    assert.equal(summary["suppressed"], 2);
    assert.deepEqual(
      shown(result)
        .map((line) => line.split(" ")[0] ?? "")
        // What else an open bind leads to was not accepted either.
        .filter((code) => !code.startsWith("gateway.")),
      ["startup.bind_without_auth", "lint.cannot_accept"],
    );
    const text = await lint(["check", "clawdbot.json"], { cwd: folder });
    assert.doesNotMatch(text.stdout, /redact_off|bind_no_auth/);
    assert.match(text.stdout, /; 2 risks accepted\n$/);
  });

  it("tells of its problems once, in its own file", async () => {
    await save("clawdbot.json", tools);
    await save("bots/clawdbot.json", tools);
    await save(
      ".clawdbot-lint.json",
      `{\n  profil: "strict",\n  accept: [\n    { code: "logging.redact_off", reason: "why" },\n  ],\n}\n`,
    );
    const both = report(await run("clawdbot.json", "bots/clawdbot.json"));
    assert.deepEqual(
      both.files.map(({ problems }) =>
        problems.map(({ code, file, range, path }) => [
          code,
          file,
          range.start.line,
          path,
        ]),
      ),
      [
        [
          ["lint.unknown_key", ".clawdbot-lint.json", 1, ["profil"]],
          ["lint.unused_suppression", ".clawdbot-lint.json", 3, ["accept", 0]],
        ],
        [],
      ],
    );
    assert.deepEqual(
      both.files[0]?.problems[0]?.fixes.map(({ title }) => title),
      ["Change to profile", "Remove this"],
    );
    // The other config was not looked at: it may need the entry.
    assert.deepEqual(shown(await run("clawdbot.json")), [
      "lint.unknown_key warning",
    ]);
    await save("bots/clawdbot.json", off);
    assert.deepEqual(shown(await run("clawdbot.json", "bots/clawdbot.json")), [
      "lint.unknown_key warning",
    ]);
    const text = await lint(["check", "clawdbot.json"], { cwd: folder });
    assert.match(text.stdout, /\.clawdbot-lint\.json:2:3 {2}warning/);
  });

  it("obeys the one it is told to, and refuses one that it cannot read", async () => {
    await save("clawdbot.json", off);
    await save(
      ".clawdbot-lint.json",
      `{ rules: { "logging.redact_off": "error" } }`,
    );
    await save(
      "bots/ours.json5",
      `{ rules: { "logging.redact_off": "hint" } }`,
    );
    assert.deepEqual(
      shown(await run("--config", "bots/ours.json5", "clawdbot.json")),
      ["logging.redact_off hint"],
    );
    const { code, stderr } = await run(
      "--config",
      "gone.json",
      "clawdbot.json",
    );
    assert.equal(code, 2);
    assert.match(stderr, /--config gone\.json cannot be read/);
  });

  it("fails for a damaged one, and obeys what can be read of it", async () => {
    await save("clawdbot.json", off);
    await save(".clawdbot-lint.json", `{ profile: "strict", `);
    const result = await run("clawdbot.json");
    assert.equal(result.code, 1);
    assert.ok(shown(result).includes("lint.syntax error"));
  });

  it("finds the one of a config on standard input", async () => {
    await save(
      "bots/.clawdbot-lint.json",
      `{ rules: { "logging.redact_off": "off" } }`,
    );
    const result = await lint(
      [
        "check",
        "--stdin",
        "--stdin-filename",
        "bots/clawdbot.json",
        "--format",
        "json",
      ],
      { cwd: folder, input: off },
    );
    assert.deepEqual(shown(result), []);
  });

  it("does not obey one above the work tree", async () => {
    await mkdir(join(folder, "bots/.git"));
    await save("bots/clawdbot.json", off);
    await save(
      ".clawdbot-lint.json",
      `{ rules: { "logging.redact_off": "off" } }`,
    );
    assert.deepEqual(shown(await run("bots/clawdbot.json")), [
      "logging.redact_off warning",
    ]);
  });
});
