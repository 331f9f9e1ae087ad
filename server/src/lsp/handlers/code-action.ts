import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from "vscode-languageserver";
import { fixAllOfKind } from "../../core/features/fix-all-of-kind.ts";
import { fixAll, leadingFix } from "../../core/features/fix-all.ts";
import { provenLintFixes } from "../../core/features/lint-file/prove-lint-fix.ts";
import type { LintFile } from "../../core/features/lint-file/read-lint-file.ts";
import type { Problem } from "../../core/features/problem.ts";
import { isSettingFix } from "../../core/config/fix.ts";
import {
  problemsIn,
  provenFixes,
  type ProofFailed,
} from "../../core/features/quick-fixes.ts";
import { offsetsOf } from "../from-lsp.ts";
import type { Session } from "../session.ts";
import { linesOfText, type Snapshot } from "../snapshot.ts";
import { riskActions } from "./risk-actions.ts";
import {
  canCarryOut,
  fixAllKind,
  toDiagnostic,
  toQuickFix,
  toRepair,
  toWorkspaceEdit,
  type ClientAbilities,
} from "../to-lsp.ts";

/** Whether a client that asked for these kinds wants `kind`; a kind stands for all below it. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined ||
  only.some(
    (asked) => asked === "" || kind === asked || kind.startsWith(`${asked}.`),
  );

/** Whether a fix in a range moves a secret, so that the `.env` file has to be looked at before anything is offered. */
export const movesSecrets = (
  contexts: readonly Snapshot[],
  params: CodeActionParams,
  session: Session,
): boolean => {
  const file = session.host.fileOf(params.textDocument.uri);
  return contexts.some((snapshot) => {
    const [start, end] = offsetsOf(snapshot.linesOf(file), params.range);
    return problemsIn(snapshot.analysis, file, start, end).some(({ fixes }) =>
      fixes.some((fix) => isSettingFix(fix) && fix.keeps !== undefined),
    );
  });
};

/**
 * Quick-fixes of the problems in a range, each with what repairs all of its kind and with what the owner may say instead; and
 * the action that carries out every safe fix when it is asked for.
 */
export function handleCodeAction(
  contexts: readonly Snapshot[],
  params: CodeActionParams,
  session: Session,
  abilities: ClientAbilities,
  failed: ProofFailed,
): readonly CodeAction[] {
  const { only } = params.context;
  const file = session.host.fileOf(params.textDocument.uri);
  const actions: CodeAction[] = [];
  for (const snapshot of contexts) {
    if (!isWanted(CodeActionKind.QuickFix, only)) break;
    const [start, end] = offsetsOf(snapshot.linesOf(file), params.range);
    const others = session.besides(snapshot);
    for (const problem of problemsIn(snapshot.analysis, file, start, end)) {
      const diagnostic = toDiagnostic(problem, snapshot, session, abilities);
      const { uri } = params.textDocument;
      const proven = provenFixes(snapshot.analysis, problem, others, failed);
      for (const each of proven.filter((fix) => canCarryOut(fix, abilities)))
        addOnce(
          actions,
          each.permissions.length > 0
            ? toRepair(each, problem, diagnostic, snapshot.uri)
            : toQuickFix(each, diagnostic, file, snapshot, session, abilities),
        );
      const leading = leadingFix(problem);
      if (snapshot.file === file && proven.some(({ fix }) => fix === leading)) {
        const all = allOfKindAction(
          problem,
          diagnostic,
          snapshot,
          session,
          abilities,
        );
        if (all !== undefined) addOnce(actions, all);
      }
      for (const action of riskActions(
        problem,
        { diagnostics: [diagnostic] },
        uri,
        snapshot,
        session,
        abilities,
      ))
        addOnce(actions, action);
    }
  }
  // Never offered unasked: it would stand in every light bulb.
  const own = contexts.find((snapshot) => snapshot.file === file);
  if (own !== undefined && only !== undefined && isWanted(fixAllKind, only)) {
    const action = fixAllAction(own, session, abilities);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

/** Quick-fixes in a shared configuration. */
export async function handleLintFileAction(
  lintFile: LintFile,
  params: CodeActionParams,
  session: Session,
  abilities: ClientAbilities,
): Promise<readonly CodeAction[]> {
  if (!isWanted(CodeActionKind.QuickFix, params.context.only)) return [];
  const { file, document } = lintFile;
  const texts = linesOfText(document.text);
  const [start, end] = offsetsOf(texts.linesOf(file), params.range);
  const actions: CodeAction[] = [];
  for (const problem of await session.lintFileProblems(lintFile)) {
    const { offset, length } = problem.place;
    if (offset > end || offset + length < start) continue;
    const diagnostic = toDiagnostic(problem, texts, session, abilities);
    for (const proven of provenLintFixes(lintFile, problem))
      addOnce(
        actions,
        toQuickFix(proven, diagnostic, file, texts, session, abilities),
      );
  }
  return actions;
}

/** Two problems may have one cure; it is offered once, for both. */
function addOnce(actions: CodeAction[], action: CodeAction): void {
  const same = actions.find(
    (other) =>
      other.title === action.title &&
      JSON.stringify([other.edit, other.command]) ===
        JSON.stringify([action.edit, action.command]),
  );
  if (same === undefined) actions.push(action);
  else same.diagnostics?.push(...(action.diagnostics ?? []));
}

/** "Fix all 3 of channels.dm.open": the same kind of fix for every such problem of the document. */
function allOfKindAction(
  { code }: Problem,
  diagnostic: Diagnostic,
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): CodeAction | undefined {
  const fixed = fixAllOfKind(
    snapshot.analysis,
    code,
    session.besides(snapshot),
  );
  if (fixed === undefined) return undefined;
  const { text, total, gone, asks } = fixed;
  const title = `Fix ${gone === total ? "all" : `${gone} of`} ${total} of ${code}`;
  const edit = changedStretch(snapshot.analysis.resolved.document.text, text);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: toWorkspaceEdit(
      [{ file: snapshot.file, edits: [edit] }],
      snapshot,
      session,
      abilities,
      asks.length === 0 ? undefined : { title, reason: asks.join(" ") },
    ),
  };
}

function fixAllAction(
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): CodeAction | undefined {
  const { text, applied } = fixAll(snapshot.analysis, {
    otherRoots: session.besides(snapshot),
  });
  if (applied.length === 0) return undefined;
  const edit = changedStretch(snapshot.analysis.resolved.document.text, text);
  return {
    title:
      applied.length === 1
        ? "Apply the safe fix"
        : `Apply ${applied.length} safe fixes`,
    kind: fixAllKind,
    edit: toWorkspaceEdit(
      [{ file: snapshot.file, edits: [edit] }],
      snapshot,
      session,
      abilities,
    ),
  };
}

/** One edit from `before` to `after` that leaves their common start and end alone. */
function changedStretch(
  before: string,
  after: string,
): { offset: number; length: number; content: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return {
    offset: start,
    length: before.length - end - start,
    content: after.slice(start, after.length - end),
  };
}
