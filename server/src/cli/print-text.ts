import { chmodCommand } from "../core/features/chmod-command.ts";
import type { Problem } from "../core/features/problem.ts";
import { severities, type Severity } from "../core/rules/rule.ts";
import { LineIndex } from "../core/text/line-index.ts";
import type { CheckedFile } from "./check.ts";

const colours: Readonly<Record<Severity, string>> = {
  error: "31",
  warning: "33",
  info: "34",
  hint: "36",
};

type Paint = (style: string, text: string) => string;
const plainly: Paint = (_style, text) => text;
const coloured: Paint = (style, text) => `\u001B[${style}m${text}\u001B[0m`;

/** What the program makes of the file, in one sentence. */
function verdict({ analysis }: CheckedFile): string {
  const { accepted, starts } = analysis.diagnosis;
  if (!accepted) return "Clawdbot refuses this file";
  if (starts === false)
    return "Clawdbot accepts this file, but its gateway will not start";
  return starts === true
    ? "Clawdbot accepts this file"
    : "Clawdbot accepts this file; whether its gateway starts depends on variables";
}

function problemText(
  problem: Problem,
  checked: CheckedFile,
  lines: ReadonlyMap<string, LineIndex>,
  paint: Paint,
): string {
  const { line, character } = lines
    .get(problem.place.file)
    ?.positionAt(problem.place.offset) ?? { line: 0, character: 0 };
  const where = `${checked.nameOf(problem.place.file)}:${line + 1}:${character + 1}`;
  const head = `  ${paint("1", where)}  ${paint(colours[problem.severity], problem.severity)}  ${problem.message}  ${paint("2", problem.code)}`;
  const fixes = checked.fixesOf(problem).flatMap(({ title, permissions }) => [
    `      ${paint("32", "fix")}  ${title}`,
    // What no edit of a text does is a command to run.
    ...permissions.map(
      (change) => `      ${paint("32", "run")}  ${chmodCommand(change)}`,
    ),
  ]);
  return [head, ...fixes].join("\n");
}

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? "" : "s"}`;

/** The report for people: a verdict a file, then its problems with the repairs that exist. */
export function printText(
  files: readonly CheckedFile[],
  isTerminal: boolean,
): string {
  const paint = isTerminal ? coloured : plainly;
  const blocks = files.map((checked) => {
    const shown = checked.problems.filter(
      ({ suppressed }) => suppressed === undefined,
    );
    const named = new Set(shown.map(({ place }) => place.file));
    const lines = new Map(
      Array.from(named, (file) => [file, new LineIndex(checked.textOf(file))]),
    );
    const head = `${paint("1", checked.name)}: ${verdict(checked)}`;
    return [
      head,
      ...shown.map((problem) => problemText(problem, checked, lines, paint)),
    ].join("\n");
  });
  const shown = files
    .flatMap(({ problems }) => problems)
    .filter(({ suppressed }) => suppressed === undefined);
  const counts = severities
    .map(
      (severity) =>
        [
          severity,
          shown.filter((problem) => problem.severity === severity).length,
        ] as const,
    )
    .filter(([, number]) => number > 0)
    .map(([severity, number]) =>
      severity === "info" ? `${number} info` : count(number, severity),
    );
  const accepted = files
    .flatMap(({ problems }) => problems)
    .filter(({ suppressed }) => suppressed !== undefined).length;
  const summary = `${counts.length === 0 ? "no problems" : counts.join(", ")} in ${count(files.length, "file")}${accepted === 0 ? "" : `; ${count(accepted, "risk")} accepted`}`;
  return `${[...blocks, summary].join("\n\n")}\n`;
}
