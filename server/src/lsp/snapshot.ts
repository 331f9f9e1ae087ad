import type { Analysis } from "../core/features/analysis.ts";
import { LineIndex } from "../core/text/line-index.ts";

/** One document at one moment, with everything that was known then. Requests are answered from it and nothing else. */
export class Snapshot {
  readonly uri: string;
  readonly version: number;
  /** Which state of the session it shows. */
  readonly revision: number;
  readonly analysis: Analysis;
  readonly #lines = new Map<string, LineIndex>();

  constructor(
    uri: string,
    version: number,
    revision: number,
    analysis: Analysis,
  ) {
    this.uri = uri;
    this.version = version;
    this.revision = revision;
    this.analysis = analysis;
  }

  /** The core's name of the document. */
  get file(): string {
    return this.analysis.input.file;
  }

  /** Included files that have not been read yet. */
  get missing(): readonly string[] {
    return this.analysis.resolved.missing;
  }

  linesOf(file: string): LineIndex {
    const known = this.#lines.get(file);
    if (known !== undefined) return known;
    const lines = new LineIndex(
      this.analysis.resolved.documentOf(file)?.text ?? "",
    );
    this.#lines.set(file, lines);
    return lines;
  }
}
