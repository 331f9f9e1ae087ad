import type { Connection } from "vscode-languageserver";
import {
  handleCompletion,
  handleCompletionResolve,
} from "./handlers/completion.ts";
import {
  handleFormatting,
  handleOnTypeFormatting,
  handleRangeFormatting,
} from "./handlers/format.ts";
import { handleHover } from "./handlers/hover.ts";
import { handleInlayHints } from "./handlers/inlay-hints.ts";
import {
  handleHighlights,
  handleLocations,
  handlePrepareRename,
  handleRename,
} from "./handlers/names.ts";
import {
  handleSecretRanges,
  handleSemanticTokens,
} from "./handlers/semantic-tokens.ts";
import {
  handleDocumentLinks,
  handleDocumentSymbols,
  handleFoldingRanges,
  handleSelectionRanges,
} from "./handlers/structure.ts";
import { handleWorkspaceSymbols } from "./handlers/workspace-symbols.ts";
import { uriIn } from "./from-lsp.ts";
import type { Guarded } from "./serve-actions.ts";
import type { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";
import type { ClientAbilities } from "./to-lsp.ts";

/** Everything that is read off a config: what it means, what could be written, its structure and its names. */
export function serveFeatures(
  connection: Connection,
  session: Session,
  abilities: () => ClientAbilities,
  guarded: Guarded,
): void {
  /** Answers a request from the document's snapshot; null for a document that is not open. */
  const answer = <T>(
    uri: string,
    method: string,
    from: (snapshot: Snapshot) => T,
  ): Promise<T | null> =>
    guarded(method, async () => {
      const snapshot = await session.snapshot(uri);
      return snapshot === undefined ? null : from(snapshot);
    });

  /** Answers a request from the configs that a document is part of, else from the document alone. */
  const inContext = <T>(
    uri: string,
    method: string,
    from: (contexts: readonly Snapshot[], file: string) => T | Promise<T>,
  ): Promise<T> =>
    guarded(method, async () =>
      from(await session.contextsOf(uri), session.host.fileOf(uri)),
    );

  connection.onHover(({ textDocument: { uri }, position }) =>
    inContext(uri, "textDocument/hover", (contexts, file) =>
      handleHover(contexts, file, position),
    ),
  );

  connection.onDocumentFormatting((params) =>
    answer(params.textDocument.uri, "textDocument/formatting", (snapshot) =>
      handleFormatting(snapshot, params),
    ),
  );

  connection.onDocumentRangeFormatting((params) =>
    answer(
      params.textDocument.uri,
      "textDocument/rangeFormatting",
      (snapshot) => handleRangeFormatting(snapshot, params),
    ),
  );

  connection.onDocumentOnTypeFormatting((params) =>
    answer(
      params.textDocument.uri,
      "textDocument/onTypeFormatting",
      (snapshot) => handleOnTypeFormatting(snapshot, params),
    ),
  );

  connection.onCompletion(({ textDocument: { uri }, position }) =>
    inContext(uri, "textDocument/completion", (contexts, file) =>
      handleCompletion(contexts, file, position, session, abilities()),
    ),
  );

  connection.onCompletionResolve(handleCompletionResolve);

  connection.onDefinition(({ textDocument: { uri }, position }) =>
    inContext(uri, "textDocument/definition", (contexts, file) =>
      handleLocations(
        contexts,
        file,
        position,
        session,
        ({ isDefinition }) => isDefinition,
      ),
    ),
  );

  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    inContext(uri, "textDocument/references", (contexts, file) =>
      handleLocations(
        contexts,
        file,
        position,
        session,
        ({ isDefinition }) => context.includeDeclaration || !isDefinition,
      ),
    ),
  );

  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    inContext(uri, "textDocument/documentHighlight", (contexts, file) =>
      handleHighlights(contexts, file, position),
    ),
  );

  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    inContext(uri, "textDocument/prepareRename", (contexts, file) =>
      handlePrepareRename(contexts, file, position),
    ),
  );

  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    inContext(uri, "textDocument/rename", (contexts, file) =>
      handleRename(contexts, file, position, newName, session, abilities()),
    ),
  );

  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer(uri, "textDocument/documentSymbol", handleDocumentSymbols),
  );

  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    answer(uri, "textDocument/foldingRange", handleFoldingRanges),
  );

  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer(uri, "textDocument/selectionRange", (snapshot) =>
      handleSelectionRanges(snapshot, positions),
    ),
  );

  connection.onDocumentLinks(({ textDocument: { uri } }) =>
    inContext(uri, "textDocument/documentLink", (contexts, file) =>
      handleDocumentLinks(contexts, file, session),
    ),
  );

  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    inContext(uri, "textDocument/inlayHint", (contexts, file) =>
      handleInlayHints(contexts, file, range, session.inlayHints),
    ),
  );

  connection.languages.semanticTokens.on(({ textDocument: { uri } }) =>
    inContext(uri, "textDocument/semanticTokens/full", (contexts, file) =>
      handleSemanticTokens(contexts, file),
    ),
  );

  connection.languages.semanticTokens.onRange(
    ({ textDocument: { uri }, range }) =>
      inContext(uri, "textDocument/semanticTokens/range", (contexts, file) =>
        handleSemanticTokens(contexts, file, range),
      ),
  );

  connection.onRequest("clawdbot/secretRanges", (params: unknown) =>
    inContext(uriIn(params), "clawdbot/secretRanges", handleSecretRanges),
  );

  connection.onWorkspaceSymbol(({ query }) =>
    guarded("workspace/symbol", async () =>
      handleWorkspaceSymbols(await session.roots(), query, session),
    ),
  );
}
