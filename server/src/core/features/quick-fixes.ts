import type { Analysis } from "./analysis.ts";
import type { Problem } from "./problem.ts";
import { proveFix, type ProvenFix } from "./prove-fix.ts";

/** What is done about a fix whose proof threw: our bug, told by the problem's code and never by config text. */
export type ProofFailed = (problem: Problem, error: unknown) => void;

/**
 * The fixes of a problem that were proved on a copy, in their finder's order. A proof that throws costs its own fix alone
 * where `failed` is given; otherwise it throws on.
 */
export function provenFixes(
  analysis: Analysis,
  problem: Problem,
  otherRoots: readonly Analysis[] = [],
  failed?: ProofFailed,
): readonly ProvenFix[] {
  return problem.fixes.flatMap((fix) => {
    try {
      const proof = proveFix(analysis, problem, fix, otherRoots);
      return "proven" in proof ? [proof.proven] : [];
    } catch (error) {
      if (failed === undefined) throw error;
      failed(problem, error);
      return [];
    }
  });
}

/** The problems shown whose range touches a stretch of a file. */
export function problemsIn(
  analysis: Analysis,
  file: string,
  start: number,
  end: number,
): readonly Problem[] {
  return analysis.shown.filter(
    ({ place }) =>
      place.file === file &&
      place.offset <= end &&
      place.offset + place.length >= start,
  );
}
