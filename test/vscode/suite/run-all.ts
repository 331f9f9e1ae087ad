import type { MochaOptions, Runner } from "mocha";

import { reportLine } from "../../../scripts/test/report-line.ts";

export const mochaOptions: MochaOptions = { ui: "bdd", timeout: 30_000 };

/** The suites, loaded one after the other when `describe` and `it` are there. */
const suites = [
  () => import("./activation.test.ts"),
  () => import("./diagnostics.test.ts"),
  () => import("./hover.test.ts"),
  () => import("./fixes.test.ts"),
  () => import("./accepting.test.ts"),
  () => import("./editing.test.ts"),
  () => import("./bad-input.test.ts"),
  () => import("./permissions.test.ts"),
];

/** Runs every suite and reports; rejects when a test failed. */
export async function runAll(
  start: (whenDone: (failures: number) => void) => Runner,
): Promise<void> {
  for (const load of suites) await load();
  const failures = await new Promise<number>((resolve) => {
    report(start(resolve));
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** Prints through `console.log`, the one thing that reaches the outside of every extension host. */
function report(runner: Runner): void {
  let passed = 0;
  let failed = 0;
  runner.on("pass", (test) => {
    passed += 1;
    console.log(`ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on("fail", (test, error: Error) => {
    failed += 1;
    console.log(`FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  // A test that did not run has shown nothing.
  runner.on("pending", (test) => {
    failed += 1;
    console.log(`SKIPPED ${test.fullTitle()}`);
  });
  runner.once("end", () => console.log(reportLine({ passed, failed })));
}
