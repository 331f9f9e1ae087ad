import type { FileEdits, Fix } from "../../config/fix.ts";
import { editsFor } from "../../json5/edits.ts";
import type { Edit } from "../../json5/nodes.ts";
import { parseJson5 } from "../../json5/parse.ts";
import { applyEdits } from "../../text/edit.ts";
import { isAtLeast, type Problem } from "../problem.ts";
import type { ProvenFix } from "../prove-fix.ts";
import { readLintFile, type LintFile } from "./read-lint-file.ts";

/**
 * The fixes of a problem of the shared configuration that do what they say on a copy: the problem is gone, nothing as bad is
 * new, and no comment is lost.
 */
export const provenLintFixes = (
  lintFile: LintFile,
  problem: Problem,
): readonly ProvenFix[] =>
  problem.fixes.flatMap((fix) => {
    const edits = editsOf(lintFile, fix);
    if (edits === undefined || !isProven(lintFile, problem, edits)) return [];
    const perFile: FileEdits = { file: lintFile.file, edits };
    const { title, safety } = fix;
    return [{ fix, title, safety, edits: [perFile], permissions: [] }];
  });

function editsOf(
  { document }: LintFile,
  fix: Fix,
): readonly Edit[] | undefined {
  if ("changes" in fix) return editsFor(document, fix.changes);
  return "edits" in fix ? fix.edits.flatMap(({ edits }) => edits) : undefined;
}

function isProven(
  lintFile: LintFile,
  problem: Problem,
  edits: readonly Edit[],
): boolean {
  if (edits.length === 0) return false;
  const { document, file } = lintFile;
  const text = applyEdits(document.text, edits);
  const after = readLintFile(file, parseJson5(text));
  if (after.document.comments.length < document.comments.length) return false;
  const counts = counted(lintFile.problems);
  const left = counted(after.problems);
  const own = counts.get(keyOf(problem));
  const isGone =
    own === undefined
      ? // An entry that was not needed: it is there no more.
        after.settings.accept.length < lintFile.settings.accept.length
      : (left.get(keyOf(problem)) ?? 0) < own;
  return (
    isGone &&
    !after.problems.some(
      (other) =>
        (left.get(keyOf(other)) ?? 0) > (counts.get(keyOf(other)) ?? 0) &&
        isAtLeast(other.severity, problem.severity),
    )
  );
}

/** Entries behind a removed one move up, so problems are not told apart by their paths. */
const keyOf = ({ code, message }: Problem): string => `${code} ${message}`;

function counted(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems)
    counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}
