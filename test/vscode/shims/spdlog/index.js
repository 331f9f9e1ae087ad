// Stands in for VS Code's native logger, so that nothing needs to be compiled. It has to be an ES module: VS Code imports
// its functions by name.
import { appendFileSync } from "node:fs";

export const version = 0;
export const setLevel = () => undefined;
export const setFlushOn = () => undefined;
export const shutdown = () => undefined;

export class Logger {
  /** @type {string} */
  #file;
  #level = 0;
  #isPlain = false;

  /** @param {string} file */
  constructor(file) {
    this.#file = file;
    this.trace = this.#writer(0, "trace");
    this.debug = this.#writer(1, "debug");
    this.info = this.#writer(2, "info");
    this.warn = this.#writer(3, "warning");
    this.error = this.#writer(4, "error");
    this.critical = this.#writer(5, "critical");
  }

  getLevel() {
    return this.#level;
  }

  /** @param {number} level */
  setLevel(level) {
    this.#level = level;
  }

  clearFormatters() {
    this.#isPlain = true;
  }

  setPattern() {}
  flush() {}
  drop() {}

  /**
   * @param {number} level
   * @param {string} name
   * @returns {(text: string) => void}
   */
  #writer(level, name) {
    return (text) => {
      if (level < this.#level) return;
      const line = this.#isPlain
        ? text
        : `${new Date().toISOString()} [${name}] ${text}\n`;
      try {
        appendFileSync(this.#file, line);
      } catch {
        // At the end the folder is gone before the last line.
      }
    };
  }
}

/**
 * @param {string} _name
 * @param {string} file
 */
export const createRotatingLogger = (_name, file) =>
  Promise.resolve(new Logger(file));
export const createAsyncRotatingLogger = createRotatingLogger;
