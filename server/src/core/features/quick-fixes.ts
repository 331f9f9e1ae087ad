import type { Analysis } from "./analysis.ts";
import type { Problem } from "./problem.ts";
import { proveFix, type ProvenFix } from "./prove-fix.ts";

/** The fixes of a problem that were proved on a copy, in their finder's order. */
export function provenFixes(
  analysis: Analysis,
  problem: Problem,
  otherRoots: readonly Analysis[] = [],
): readonly ProvenFix[] {
  return problem.fixes.flatMap((fix) => {
    const proof = proveFix(analysis, problem, fix, otherRoots);
    return "proven" in proof ? [proof.proven] : [];
  });
}

/** Problems whose range touches a stretch of a file. */
export function problemsIn(
  analysis: Analysis,
  file: string,
  start: number,
  end: number,
): readonly Problem[] {
  return analysis.diagnosis.problems.filter(
    ({ place, suppressed }) =>
      suppressed === undefined &&
      place.file === file &&
      place.offset <= end &&
      place.offset + place.length >= start,
  );
}
