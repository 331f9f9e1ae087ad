import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import type { Problem } from "../../server/src/core/features/problem.ts";
import type { Severity } from "../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";

const problemsOf = (
  code: string,
  text: string,
  options: AnalyseOptions,
): readonly Problem[] =>
  analyse(text, options).diagnosis.problems.filter(
    (problem) => problem.code === code,
  );

/** How bad each problem of a code is, in text order, when every rule looks at the text. */
export const severitiesOf = (
  code: string,
  text: string,
  options: AnalyseOptions = {},
): readonly Severity[] =>
  problemsOf(code, text, options).map(({ severity }) => severity);

/** The same in the two profiles of our own: the worst, or "silent". */
export const inProfiles = (
  code: string,
  text: string,
  options: AnalyseOptions = {},
): readonly [string, string] => [
  severitiesOf(code, text, { ...options, profile: "recommended" })[0] ??
    "silent",
  severitiesOf(code, text, { ...options, profile: "strict" })[0] ?? "silent",
];

/** What the fixes that stand their proof make of a text, by title, for the first problem of a code. */
export function offeredFixes(
  code: string,
  text: string,
  options: AnalyseOptions = {},
): Readonly<Record<string, string>> {
  const analysis = analyse(text, options);
  const problem = analysis.diagnosis.problems.find(
    (each) => each.code === code,
  );
  if (problem === undefined) throw new Error(`${code} is not found`);
  return Object.fromEntries(
    provenFixes(analysis, problem).map(({ title, edits }) => [
      title,
      applyEdits(text, edits[0]?.edits ?? []),
    ]),
  );
}
