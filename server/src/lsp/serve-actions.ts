import type { CodeActionParams, Connection } from "vscode-languageserver";
import { isLintFile } from "../core/features/lint-file/lint-file-places.ts";
import {
  handleCodeAction,
  handleLintFileAction,
  movesSecrets,
} from "./handlers/code-action.ts";
import {
  handleAcceptRisk,
  handleRecordVariable,
  type RiskAnswer,
} from "./handlers/risk-requests.ts";
import type { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";
import type { ClientAbilities } from "./to-lsp.ts";

/** Answers a request; a failure is logged by name only. */
export type Guarded = <T>(method: string, from: () => Promise<T>) => Promise<T>;

/** Everything that is done about a problem: quick-fixes, and what our own client's commands ask for. */
export function serveActions(
  connection: Connection,
  session: Session,
  abilities: () => ClientAbilities,
  guarded: Guarded,
): void {
  /** The configs a document is judged in; where a secret could move, with where it would go. */
  async function contextsFor(
    params: CodeActionParams,
  ): Promise<readonly Snapshot[]> {
    const contexts = await session.contextsOf(params.textDocument.uri);
    return movesSecrets(contexts, params, session)
      ? session.withEnvironmentFiles(contexts)
      : contexts;
  }

  connection.onCodeAction((params) =>
    guarded("textDocument/codeAction", async () => {
      const { uri } = params.textDocument;
      const file = session.host.fileOf(uri);
      if (!isLintFile(file))
        return handleCodeAction(
          await contextsFor(params),
          params,
          session,
          abilities(),
          ({ code }, error) =>
            connection.console.error(
              `a fix of ${code} failed: ${error instanceof Error ? error.name : "unknown error"}`,
            ),
        );
      const lintFile = await session.lintFile(file);
      return lintFile === undefined
        ? []
        : handleLintFileAction(lintFile, params, session, abilities());
    }).then((actions) => [...actions]),
  );

  connection.onRequest<RiskAnswer, void>(
    "clawdbot/acceptRisk",
    (params: unknown) =>
      guarded("clawdbot/acceptRisk", () =>
        handleAcceptRisk(params, session, abilities()),
      ),
  );

  connection.onRequest<RiskAnswer, void>(
    "clawdbot/recordVariable",
    (params: unknown) =>
      guarded("clawdbot/recordVariable", () =>
        handleRecordVariable(params, session, abilities()),
      ),
  );
}
