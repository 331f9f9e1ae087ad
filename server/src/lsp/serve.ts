import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
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
import { abilitiesOf, readInitializationOptions } from "./from-lsp.ts";
import {
  handleFixPermissions,
  talkThrough,
} from "./handlers/fix-permissions.ts";
import { tokenLegend } from "./handlers/semantic-tokens.ts";
import { Lookout } from "./lookout.ts";
import { lintDiagnosticsFor } from "./lint-file-publisher.ts";
import { diagnosticsByUri, Publisher } from "./publisher.ts";
import { once } from "./once.ts";
import { serveActions } from "./serve-actions.ts";
import { serveFeatures } from "./serve-features.ts";
import { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";
import { Trust } from "./trust.ts";
import {
  fixAllKind,
  fixPermissionsCommand,
  type ClientAbilities,
} from "./to-lsp.ts";
import { LintFileWatch } from "./watch-lint-files.ts";

/** A client that does not tell its settings is not waited for longer than this, in milliseconds. */
const settingsWait = 500;

/** Serves one client until it says exit. */
export function serve(connection: Connection, host: Host): void {
  const watch = new LintFileWatch(
    host,
    (watchers) =>
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers,
      }),
  );
  const logOnce = once((text) => connection.console.info(text));
  const session = new Session(host, {
    ignored: (file) =>
      logOnce(`${file} is not obeyed: nobody called this workspace trusted`),
    searched: (folder) => watch.folder(folder),
  });
  const documents = new TextDocuments(TextDocument);
  let abilities: ClientAbilities = abilitiesOf({}, {});
  let asksForConfiguration = false;
  let watchesConfiguration = false;
  let pulls = false;
  let refreshes = false;
  let refreshesHints = false;
  const lookout = new Lookout(session, publishNews, (error) =>
    failed("looking at files beside a config", error),
  );
  const publisher = new Publisher(
    connection,
    session,
    lookout,
    () => abilities,
  );

  /** A failure is ours, and is logged by name only, as its text may quote a config. */
  function failed(what: string, error: unknown): void {
    connection.console.error(
      `${what} failed: ${error instanceof Error ? error.name : "unknown error"}`,
    );
  }

  /** Answers a request. */
  async function guarded<T>(
    method: string,
    from: () => Promise<T>,
  ): Promise<T> {
    try {
      return await from();
    } catch (error) {
      // An answer for the person, such as why a new name will not do.
      if (error instanceof ResponseError) throw error;
      failed(method, error);
      throw new ResponseError(LSPErrorCodes.RequestFailed, `${method} failed`);
    }
  }

  /** Answers a request from the document's snapshot; null for a document that is not open. */
  const answer = <T>(
    uri: string,
    method: string,
    from: (snapshot: Snapshot) => T | Promise<T>,
  ): Promise<T | null> =>
    guarded(method, async () => {
      const snapshot = await session.snapshot(uri);
      return snapshot === undefined ? null : from(snapshot);
    });

  /** Asks a client that pulls to do so again; one that cannot be asked does when it likes. */
  function refresh(): void {
    if (!refreshes) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => failed("workspace/diagnostic/refresh", error));
  }

  function publishNews(uri: string): void {
    if (pulls) refresh();
    else publisher.schedule(uri);
  }

  function lookAgain(): void {
    if (pulls) refresh();
    else publisher.scheduleAll();
  }

  async function configure(given: unknown): Promise<void> {
    const section: unknown = asksForConfiguration
      ? await connection.workspace
          .getConfiguration("clawdbot")
          // A client that cannot say has no settings of ours.
          .catch(() => undefined)
      : given;
    const settings = readClientSettings(section);
    settings.complaints.forEach(logOnce);
    const couldLook = session.mayLook;
    session.configure(settings);
    if (refreshesHints) void connection.languages.inlayHint.refresh();
    lookAgain();
    if (!couldLook && session.mayLook) lookout.lookAtAll();
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
      watch.enable(capabilities, folders);
      abilities = abilitiesOf(capabilities, options);
      asksForConfiguration = capabilities.workspace?.configuration ?? false;
      watchesConfiguration =
        capabilities.workspace?.didChangeConfiguration?.dynamicRegistration ??
        false;
      pulls =
        capabilities.textDocument?.diagnostic !== undefined &&
        options.diagnostics !== "push";
      refreshes = capabilities.workspace?.diagnostics?.refreshSupport ?? false;
      refreshesHints =
        capabilities.workspace?.inlayHint?.refreshSupport ?? false;
      return {
        serverInfo: { name: "clawdbot-config" },
        capabilities: {
          textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
            save: true,
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
          ...(host.machine === undefined
            ? {}
            : {
                executeCommandProvider: { commands: [fixPermissionsCommand] },
              }),
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
    watch.start();
    if (watchesConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: "clawdbot",
      });
    }
    if (!asksForConfiguration) return;
    const late = new Promise<void>((resolve) =>
      setTimeout(resolve, settingsWait),
    );
    const ready = Promise.race([configure(undefined), late]);
    publisher.waitFor(ready);
    lookout.waitFor(ready);
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
    void configure(undefined).then(() => lookout.lookAtAll());
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    session.filesChanged(changes.map(({ uri }) => uri));
    lookAgain();
    lookout.lookAtAll();
  });

  /** A shared configuration is edited in the client: every config may be judged otherwise. */
  function lintDocumentChanged(uri: string): void {
    lookAgain();
    if (!pulls) void publisher.sayOfLintFile(host.fileOf(uri));
  }

  documents.onDidChangeContent(({ document }) => {
    session.update(document);
    if (session.isLintDocument(document.uri))
      return lintDocumentChanged(document.uri);
    if (pulls) return;
    publisher.schedule(document.uri);
    for (const root of publisher.dependants(document.uri))
      publisher.schedule(root);
  });

  documents.onDidOpen(({ document }) => lookout.look(document.uri));

  // A file that others include belongs to all of them.
  documents.onDidSave(() => lookout.lookAtAll());

  documents.onDidClose(({ document }) => {
    const isLintDocument = session.isLintDocument(document.uri);
    session.close(document.uri);
    lookout.close(document.uri);
    if (isLintDocument) return lintDocumentChanged(document.uri);
    if (pulls) return;
    const dependants = publisher.dependants(document.uri);
    publisher.clear(document.uri);
    for (const root of dependants) publisher.schedule(root);
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    await lookout.first(textDocument.uri);
    const items = await answer(
      textDocument.uri,
      "textDocument/diagnostic",
      async (snapshot) =>
        new Map([
          ...diagnosticsByUri(snapshot, session, abilities),
          ...(await lintDiagnosticsFor(snapshot, session, abilities)),
        ]),
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

  serveFeatures(connection, session, () => abilities, guarded);
  serveActions(connection, session, () => abilities, guarded);

  connection.onExecuteCommand(({ command, arguments: given }) =>
    guarded("workspace/executeCommand", async () => {
      if (command !== fixPermissionsCommand) return null;
      const talk = talkThrough(connection);
      const repaired = await handleFixPermissions(given, session, talk);
      lookout.lookAtAll();
      return repaired;
    }),
  );

  documents.listen(connection);
  connection.listen();
}
