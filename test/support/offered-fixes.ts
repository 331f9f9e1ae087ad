import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import type { Problem } from "../../server/src/core/features/problem.ts";
import type { Rule, Severity } from "../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";

/** The problems with a rule's code, everything else taken into account. */
const problemsOf = (
  rule: Rule,
  text: string,
  options: AnalyseOptions,
): readonly Problem[] =>
  analyse(text, options).diagnosis.problems.filter(
    ({ code }) => code === rule.code,
  );

/** What the fixes offered for a rule's findings make of the text, each with its title; those that fail their proof are left out. */
export function offeredFixes(
  rule: Rule,
  text: string,
  options: AnalyseOptions = {},
): readonly (readonly [title: string, text: string])[] {
  const analysis = analyse(text, options);
  return analysis.diagnosis.problems
    .filter(({ code }) => code === rule.code)
    .flatMap((problem) => provenFixes(analysis, problem))
    .map(({ title, edits }) => [
      title,
      applyEdits(
        text,
        edits.flatMap((each) => each.edits),
      ),
    ]);
}

/** How severe a rule's findings are in a text, in text order. */
export const severitiesOf = (
  rule: Rule,
  text: string,
  options: AnalyseOptions = {},
): readonly Severity[] =>
  problemsOf(rule, text, options).map(({ severity }) => severity);

/** What a rule's findings say, in text order. */
export const messagesOf = (
  rule: Rule,
  text: string,
  options: AnalyseOptions = {},
): readonly string[] =>
  problemsOf(rule, text, options).map(({ message }) => message);
