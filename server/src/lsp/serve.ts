import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { formattingTriggers } from "../core/features/format.ts";
import type { Host } from "../platform/host.ts";
import { readClientSettings } from "./client-settings.ts";
import { abilitiesOf, readInitializationOptions, uriIn } from "./from-lsp.ts";
import { handleCodeAction } from "./handlers/code-action.ts";
import {
  handleFormatting,
  handleOnTypeFormatting,
  handleRangeFormatting,
} from "./handlers/format.ts";
import {
  handleCompletion,
  handleCompletionResolve,
} from "./handlers/completion.ts";
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
  tokenLegend,
} from "./handlers/semantic-tokens.ts";
import {
  handleDocumentLinks,
  handleDocumentSymbols,
  handleFoldingRanges,
  handleSelectionRanges,
} from "./handlers/structure.ts";
import { handleWorkspaceSymbols } from "./handlers/workspace-symbols.ts";
import { diagnosticsByUri, Publisher } from "./publisher.ts";
import { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";
import { Trust } from "./trust.ts";
import { fixAllKind, type ClientAbilities } from "./to-lsp.ts";

/** A client that does not tell its settings is not waited for longer than this, in milliseconds. */
const settingsWait = 500;

/** Serves one client until it says exit. */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(host);
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientAbilities = abilitiesOf({}, {});
  let asksForConfiguration = false;
  let watchesConfiguration = false;
  let pulls = false;
  let refreshesHints = false;
  const publisher = new Publisher(connection, session, () => abilities);

  /** Answers a request; a failure is ours, and is logged by name only, as its text may quote a config. */
  async function guarded<T>(
    method: string,
    from: () => Promise<T>,
  ): Promise<T> {
    try {
      return await from();
    } catch (error) {
      // An answer for the person, such as why a new name will not do.
      if (error instanceof ResponseError) throw error;
      connection.console.error(
        `${method} failed: ${error instanceof Error ? error.name : "unknown error"}`,
      );
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${method} failed`);
    }
  }

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

  function lookAgain(): void {
    if (pulls) void connection.languages.diagnostics.refresh();
    else publisher.scheduleAll();
  }

  async function configure(given: unknown): Promise<void> {
    const section: unknown = asksForConfiguration
      ? await connection.workspace
          .getConfiguration("clawdbot")
          // A client that cannot say has no settings of ours.
          .catch(() => undefined)
      : given;
    await session.configure(readClientSettings(section));
    if (refreshesHints) void connection.languages.inlayHint.refresh();
    lookAgain();
  }

  connection.onInitialize(
    ({
      capabilities,
      initializationOptions,
      workspaceFolders,
    }): InitializeResult => {
      const options = readInitializationOptions(initializationOptions);
      const folders = (workspaceFolders ?? []).map(({ uri }) =>
        host.fileOf(uri),
      );
      session.restrict(new Trust(options.isTrusted ?? true, folders));
      abilities = abilitiesOf(capabilities, options);
      asksForConfiguration = capabilities.workspace?.configuration ?? false;
      watchesConfiguration =
        capabilities.workspace?.didChangeConfiguration?.dynamicRegistration ??
        false;
      refreshesHints =
        capabilities.workspace?.inlayHint?.refreshSupport ?? false;
      pulls =
        capabilities.textDocument?.diagnostic !== undefined &&
        options.diagnostics !== "push";
      return {
        serverInfo: { name: "clawdbot-config" },
        capabilities: {
          textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
          },
          hoverProvider: true,
          definitionProvider: true,
          referencesProvider: true,
          documentHighlightProvider: true,
          renameProvider: { prepareProvider: true },
          documentSymbolProvider: true,
          foldingRangeProvider: true,
          selectionRangeProvider: true,
          documentLinkProvider: {},
          workspaceSymbolProvider: true,
          inlayHintProvider: true,
          semanticTokensProvider: {
            legend: tokenLegend,
            full: true,
            range: true,
          },
          completionProvider: {
            triggerCharacters: ['"', "'", "{", "[", ":", "/"],
            resolveProvider: true,
          },
          documentFormattingProvider: true,
          documentRangeFormattingProvider: true,
          documentOnTypeFormattingProvider: {
            firstTriggerCharacter: formattingTriggers.first,
            moreTriggerCharacter: [...formattingTriggers.more],
          },
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
          },
          ...(pulls
            ? {
                diagnosticProvider: {
                  identifier: "clawdbot",
                  interFileDependencies: true,
                  workspaceDiagnostics: false,
                },
              }
            : {}),
        },
      };
    },
  );

  connection.onInitialized(() => {
    if (watchesConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: "clawdbot",
      });
    }
    if (!asksForConfiguration) return;
    const late = new Promise<void>((resolve) =>
      setTimeout(resolve, settingsWait),
    );
    publisher.waitFor(Promise.race([configure(undefined), late]));
  });

  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    const section: unknown =
      typeof settings === "object" &&
      settings !== null &&
      "clawdbot" in settings
        ? settings.clawdbot
        : settings;
    void configure(section);
  });

  connection.onNotification("clawdbot/trusted", () => {
    session.grantTrust();
    void configure(undefined);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.filesChanged(changes.map(({ uri }) => uri));
    lookAgain();
  });

  documents.onDidChangeContent(({ document }) => {
    session.update(document);
    if (pulls) return;
    publisher.schedule(document.uri);
    for (const root of publisher.dependants(document.uri))
      publisher.schedule(root);
  });

  documents.onDidClose(({ document }) => {
    session.close(document.uri);
    if (pulls) return;
    const dependants = publisher.dependants(document.uri);
    publisher.clear(document.uri);
    for (const root of dependants) publisher.schedule(root);
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const items = await answer(
      textDocument.uri,
      "textDocument/diagnostic",
      (snapshot) => diagnosticsByUri(snapshot, session, abilities),
    );
    const related = [...(items ?? [])].filter(
      ([uri]) => uri !== textDocument.uri,
    );
    return {
      kind: DocumentDiagnosticReportKind.Full,
      items: items?.get(textDocument.uri) ?? [],
      relatedDocuments: Object.fromEntries(
        related.map(([uri, list]) => [
          uri,
          { kind: DocumentDiagnosticReportKind.Full, items: list },
        ]),
      ),
    };
  });

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
      handleCompletion(contexts, file, position, session, abilities),
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
      handleRename(contexts, file, position, newName, session, abilities),
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
      handleInlayHints(contexts, file, range, session.settings.inlayHints),
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

  connection.onCodeAction((params) =>
    guarded("textDocument/codeAction", async () => [
      ...handleCodeAction(
        await session.contextsOf(params.textDocument.uri),
        params,
        session,
        abilities,
        ({ code }, error) =>
          connection.console.error(
            `a fix of ${code} failed: ${error instanceof Error ? error.name : "unknown error"}`,
          ),
      ),
    ]),
  );

  documents.listen(connection);
  connection.listen();
}
