import type { Fix } from "../config/fix.ts";
import { applyEdits } from "../text/edit.ts";
import type { Analysis } from "./analysis.ts";
import { identityOf, type Problem } from "./problem.ts";
import type { ProvenFix } from "./prove-fix.ts";
import { provenFixes } from "./quick-fixes.ts";

/** What fixing everything led to. */
export interface FixedText {
  readonly text: string;
  /** Titles of the fixes carried out, in order. */
  readonly applied: readonly string[];
  /** Why one of them may lock the owner out, each reason once. */
  readonly asks: readonly string[];
}

/** Which problems and fixes take part. */
export interface FixAllOptions {
  /** `review` fixes too; by default only safe ones. */
  readonly review?: boolean;
  readonly only?: (problem: Problem) => boolean;
  /** Of each problem no fix but its leading one. */
  readonly leading?: boolean;
  /** Configs that share files with this one and must not change. */
  readonly otherRoots?: readonly Analysis[];
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
  const { analysis, fixes } = carriedOut(start, options);
  return summary(analysis, fixes);
}

export const summary = (
  analysis: Analysis,
  fixes: readonly ProvenFix[],
): FixedText => ({
  text: analysis.resolved.document.text,
  applied: fixes.map(({ title }) => title),
  asks: [...new Set(fixes.flatMap(({ fix }) => fix.asks ?? []))],
});

/**
 * The fix that stands for all of its kind: the preferred one, else the only one. Where a person has to choose, there is none.
 */
export const leadingFix = ({ fixes }: Problem): Fix | undefined =>
  fixes.find(({ preferred }) => preferred === true) ??
  (fixes.length === 1 ? fixes[0] : undefined);

/** Carries out one proved fix after the other, until none is left. */
export function carriedOut(
  start: Analysis,
  options: FixAllOptions,
): { analysis: Analysis; fixes: readonly ProvenFix[] } {
  const { file } = start.input;
  const fixes: ProvenFix[] = [];
  const failed = new Set<string>();
  let analysis = start;
  for (let round = 0; round < maximumRounds; round++) {
    const next = nextFix(analysis, options, failed);
    if (next === undefined) break;
    fixes.push(next);
    const edits = next.edits.flatMap((each) => each.edits);
    const text = applyEdits(analysis.resolved.document.text, edits);
    analysis = analysis.withTexts(new Map([[file, text]]));
  }
  return { analysis, fixes };
}

/** What tells a problem whose fixes failed from others, until the next fix is carried out; then it may be tried again. */
const triedAs = (problem: Problem): string =>
  problem.isOfText === true
    ? `${identityOf(problem)} ${problem.place.offset}`
    : identityOf(problem);

function nextFix(
  analysis: Analysis,
  options: FixAllOptions,
  failed: Set<string>,
): ProvenFix | undefined {
  const { file } = analysis.input;
  const isWanted = ({ safety }: Pick<Fix, "safety">): boolean =>
    safety === "safe" || options.review === true;
  for (const problem of analysis.shown) {
    if (failed.has(triedAs(problem)) || options.only?.(problem) === false)
      continue;
    const proven = provenFixes(
      analysis,
      {
        ...problem,
        fixes: candidatesOf(problem, options.leading).filter(isWanted),
      },
      options.otherRoots,
      // Whoever offers it one by one says that it failed.
      () => undefined,
    ).find(
      (fix) =>
        fix.permissions.length === 0 &&
        fix.edits.every((edits) => edits.file === file) &&
        isWanted(fix),
    );
    if (proven !== undefined) return proven;
    failed.add(triedAs(problem));
  }
  return undefined;
}

/** The fixes that may be taken, the preferred one first. */
function candidatesOf(
  problem: Problem,
  leading: boolean | undefined,
): readonly Fix[] {
  const first = leadingFix(problem);
  if (leading === true) return first === undefined ? [] : [first];
  return [...problem.fixes].sort(
    (a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false),
  );
}
