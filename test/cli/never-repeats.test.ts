import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemKinds } from "../../server/src/core/features/problem-kinds.ts";
import { assertNoLeak, Canaries } from "../support/canaries.ts";
import { lint } from "../support/lint.ts";
import { plantedConfigs } from "../support/planted-configs.ts";

describe("the command line", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "clawdbot-lint-secrets-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("repeats no secret in any report", async () => {
    const canaries = new Canaries();
    const configs = plantedConfigs(canaries, 40);
    const names = await Promise.all(
      configs.map(async ([, text], index) => {
        const name = `${index}.clawdbot.json`;
        await writeFile(join(folder, name), text);
        return name;
      }),
    );
    await writeFile(
      join(folder, ".env"),
      `CLAWDBOT_GATEWAY_TOKEN=${canaries.plain()}\n`,
    );
    const runs = [
      ["--format", "text"],
      ["--format", "json", "--profile", "strict"],
      ["--format", "text", "--environment", "process", "--env-file", ".env"],
    ];
    for (const options of runs) {
      const { stdout, stderr, code } = await lint(
        ["check", ...options, ...names],
        { cwd: folder, env: { SOME_TOKEN: canaries.plain() } },
      );
      assert.equal(code, 1, stderr);
      assertNoLeak(stderr, options.join(" "));
      for (const line of stdout.split("\n"))
        assertNoLeak(line, options.join(" "));
      assert.ok(stdout.split("\n").length > 200, options.join(" "));
    }
    assert.ok(canaries.planted > 500, `only ${canaries.planted} secrets`);
  });

  it("repeats none that comes in by standard input, whatever is wrong with it", async () => {
    const canaries = new Canaries();
    for (const value of [
      canaries.plain(),
      canaries.word(),
      canaries.withLook(),
    ]) {
      const { stdout, stderr } = await lint(
        ["check", "--stdin", "--format", "json"],
        {
          cwd: folder,
          input: `{ gateway: { mode: ${JSON.stringify(value)}, auth: { token: [${JSON.stringify(value)}] } } }`,
        },
      );
      assertNoLeak(stdout + stderr, "standard input");
    }
  });

  it("explains every code without one", async () => {
    const codes = problemKinds.map(({ code }) => code);
    const step = Math.ceil(codes.length / 6);
    for (let at = 0; at < codes.length; at += step) {
      const { stdout } = await lint(["explain", codes[at] ?? ""], {
        cwd: folder,
      });
      assertNoLeak(stdout, codes[at] ?? "");
    }
  });
});
