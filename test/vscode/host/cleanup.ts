import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a run must not leave behind, last come first gone: run at its end, and also when the process is told to stop.
 * Tasks are synchronous, since a process that exits waits for nothing.
 */
export class Cleanup {
  readonly #tasks: (() => void)[] = [];
  readonly #atExit = (): void => this.run();

  constructor() {
    process.once("exit", this.#atExit);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => process.exit(130));
  }

  add(task: () => void): void {
    this.#tasks.push(task);
  }

  /** A folder that is removed with everything in it. */
  temporaryFolder(prefix: string): string {
    const folder = mkdtempSync(join(tmpdir(), prefix));
    this.add(() =>
      rmSync(folder, {
        recursive: true,
        force: true,
        maxRetries: 10,
        retryDelay: 100,
      }),
    );
    return folder;
  }

  /** Runs every task once, even when one of them fails. */
  run(): void {
    for (
      let task = this.#tasks.pop();
      task !== undefined;
      task = this.#tasks.pop()
    ) {
      try {
        task();
      } catch (error) {
        console.error(error);
      }
    }
  }
}
