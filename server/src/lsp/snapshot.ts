import type { Analysis } from "../core/features/analysis.ts";
import type { LintFile } from "../core/features/lint-file/read-lint-file.ts";
import { LineIndex } from "../core/text/line-index.ts";

/** Where the lines of files begin, for everything that is sent. */
export interface Lines {
  linesOf(file: string): LineIndex;
}

/** The lines of a single file. */
export function linesOfText(text: string): Lines {
  const lines = new LineIndex(text);
  return { linesOf: () => lines };
}

/** One document at one moment, with everything that was known then. Requests are answered from it and nothing else. */
export class Snapshot implements Lines {
  readonly uri: string;
  readonly version: number;
  /** Which state of the session it shows. */
  readonly revision: number;
  readonly analysis: Analysis;
  /** The shared configuration that the config is judged by, if there is one. */
  readonly lintFile: LintFile | undefined;
  readonly #lines = new Map<string, LineIndex>();

  constructor(
    uri: string,
    version: number,
    revision: number,
    analysis: Analysis,
    lintFile?: LintFile,
  ) {
    this.uri = uri;
    this.version = version;
    this.revision = revision;
    this.analysis = analysis;
    this.lintFile = lintFile;
  }

  /** The core's name of the document. */
  get file(): string {
    return this.analysis.input.file;
  }

  /** Included files that have not been read yet. */
  get missing(): readonly string[] {
    return this.analysis.resolved.missing;
  }

  /** Whether its problems are those of another look at the same text. */
  hasSameProblemsAs(other: Snapshot): boolean {
    return shownProblems(this) === shownProblems(other);
  }

  linesOf(file: string): LineIndex {
    const known = this.#lines.get(file);
    if (known !== undefined) return known;
    const document =
      file === this.lintFile?.file
        ? this.lintFile.document
        : this.analysis.resolved.documentOf(file);
    const lines = new LineIndex(document?.text ?? "");
    this.#lines.set(file, lines);
    return lines;
  }
}

/** Everything about problems that a reader sees. */
const shownProblems = ({ analysis }: Snapshot): string =>
  JSON.stringify(
    analysis.diagnosis.problems.map(
      ({ code, severity, place, message, related }) => [
        code,
        severity,
        place,
        message,
        related,
      ],
    ),
  );
