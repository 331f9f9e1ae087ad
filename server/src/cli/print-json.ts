import type { Place } from "../core/config/resolve-config.ts";
import type { Problem } from "../core/features/problem.ts";
import { withoutSecrets } from "../core/config/without-secrets.ts";
import { severities } from "../core/rules/rule.ts";
import { LineIndex, type Position } from "../core/text/line-index.ts";
import { targetRelease } from "../core/dialects/clawdbot/release.ts";
import type { CheckedFile } from "./check.ts";
import { toolVersion } from "./tool-version.ts";

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Places of one config as lines and characters, each file's lines counted once. */
class Ranges {
  readonly #checked: CheckedFile;
  readonly #lines = new Map<string, LineIndex>();

  constructor(checked: CheckedFile) {
    this.#checked = checked;
  }

  of({ file, offset, length }: Place): Range {
    const known = this.#lines.get(file);
    const lines = known ?? new LineIndex(this.#checked.textOf(file));
    this.#lines.set(file, lines);
    return {
      start: lines.positionAt(offset),
      end: lines.positionAt(offset + length),
    };
  }
}

function problemJson(
  problem: Problem,
  checked: CheckedFile,
  ranges: Ranges,
): object {
  return {
    code: problem.code,
    ...(problem.upstream === undefined ? {} : { upstream: problem.upstream }),
    effect: problem.effect,
    severity: problem.severity,
    path: problem.path.map((key) =>
      typeof key === "string" ? withoutSecrets(key) : key,
    ),
    file: checked.nameOf(problem.place.file),
    range: ranges.of(problem.place),
    message: problem.message,
    related: problem.related.map(({ place, message }) => ({
      file: checked.nameOf(place.file),
      range: ranges.of(place),
      message,
    })),
    fixes: checked.fixesOf(problem).map(({ title, safety }) => ({
      title,
      safety,
    })),
    ...(problem.suppressed === undefined
      ? {}
      : { suppressed: problem.suppressed }),
  };
}

/** The report for programs: version 1 of the format, which is a contract. */
export function printJson(files: readonly CheckedFile[]): string {
  const shown = files.flatMap(({ problems }) => problems);
  const counts = severities.map((severity) => [
    severity,
    shown.filter(
      (problem) =>
        problem.severity === severity && problem.suppressed === undefined,
    ).length,
  ]);
  const report = {
    version: 1,
    tool: {
      name: "clawdbot-lint",
      version: toolVersion,
      target: targetRelease,
    },
    files: files.map((checked) => {
      const ranges = new Ranges(checked);
      const { accepted, starts } = checked.analysis.diagnosis;
      return {
        file: checked.name,
        accepted,
        starts,
        problems: checked.problems.map((problem) =>
          problemJson(problem, checked, ranges),
        ),
      };
    }),
    summary: {
      ...(Object.fromEntries(counts) as Record<string, number>),
      suppressed: shown.filter(({ suppressed }) => suppressed !== undefined)
        .length,
      files: files.length,
    },
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
