import { applyEdits } from "../text/edit.ts";
import type { Analysis } from "./analysis.ts";
import { identityOf, type Problem } from "./problem.ts";
import { provenFixes } from "./quick-fixes.ts";

/** What fixing everything led to. */
export interface FixedText {
  readonly text: string;
  /** Titles of the fixes carried out, in order. */
  readonly applied: readonly string[];
}

/** Which problems and fixes take part. */
export interface FixAllOptions {
  /** `review` fixes too; by default only safe ones. */
  readonly review?: boolean;
  readonly only?: (problem: Problem) => boolean;
}

/** Each round carries out one fix; more rounds than this mean that fixes undo each other, which proofs rule out. */
const maximumRounds = 1000;

/**
 * Carries out fixes on the root file until none is left. Only edits of the document itself take part: what another file
 * needs is offered one by one.
 */
export function fixAll(
  start: Analysis,
  options: FixAllOptions = {},
): FixedText {
  const { file } = start.input;
  const applied: string[] = [];
  const failed = new Set<string>();
  let analysis = start;
  for (let round = 0; round < maximumRounds; round++) {
    const next = nextFix(analysis, options, failed);
    if (next === undefined) break;
    applied.push(next.title);
    analysis = analysis.withTexts(new Map([[file, next.text]]));
  }
  return { text: analysis.resolved.document.text, applied };
}

function nextFix(
  analysis: Analysis,
  options: FixAllOptions,
  failed: Set<string>,
): { title: string; text: string } | undefined {
  const { file } = analysis.input;
  for (const problem of analysis.diagnosis.problems) {
    if (
      problem.suppressed !== undefined ||
      failed.has(identityOf(problem)) ||
      options.only?.(problem) === false
    )
      continue;
    const candidates = problem.fixes.filter(
      (fix) => options.review === true || fix.safety === "safe",
    );
    candidates.sort(
      (a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false),
    );
    const proven = provenFixes(
      analysis,
      { ...problem, fixes: candidates },
      [],
      // Whoever offers it one by one says that it failed.
      () => undefined,
    ).find(
      (fix) =>
        fix.permissions.length === 0 &&
        fix.edits.every((edits) => edits.file === file) &&
        (fix.safety === "safe" || options.review === true),
    );
    if (proven !== undefined) {
      const edits = proven.edits.flatMap((each) => each.edits);
      return {
        title: proven.title,
        text: applyEdits(analysis.resolved.document.text, edits),
      };
    }
    failed.add(identityOf(problem));
  }
  return undefined;
}
