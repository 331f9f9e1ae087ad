import type { Position, WorkspaceEdit } from "vscode-languageserver";
import { acceptInComment } from "../../core/features/acceptance/accept-in-comment.ts";
import { acceptInFile } from "../../core/features/acceptance/accept-in-file.ts";
import {
  readDecision,
  type Decision,
  type Refused,
} from "../../core/features/acceptance/acceptance-proof.ts";
import {
  isAcceptable,
  notAcceptable,
} from "../../core/features/acceptance/codes.ts";
import { recordVariable } from "../../core/features/acceptance/record-variable.ts";
import type { Problem } from "../../core/features/problem.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import {
  toLintFileEdit,
  toLspRange,
  toWorkspaceEdit,
  type ClientAbilities,
} from "../to-lsp.ts";

/** Commands of our own client that end in one of these requests. */
export const acceptRiskCommand = "clawdbot.acceptRisk";
export const recordVariableCommand = "clawdbot.recordVariable";

/** What to do: an edit, with the files that are to be saved afterwards; or a setting to change; or why nothing is done. */
export type RiskAnswer =
  | { readonly edit: WorkspaceEdit; readonly save: readonly string[] }
  | { readonly setting: "environmentNames" }
  | Refused;

const gone: Refused = { refused: "The problem is no longer there." };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isPosition = (value: unknown): value is Position =>
  isRecord(value) &&
  typeof value["line"] === "number" &&
  typeof value["character"] === "number";

/**
 * Accepts a risk: `{ uri, code, path, position, where, reason, until }`, as our client collected it. The problem is found
 * again, as the document may have changed while its user thought of a reason.
 */
export async function handleAcceptRisk(
  params: unknown,
  session: Session,
  abilities: ClientAbilities,
): Promise<RiskAnswer> {
  if (!isRecord(params)) return gone;
  const { uri, code, where, reason, until } = params;
  if (
    typeof uri !== "string" ||
    typeof code !== "string" ||
    typeof reason !== "string"
  )
    return gone;
  const decision = readDecision(
    reason,
    typeof until === "string" ? until : undefined,
    session.host.today(),
  );
  if ("refused" in decision) return decision;
  for (const snapshot of await session.contextsOf(uri)) {
    const problem = problemAsked(snapshot, session.host.fileOf(uri), params);
    if (problem === undefined) continue;
    if (!isAcceptable(problem)) return { refused: `${notAcceptable(code)}.` };
    return where === "file"
      ? acceptedInFile(snapshot, problem, decision, session, abilities)
      : acceptedInComment(snapshot, problem, decision, session, abilities);
  }
  return gone;
}

/** The problem that was meant: of those of its code the one at its place, else the one of its setting. */
function problemAsked(
  snapshot: Snapshot,
  file: string,
  { code, path, position }: Readonly<Record<string, unknown>>,
): Problem | undefined {
  const candidates = snapshot.analysis.shown.filter(
    (problem) => problem.code === code && problem.place.file === file,
  );
  const lines = snapshot.linesOf(file);
  const setting = path === undefined ? undefined : JSON.stringify(path);
  const ofSetting = candidates.filter(
    (problem) =>
      setting === undefined || JSON.stringify(problem.path) === setting,
  );
  const isAtPlace = (problem: Problem): boolean => {
    if (!isPosition(position)) return false;
    const { start } = toLspRange(lines, problem.place);
    return (
      start.line === position.line && start.character === position.character
    );
  };
  return ofSetting.find(isAtPlace) ?? ofSetting[0];
}

function acceptedInComment(
  snapshot: Snapshot,
  problem: Problem,
  decision: Decision,
  session: Session,
  abilities: ClientAbilities,
): RiskAnswer {
  const accepted = acceptInComment(snapshot.analysis, problem, decision);
  if ("refused" in accepted) return accepted;
  const edit = toWorkspaceEdit(accepted.edits, snapshot, session, abilities);
  return { edit, save: [] };
}

async function acceptedInFile(
  snapshot: Snapshot,
  problem: Problem,
  decision: Decision,
  session: Session,
  abilities: ClientAbilities,
): Promise<RiskAnswer> {
  if (!session.isTrusted)
    return {
      refused:
        "The shared configuration is not obeyed in an untrusted workspace.",
    };
  const { analysis, lintFile } = snapshot;
  const accepted = acceptInFile(analysis, problem, decision, lintFile);
  if ("refused" in accepted) return accepted;
  if (accepted.isNew && (await session.host.exists(accepted.file)))
    return { refused: "The shared configuration cannot be read." };
  const edit = toLintFileEdit(accepted, lintFile, session, abilities);
  return edit === undefined
    ? { refused: "This editor cannot make the file." }
    : { edit, save: [session.uriOf(accepted.file)] };
}

/** Records that a variable is set where the gateway runs: `{ uri, name }`. */
export async function handleRecordVariable(
  params: unknown,
  session: Session,
  abilities: ClientAbilities,
): Promise<RiskAnswer> {
  if (!isRecord(params)) return gone;
  const { uri, name } = params;
  if (typeof uri !== "string" || typeof name !== "string") return gone;
  const [snapshot] = await session.contextsOf(uri);
  if (snapshot?.lintFile === undefined) return { setting: "environmentNames" };
  const { lintFile } = snapshot;
  const change = recordVariable(lintFile, snapshot.file, name);
  const edit = change && toLintFileEdit(change, lintFile, session, abilities);
  return edit === undefined
    ? { refused: "The shared configuration cannot be edited as it is." }
    : { edit, save: [session.uriOf(lintFile.file)] };
}
