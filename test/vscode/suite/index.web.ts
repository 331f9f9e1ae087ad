import { mochaOptions, runAll } from "./run-all.ts";

/** Called by VS Code's web extension host, which is a worker. */
export async function run(): Promise<void> {
  // The browser build: it puts `Mocha` and a `mocha` to run into the global scope.
  await import("mocha");
  mocha.setup({ ...mochaOptions, reporter: Mocha.reporters.Base });
  await runAll((whenDone) => mocha.run(whenDone));
}
