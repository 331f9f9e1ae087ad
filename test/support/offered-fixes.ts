import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import type { Problem } from "../../server/src/core/features/problem.ts";
import type { Rule, Severity } from "../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";

/** A rule, or its code. */
type Which = Rule | string;

const codeOf = (which: Which): string =>
  typeof which === "string" ? which : which.code;

/** The problems with a rule's code, everything else taken into account. */
const problemsOf = (
  which: Which,
  text: string,
  options: AnalyseOptions,
): readonly Problem[] =>
  analyse(text, options).diagnosis.problems.filter(
    ({ code }) => code === codeOf(which),
  );

/** How severe a rule's findings are in a text, in text order. */
export const severitiesOf = (
  which: Which,
  text: string,
  options: AnalyseOptions = {},
): readonly Severity[] =>
  problemsOf(which, text, options).map(({ severity }) => severity);

/** What a rule's findings say, in text order. */
export const messagesOf = (
  which: Which,
  text: string,
  options: AnalyseOptions = {},
): readonly string[] =>
  problemsOf(which, text, options).map(({ message }) => message);

/** The severity in the two profiles of our own: the worst, or "silent". */
export const inProfiles = (
  which: Which,
  text: string,
  options: AnalyseOptions = {},
): readonly [string, string] => [
  severitiesOf(which, text, { ...options, profile: "recommended" })[0] ??
    "silent",
  severitiesOf(which, text, { ...options, profile: "strict" })[0] ?? "silent",
];

/** What the fixes offered for a rule's findings make of the text, each with its title; those that fail their proof are left out. */
export function offeredFixes(
  which: Which,
  text: string,
  options: AnalyseOptions = {},
): readonly (readonly [title: string, text: string])[] {
  const analysis = analyse(text, options);
  return analysis.diagnosis.problems
    .filter(({ code }) => code === codeOf(which))
    .flatMap((problem) => provenFixes(analysis, problem))
    .map(({ title, edits }) => [
      title,
      applyEdits(
        text,
        edits.flatMap((each) => each.edits),
      ),
    ]);
}

/** The same by title, for the first finding alone. */
export function fixesByTitle(
  which: Which,
  text: string,
  options: AnalyseOptions = {},
): Readonly<Record<string, string>> {
  const analysis = analyse(text, options);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === codeOf(which),
  );
  if (problem === undefined) throw new Error(`${codeOf(which)} is not found`);
  return Object.fromEntries(
    provenFixes(analysis, problem).map(({ title, edits }) => [
      title,
      applyEdits(text, edits[0]?.edits ?? []),
    ]),
  );
}
