import { CodeActionKind, type CodeAction } from "vscode-languageserver";
import { isAcceptable } from "../../core/features/acceptance/codes.ts";
import {
  recordVariable,
  resolvingVariables,
} from "../../core/features/acceptance/record-variable.ts";
import type { Problem } from "../../core/features/problem.ts";
import type { Session } from "../session.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLintFileEdit, toLspRange, type ClientAbilities } from "../to-lsp.ts";
import { acceptRiskCommand, recordVariableCommand } from "./risk-requests.ts";

/** What the owner may say about a problem instead of repairing it. */
export function riskActions(
  problem: Problem,
  action: Pick<CodeAction, "diagnostics">,
  uri: string,
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): readonly CodeAction[] {
  return [
    ...resolvingVariables(snapshot.analysis, problem).flatMap(
      (name) => variableAction(name, uri, snapshot, session, abilities) ?? [],
    ),
    ...(isAcceptable(problem) && abilities.commands.has(acceptRiskCommand)
      ? [acceptAction(problem, uri, snapshot)]
      : []),
  ].map((each) => ({ ...action, ...each, kind: CodeActionKind.QuickFix }));
}

/** The client asks for the reason, and then us for the edit. */
function acceptAction(
  { code, path, place }: Problem,
  uri: string,
  snapshot: Snapshot,
): CodeAction {
  // Two problems may stand in one place.
  const title = `Accept this risk… (${code})`;
  const { start } = toLspRange(snapshot.linesOf(place.file), place);
  return {
    title,
    command: {
      title,
      command: acceptRiskCommand,
      arguments: [{ uri, code, path, position: start }],
    },
  };
}

/** Undefined for a client that cannot record the name anywhere. */
function variableAction(
  name: string,
  uri: string,
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): CodeAction | undefined {
  const title = `It is set where my gateway runs: ${name}`;
  if (abilities.commands.has(recordVariableCommand))
    return {
      title,
      command: {
        title,
        command: recordVariableCommand,
        arguments: [{ uri, name }],
      },
    };
  const { lintFile, file } = snapshot;
  const change = lintFile && recordVariable(lintFile, file, name);
  const edit = change && toLintFileEdit(change, lintFile, session, abilities);
  return edit && { title, edit };
}
