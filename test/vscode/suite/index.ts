import Mocha from "mocha";

import { mochaOptions, runAll } from "./run-all.ts";

/** Called by VS Code's Node extension host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ...mochaOptions, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await runAll((whenDone) => mocha.run(whenDone));
}
