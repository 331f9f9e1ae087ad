// Runs the test files of the command line with mocha: quiet while tests pass, every failure in full.
import Mocha from "mocha";
import { resolve } from "node:path";

import { reportLine } from "./report-line.ts";

const { EVENT_RUN_END } = Mocha.Runner.constants;

class FailuresOnly extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.once(EVENT_RUN_END, () => {
      if (this.failures.length > 0) Mocha.reporters.Base.list(this.failures);
      const skipped = this.stats.pending;
      // A test that did not run has shown nothing.
      if (skipped > 0) console.log(`${skipped} skipped tests count as failed`);
      console.log(
        reportLine({
          passed: this.stats.passes,
          failed: this.stats.failures + skipped,
        }),
      );
    });
  }
}

// Long enough for a property on a busy machine: the limit is there for what hangs, not for what is slow.
const mocha = new Mocha({
  ui: "bdd",
  reporter: FailuresOnly,
  timeout: 120_000,
  forbidOnly: true,
  color: process.stdout.isTTY,
});
for (const file of process.argv.slice(2)) mocha.addFile(resolve(file));
await mocha.loadFilesAsync();
mocha.run((failures) => {
  // A test may have left a server or a timer behind; the stage ends here all the same.
  process.exit(failures > 0 ? 1 : 0);
});
