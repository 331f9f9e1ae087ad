import {
  isSettingFix,
  pathsOf,
  type Fix,
  type SettingChange,
  type SettingFix,
} from "../config/fix.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { applyEdits } from "../text/edit.ts";
import type { Analysis } from "./analysis.ts";
import { carriedOut, leadingFix, summary, type FixedText } from "./fix-all.ts";
import { isAtLeast, type Problem } from "./problem.ts";
import { proveFix, type ProvenFix } from "./prove-fix.ts";

/** What repairing every problem of one kind came to. */
export interface FixedKind extends FixedText {
  /** How many problems of the kind the document had, and how many of them are gone. */
  readonly total: number;
  readonly gone: number;
}

/** More fixes than these are not tried one by one: an editor asks on every move of the cursor. */
const mostSteps = 20;

/**
 * Repairs every problem of one code in the root file with its leading fix: all at once where that stands its proof, else one
 * after the other. Undefined when not even two of them go away.
 */
export function fixAllOfKind(
  start: Analysis,
  code: string,
  otherRoots: readonly Analysis[] = [],
): FixedKind | undefined {
  const isOfKind = (problem: Problem): boolean =>
    problem.code === code && problem.place.file === start.input.file;
  const problems = start.shown.filter(isOfKind);
  const total = problems.length;
  if (total < 2) return undefined;
  const together = atOnce(start, problems, otherRoots);
  const left = together?.analysis ?? start;
  const remaining = left.shown.filter(isOfKind).length;
  const rest =
    remaining > mostSteps
      ? { analysis: left, fixes: [] }
      : carriedOut(left, {
          review: true,
          leading: true,
          only: isOfKind,
          otherRoots,
        });
  const gone = total - rest.analysis.shown.filter(isOfKind).length;
  if (gone < 2) return undefined;
  const fixes = [...(together?.fixes ?? []), ...rest.fixes];
  return { ...summary(rest.analysis, fixes), total, gone };
}

/** The leading fixes of all problems as one, if that stands the proof that each of them would have to. */
function atOnce(
  start: Analysis,
  problems: readonly Problem[],
  otherRoots: readonly Analysis[],
): { analysis: Analysis; fixes: readonly ProvenFix[] } | undefined {
  const { file } = start.input;
  const leading = problems.flatMap((problem) => leadingFix(problem) ?? []);
  const joined = join(leading);
  // The mildest problem: what is new must be milder still.
  const mildest = problems.reduce((mild, problem) =>
    isAtLeast(problem.severity, mild.severity) ? mild : problem,
  );
  if (joined === undefined) return undefined;
  const proof = proveFix(start, mildest, joined, otherRoots);
  if (!("proven" in proof)) return undefined;
  const { edits } = proof.proven;
  if (edits.some((each) => each.file !== file)) return undefined;
  const text = applyEdits(
    start.resolved.document.text,
    edits.flatMap((each) => each.edits),
  );
  return {
    analysis: start.withTexts(new Map([[file, text]])),
    fixes: leading.map((fix) => ({ ...proof.proven, fix, title: fix.title })),
  };
}

/** Several fixes as one; undefined when one of them would move the place of another. */
function join(fixes: readonly Fix[]): Fix | undefined {
  if (!fixes.every(isSettingFix)) return undefined;
  // Two problems may have one cure.
  const different = [
    ...new Map(fixes.map((fix) => [JSON.stringify(fix.changes), fix])).values(),
  ];
  if (different.length < 2 || disturbOneAnother(different)) return undefined;
  return {
    title: "Fix all",
    safety: "review",
    changes: different.flatMap(({ changes }) => changes),
    introduces: [
      ...new Set(different.flatMap(({ introduces }) => introduces ?? [])),
    ],
  };
}

/** Whether a fix takes an item out of a list in which another one does something, too: its indices would be others. */
function disturbOneAnother(fixes: readonly SettingFix[]): boolean {
  const shrinking = new Map<string, SettingFix>();
  for (const fix of fixes)
    for (const list of fix.changes.flatMap(listShrunkBy))
      shrinking.set(JSON.stringify(list), fix);
  if (shrinking.size === 0) return false;
  return fixes.some((fix) =>
    fix.changes.flatMap(pathsOf).some((path) =>
      path.some((_key, depth) => {
        const owner = shrinking.get(JSON.stringify(path.slice(0, depth + 1)));
        return owner !== undefined && owner !== fix;
      }),
    ),
  );
}

function listShrunkBy(change: SettingChange): readonly JSONPath[] {
  const from =
    change.op === "remove"
      ? change.path
      : change.op === "move"
        ? change.from
        : [];
  return typeof from.at(-1) === "number" ? [from.slice(0, -1)] : [];
}
