import { changedValue, sameValue } from "../config/change-values.ts";
import {
  isSettingFix,
  pathsOf,
  type FileEdits,
  type Fix,
  type SettingChange,
  type TextFix,
} from "../config/fix.ts";
import type { EnvironmentStates } from "../config/environment.ts";
import { withPermissions, type PermissionChange } from "../config/machine.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import type { JSONPath, Json5Document } from "../json5/nodes.ts";
import { applyEdits } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { isAboutAcceptance } from "./acceptance/codes.ts";
import type { Analysis } from "./analysis.ts";
import { editsOfFix } from "./apply-changes.ts";
import { movingFix } from "./keep-secrets.ts";
import { losesSecret } from "./lost-secrets.ts";
import { identityOf, isAtLeast, type Problem } from "./problem.ts";
import { bare } from "./settings.ts";

/** A fix that was carried out on a copy and did what it says, and nothing else. */
export interface ProvenFix {
  readonly fix: Fix;
  /** The fix's title, with what the repair of a refused file uncovers. */
  readonly title: string;
  readonly safety: Fix["safety"];
  readonly edits: readonly FileEdits[];
  /** Permissions to take away; a fix of texts has none, and one of permissions edits nothing. */
  readonly permissions: readonly PermissionChange[];
}

/** Why a fix is not offered. Only tests and the log look at it. */
export type Refusal =
  | "not expressible"
  | "still there"
  | "opens another"
  | "refused afterwards"
  | "loses a comment"
  | "loses a secret"
  | "cannot keep the secret"
  | "changes something else";

export type Proof =
  { readonly proven: ProvenFix } | { readonly refusal: Refusal };

/** Whether `path` lies at `base` or below it. */
const liesUnder = (path: JSONPath, base: JSONPath): boolean =>
  base.every((key, depth) => path[depth] === key);

/** How many findings there are of each identity. */
function counted(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const identity = identityOf(problem);
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
  }
  return counts;
}

/**
 * A comment as it is compared: indentation inside a block comment may follow its new place, one that begins with `#` is
 * repaired to begin with `//`, and one that is never closed to be closed.
 */
const plainComment = (text: string, { offset, length }: Span): string =>
  text
    .slice(offset, offset + length)
    .replace(/\s+/g, " ")
    .replace(/^#/, "//")
    .replace(/^(\/\*.*?) ?\*\/$/, "$1")
    .trim();

/** The comment that the fix is there to rewrite. */
function commentOf(
  { comment }: TextFix,
  resolved: ResolvedConfig,
): string | undefined {
  const document = comment && resolved.documentOf(comment.file);
  return document && plainComment(document.text, comment);
}

/** How often each comment text stands in the documents. */
function commentTexts(
  documents: readonly Json5Document[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text, comments } of documents) {
    for (const span of comments) {
      const comment = plainComment(text, span);
      counts.set(comment, (counts.get(comment) ?? 0) + 1);
    }
  }
  return counts;
}

const documentsOf = (
  resolved: ResolvedConfig,
  files: readonly string[],
): readonly Json5Document[] =>
  files.flatMap((file) => resolved.documentOf(file) ?? []);

/** Whether the merged config is exactly what the changes make of the one before. */
function keepsPromise(
  before: ResolvedConfig,
  after: ResolvedConfig,
  changes: readonly SettingChange[],
): boolean {
  if (after.root === undefined) return before.root === undefined;
  const expected = changedValue(before.root?.toValue() ?? {}, changes);
  return sameValue(expected, after.root.toValue());
}

function withSet(
  environment: EnvironmentStates,
  names: readonly string[],
): EnvironmentStates {
  if (names.length === 0) return environment;
  return {
    ...environment,
    known: new Map([
      ...environment.known,
      ...names.map((name) => [name, "set"] as const),
    ]),
  };
}

/**
 * Carries a fix out on a copy of every file it edits and looks at everything again (the rules of a fix: see `docs/architecture.md`).
 * `otherRoots` are configs that share files with this one and must not change outside what the fix declares.
 */
