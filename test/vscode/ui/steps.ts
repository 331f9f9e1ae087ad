import { reportLine } from "../../../scripts/test/report-line.ts";

/** Counts what a person would notice, one step after the other; the first that fails ends the run. */
export class Steps {
  #passed = 0;

  async step(what: string, act: () => Promise<void>): Promise<void> {
    const started = performance.now();
    try {
      await act();
    } catch (error) {
      console.log(`FAILED ${what}`);
      throw error;
    }
    this.#passed += 1;
    console.log(`ok ${what} (${Math.round(performance.now() - started)} ms)`);
  }

  report(failed: 0 | 1): void {
    console.log(reportLine({ passed: this.#passed, failed }));
  }
}
