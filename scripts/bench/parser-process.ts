import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import type { Form } from "./documents.ts";
import type { WorkerQuestion } from "./parse-worker.ts";
import type { ParserName } from "./parsers.ts";
import type { Contestant } from "./race.ts";

/** A parser in a process of its own, with default heap flags. */
export class ParserProcess implements Contestant {
  readonly name: ParserName;
  readonly #child: ChildProcess;

  constructor(name: ParserName, lines: number, form: Form) {
    this.name = name;
    this.#child = fork(
      "dist/scripts/bench/parse-worker.mjs",
      [name, String(lines), form],
      // Collections are only ever forced after the samples, to see what a tree keeps.
      { execArgv: ["--expose-gc"] },
    );
  }

  readonly sample = (): Promise<number> => this.#ask("sample");

  /** The bytes a tree keeps. */
  memory(): Promise<number> {
    return this.#ask("memory");
  }

  end(): void {
    this.#child.disconnect();
  }

  #ask(question: WorkerQuestion): Promise<number> {
    return new Promise((resolve, reject) => {
      const failed = (code: number | null): void =>
        reject(new Error(`the process of ${this.name} ended with ${code}`));
      this.#child.once("exit", failed);
      this.#child.once("message", (answer) => {
        this.#child.off("exit", failed);
        resolve(Number(answer));
      });
      this.#child.send(question);
    });
  }
}