export function proveFix(
  analysis: Analysis,
  problem: Problem,
  proposed: Fix,
  otherRoots: readonly Analysis[] = [],
): Proof {
  const moving =
    isSettingFix(proposed) && proposed.keeps !== undefined
      ? movingFix(analysis, proposed)
      : "nothing";
  if (moving === undefined) return { refusal: "cannot keep the secret" };
  const fix = moving === "nothing" ? proposed : moving.fix;
  const edits = editsOfFix(analysis.resolved, fix);
  const permissions = "permissions" in fix ? fix.permissions : [];
  if (edits === undefined || edits.length + permissions.length === 0)
    return { refusal: "not expressible" };
  const texts = new Map<string, string>();
  for (const { file, edits: fileEdits } of edits) {
    const document = analysis.resolved.documentOf(file);
    if (document === undefined) return { refusal: "not expressible" };
    texts.set(file, applyEdits(document.text, fileEdits));
  }
  const introduces = "changes" in fix ? (fix.introduces ?? []) : [];
  const { situation, settings } = analysis.input;
  // A problem of a suppression is there only while suppressions are.
  const isBare = !isAboutAcceptance(problem);
  const judged = {
    settings: isBare ? bare(settings) : settings,
    situation: {
      ...situation,
      environment: withSet(situation.environment, introduces),
      ...(situation.machine === undefined
        ? {}
        : { machine: withPermissions(situation.machine, permissions) }),
    },
  };
  const before = isBare ? analysis.bareDiagnosis : analysis.diagnosis;
  const after = analysis.withTexts(texts, judged);

  const had = counted(before.problems);
  const has = counted(after.diagnosis.problems);
  const left = has.get(identityOf(problem)) ?? 0;
  // Another comma may be missing elsewhere, and another comment accept something.
  const isOneOfMany = !isBare || problem.isOfText === true;
  if (left >= (isOneOfMany ? (had.get(identityOf(problem)) ?? 0) : 1))
    return { refusal: "still there" };
  if (before.accepted && !after.diagnosis.accepted)
    return { refusal: "refused afterwards" };

  const known = counted([
    // What was accepted must not come to light unasked.
    ...before.problems.filter((other) => !other.suppressed),
    // What the damage alone kept unsaid is not the repair's doing.
    ...before.guessed,
  ]);
  const written = "changes" in fix ? fix.changes.flatMap(pathsOf) : undefined;
  const isKnown = (other: Problem): boolean => {
    const identity = identityOf(other);
    const before = known.get(identity) ?? 0;
    return other.isOfText === true
      ? (has.get(identity) ?? 0) <= before
      : before > 0;
  };
  const uncovered: Problem[] = [];
  for (const other of after.diagnosis.problems) {
    if (
      other.suppressed !== undefined ||
      isKnown(other) ||
      !isAtLeast(other.severity, problem.severity)
    )
      continue;
    const uncovers = problem.effect === "refused" && other.effect !== "refused";
    const nearWritten =
      written === undefined ||
      written.some(
        (path) => liesUnder(other.path, path) || liesUnder(path, other.path),
      );
    // What an unreadable or refused text hid may come to light; a new fault may not.
    if (!uncovers || !nearWritten) return { refusal: "opens another" };
    uncovered.push(other);
  }

  const edited = edits.map(({ file }) => file);
  const [lost, kept] = [
    commentTexts(documentsOf(analysis.resolved, edited)),
    commentTexts(documentsOf(after.resolved, edited)),
  ];
  const rewritten =
    "edits" in fix ? commentOf(fix, analysis.resolved) : undefined;
  for (const [comment, count] of lost) {
    const expected = comment === rewritten ? count - 1 : count;
    if ((kept.get(comment) ?? 0) < expected)
      return { refusal: "loses a comment" };
  }
  const moved =
    isSettingFix(fix) && fix.keeps !== undefined
      ? fix.keeps.map(({ path }) => path)
      : [];
  if (losesSecret(analysis, after, edited, moved))
    return { refusal: "loses a secret" };

  if (
    "changes" in fix &&
    !keepsPromise(analysis.resolved, after.resolved, fix.changes)
  )
    return { refusal: "changes something else" };
  if (
    "edits" in fix &&
    problem.effect !== "refused" &&
    !keepsPromise(analysis.resolved, after.resolved, [])
  ) {
    return { refusal: "changes something else" };
  }
  for (const other of otherRoots) {
    if (!other.resolved.files.some((file) => texts.has(file))) continue;
    const changed = other.withTexts(texts);
    if (
      !sameValue(
        other.resolved.root?.toValue(),
        changed.resolved.root?.toValue(),
      )
    )
      return { refusal: "changes something else" };
  }

  const review = uncovered.length > 0 || introduces.length > 0;
  return {
    proven: {
      fix,
      title:
        uncovered.length === 0
          ? fix.title
          : `${fix.title} (then: ${[...new Set(uncovered.map((u) => u.code))].join(", ")})`,
      safety: review ? "review" : fix.safety,
      // What keeps a secret comes before what takes it away.
      edits: moving === "nothing" ? edits : [moving.lines, ...edits],
      permissions,
    },
  };
}
