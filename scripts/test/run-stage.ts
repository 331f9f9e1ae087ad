import { spawn } from "node:child_process";

import { reportedCounts, withoutReportLines } from "./report-line.ts";
import type { Counts } from "./report-line.ts";
import type { Stage } from "./stages.ts";

export interface StageResult extends Counts {
  readonly seconds: number;
  /** What the stage printed, to be shown when it failed. */
  readonly output: string;
}

/** What a terminal or a CI sends to who should stop. */
export const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs a stage to its end and makes sure that no process of it is left. Never rejects. */
export async function runStage(
  stage: Stage,
  files: readonly string[],
): Promise<StageResult> {
  const started = performance.now();
  const env = { ...process.env, NODE_OPTIONS: undefined };
  // A group of its own, so that it can be ended with all that it started.
  const child = spawn(process.execPath, [...stage.command, ...files], {
    detached: true,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
    if (process.env["VERBOSE"] !== undefined) process.stderr.write(chunk);
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);

  const endGroup = (signal: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nothing of it is left.
    }
  };
  const endAtExit = (): void => endGroup("SIGKILL");
  process.once("exit", endAtExit);
  // Told to stop, it gets the time to end what it started and to remove its folders.
  const stop = (): void => endGroup("SIGTERM");
  for (const signal of stopSignals) process.on(signal, stop);
  const limit = setTimeout(() => {
    output += `\nno end after ${stage.limit} s`;
    // First a chance to clean up after itself.
    endGroup("SIGTERM");
    setTimeout(endGroup, 5_000, "SIGKILL").unref();
  }, stage.limit * 1_000);

  const code = await new Promise<number | string | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (status, signal) => resolve(status ?? signal));
  });
  clearTimeout(limit);
  endGroup("SIGKILL");
  process.off("exit", endAtExit);
  for (const signal of stopSignals) process.off(signal, stop);

  const seconds = (performance.now() - started) / 1_000;
  return {
    ...countsOf(stage, code, output),
    seconds,
    output: `${withoutReportLines(output)}${code === 0 ? "" : `\n(ended with ${code})`}`,
  };
}

/** A stage that ends badly has failed, whatever it counted; one that counted nothing too. */
function countsOf(
  stage: Stage,
  code: number | string | null,
  output: string,
): Counts {
  if (stage.countsAsOne)
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counts = reportedCounts(output) ?? { passed: 0, failed: 0 };
  const hasFailed = code !== 0 || counts.passed + counts.failed === 0;
  return hasFailed && counts.failed === 0
    ? { passed: counts.passed, failed: 1 }
    : counts;
}
