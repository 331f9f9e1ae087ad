import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
} from "vscode-languageserver";
import { isSettingFix } from "../../core/config/fix.ts";
import { fixAll } from "../../core/features/fix-all.ts";
import {
  problemsIn,
  provenFixes,
  type ProofFailed,
} from "../../core/features/quick-fixes.ts";
import { offsetsOf } from "../from-lsp.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import {
  canCarryOut,
  fixAllKind,
  toDiagnostic,
  toQuickFix,
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

/** Quick-fixes of the problems in a range, and the action that carries out every safe fix when it is asked for. */
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
      for (const proven of provenFixes(
        snapshot.analysis,
        problem,
        others,
        failed,
      )) {
        if (!canCarryOut(proven, abilities)) continue;
        addOnce(
          actions,
          toQuickFix(proven, diagnostic, file, snapshot, session, abilities),
        );
      }
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

/** Two problems may have one cure; it is offered once, for both. */
function addOnce(actions: CodeAction[], action: CodeAction): void {
  const same = actions.find(
    (other) =>
      other.title === action.title &&
      JSON.stringify(other.edit) === JSON.stringify(action.edit),
  );
  if (same === undefined) actions.push(action);
  else same.diagnostics?.push(...(action.diagnostics ?? []));
}

function fixAllAction(
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): CodeAction | undefined {
  const { text, applied } = fixAll(snapshot.analysis);
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
