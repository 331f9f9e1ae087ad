// The stages of `npm test` that the command line names (see scripts/test.mjs), and the sum of their results.
import { build } from "../build.mjs";
import { runStage, stopSignals } from "./run-stage.ts";
import type { StageResult } from "./run-stage.ts";
import { stages } from "./stages.ts";
import type { Stage } from "./stages.ts";

type Target = "scripts" | "extension" | "tests" | "vscode-tests";

/** Builds what is needed, runs the stages, prints a line for each and, last, the sums. Resolves with the exit code. */
async function runTests(args: readonly string[]): Promise<number> {
  let isStopping = false;
  for (const signal of stopSignals) {
    process.on(signal, () => {
      isStopping = true;
      // The stages end by themselves; if not, they are ended when this process exits.
      setTimeout(() => process.exit(130), 8_000).unref();
    });
  }
  const named = stages.filter(
    (stage) =>
      args.includes(stage.name) || (args.includes("unit") && stage.isQuick),
  );
  const only = args.filter(
    (arg) => arg !== "unit" && !stages.some((stage) => stage.name === arg),
  );
  const isFull = named.length === 0 && only.length === 0;
  const chosen = isFull
    ? stages
    : named.length === 0
      ? stages.filter((stage) => stage.isQuick)
      : named;

  let passed = 0;
  let failed = 0;
  const production = chosen.some((stage) => stage.runsAlone);
  const folders = chosen.flatMap((stage) => stage.tests ?? []);
  const built = async (target: Target): Promise<readonly string[]> => {
    try {
      return await build({ targets: [target], only, folders, production });
    } catch {
      // esbuild has said what is wrong. What does not need this target can still be tested.
      console.log(`FAILED build ${target}`);
      failed += 1;
      return [];
    }
  };
  const files = chosen.some((stage) => stage.tests) ? await built("tests") : [];
  const filesOf = (stage: Stage): readonly string[] =>
    files.filter((file) =>
      stage.tests?.some((folder) => file.startsWith(`dist/test/${folder}/`)),
    );
  // Looking for one test by its path, nobody wants to hear of the other stages.
  const running =
    only.length > 0
      ? chosen.filter((stage) => filesOf(stage).length > 0)
      : chosen;
  if (running.some((stage) => stage.needsExtension)) {
    await built("extension");
    await built("scripts");
  }
  if (running.some((stage) => stage.runsAlone)) await built("vscode-tests");

  const run = async (stage: Stage): Promise<void> => {
    if (isStopping) return;
    const mine = filesOf(stage);
    const result =
      stage.tests && mine.length === 0
        ? nothingToRun
        : await runStage(stage, mine);
    passed += result.passed;
    failed += result.failed;
    print(stage, result);
  };
  await eachOf(
    running.filter((stage) => !stage.runsAlone),
    2,
    run,
  );
  await eachOf(
    running.filter((stage) => stage.runsAlone),
    1,
    run,
  );
  if (isStopping) process.exit(130);
  if (passed + failed === 0) failed = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

const nothingToRun: StageResult = {
  passed: 0,
  failed: 1,
  seconds: 0,
  output: "there are no tests",
};

/** Calls `run` for every item, at most `atOnce` at the same time. */
async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
      await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function print(
  stage: Stage,
  { passed, failed, seconds, output }: StageResult,
): void {
  const counts = stage.countsAsOne
    ? ""
    : ` ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
  console.log(
    `${failed > 0 ? "FAILED" : "ok    "} ${stage.name.padEnd(14)}${counts} (${seconds.toFixed(1)} s)`,
  );
  if (failed > 0) console.log(output.replace(/^/gm, "       "));
}

process.exitCode = await runTests(process.argv.slice(2));
