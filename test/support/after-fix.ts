import assert from "node:assert/strict";
import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { analyse, configFile, type AnalyseOptions } from "./analyse.ts";

/** The titles of the fixes that are offered for the first problem with the code, in order. */
export function offered(
  text: string,
  code: string,
  options: AnalyseOptions = {},
): readonly string[] {
  const analysis = analyse(text, options);
  const problem = analysis.diagnosis.problems.find(
    (candidate) => candidate.code === code,
  );
  assert.ok(problem, `${code} is not found`);
  return provenFixes(analysis, problem).map(({ title }) => title);
}

/** The config's text after the fix of that title, offered for the first problem with the code that has it. */
export function afterFix(
  text: string,
  code: string,
  title: string,
  options: AnalyseOptions = {},
): string {
  const analysis = analyse(text, options);
  for (const problem of analysis.diagnosis.problems) {
    if (problem.code !== code) continue;
    const fix = provenFixes(analysis, problem).find(
      (candidate) => candidate.title === title,
    );
    const edits = fix?.edits.find(({ file }) => file === configFile)?.edits;
    if (edits !== undefined) return applyEdits(text, edits);
  }
  return assert.fail(`${code} offers no "${title}"`);
}
