import { spawn, type ChildProcess } from "node:child_process";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type ShowMessageRequestParams,
  type WorkspaceEdit,
} from "vscode-languageserver/node";

const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      versionSupport: true,
    },
  },
};

export interface LspClientOptions {
  readonly settings?: object;
  readonly initializationOptions?: object;
  readonly capabilities?: ClientCapabilities;
  /** The address of the one folder of the workspace. */
  readonly folder?: string;
  /** What Node runs; the server itself unless said otherwise. */
  readonly command?: readonly string[];
  /** Variables that the server has beside this process's own. */
  readonly env?: NodeJS.ProcessEnv;
}

/** A scripted editor that talks to the built server over stdio, as any other editor would. */
export class LspClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  /** Messages and questions for the person, in order. */
  readonly shown: string[] = [];
  /** The title of the button that the person presses when asked. */
  answer: string | undefined;
  initialized: InitializeResult | undefined;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  #settings: object;
  #waiting: {
    matches: (params: PublishDiagnosticsParams) => boolean;
    resolve: (params: PublishDiagnosticsParams) => void;
  }[] = [];

  private constructor({ settings, command, env }: LspClientOptions) {
    this.#settings = settings ?? {};
    this.#process = spawn(
      process.execPath,
      [...(command ?? ["dist/server.js", "--stdio"])],
      {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, ...env },
      },
    );
    const { stdin, stdout } = this.#process;
    if (stdin === null || stdout === null) throw new Error("no pipes");
    this.#connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onRequest("workspace/configuration", () => [
      this.#settings,
    ]);
    this.#connection.onRequest("client/registerCapability", () => null);
    this.#connection.onNotification(
      "window/logMessage",
      ({ message }: { message: string }) => void this.logged.push(message),
    );
    this.#connection.onNotification(
      "window/showMessage",
      ({ message }: { message: string }) => void this.shown.push(message),
    );
    this.#connection.onRequest(
      "window/showMessageRequest",
      ({ message, actions }: ShowMessageRequestParams) => {
        this.shown.push(message);
        return actions?.find(({ title }) => title === this.answer) ?? null;
      },
    );
    this.#connection.onNotification(
      "textDocument/publishDiagnostics",
      (params: PublishDiagnosticsParams) => {
        this.published.push(params);
        const met = this.#waiting.filter(({ matches }) => matches(params));
        this.#waiting = this.#waiting.filter((each) => !met.includes(each));
        for (const { resolve } of met) resolve(params);
      },
    );
    this.#connection.listen();
  }

  /** Starts a server and shakes hands. */
  static async start(options: LspClientOptions = {}): Promise<LspClient> {
    const client = new LspClient(options);
    client.initialized = await client.#connection.sendRequest<InitializeResult>(
      "initialize",
      {
        processId: process.pid,
        rootUri: null,
        workspaceFolders:
          options.folder === undefined
            ? null
            : [{ uri: options.folder, name: "workspace" }],
        capabilities: options.capabilities ?? capabilities,
        initializationOptions: options.initializationOptions,
      },
    );
    await client.#connection.sendNotification("initialized", {});
    return client;
  }

  async stop(): Promise<number | null> {
    const left = new Promise<number | null>((resolve) => {
      this.#process.once("exit", resolve);
    });
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    return left;
  }

  /** The next diagnostics for which `matches` holds, among those that arrive from now on. */
  next(
    matches: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    return new Promise((resolve) => {
      this.#waiting.push({ matches, resolve });
    });
  }

  /** Opens a document and waits for its first diagnostics. */
  async open(uri: string, text: string, version = 1): Promise<Diagnostic[]> {
    const answer = this.next((params) => params.uri === uri);
    await this.notifyOpen(uri, text, version);
    return (await answer).diagnostics;
  }

  notifyOpen(uri: string, text: string, version = 1): Promise<void> {
    return this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "clawdbot", version, text },
    });
  }

  /** Replaces a range (or the whole text) and waits for the diagnostics of that version. */
  async change(
    uri: string,
    version: number,
    text: string,
    range?: Range,
  ): Promise<Diagnostic[]> {
    const answer = this.next(
      (params) => params.uri === uri && params.version === version,
    );
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { range, text }],
    });
    return (await answer).diagnostics;
  }

  /** Saves a document that already lies on disk as it is, and waits for the diagnostics that follow. */
  async save(uri: string): Promise<Diagnostic[]> {
    const answer = this.next((params) => params.uri === uri);
    await this.#connection.sendNotification("textDocument/didSave", {
      textDocument: { uri },
    });
    return (await answer).diagnostics;
  }

  async close(uri: string): Promise<Diagnostic[]> {
    const answer = this.next((params) => params.uri === uri);
    await this.#connection.sendNotification("textDocument/didClose", {
      textDocument: { uri },
    });
    return (await answer).diagnostics;
  }

  /** Changes the settings and waits for the diagnostics that follow. */
  async configure(uri: string, settings: object): Promise<Diagnostic[]> {
    this.#settings = settings;
    const answer = this.next((params) => params.uri === uri);
    await this.#connection.sendNotification(
      "workspace/didChangeConfiguration",
      { settings: null },
    );
    return (await answer).diagnostics;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.#connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position,
    });
  }

  codeActions(
    uri: string,
    range: Range,
    context: Partial<CodeActionContext> = {},
  ): Promise<CodeAction[] | null> {
    return this.#connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  notify(method: string, params: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.#connection.sendRequest(method, params);
  }
}

/** The edits of one document in a workspace edit of either form. */
export function textEditsOf(
  edit: WorkspaceEdit | undefined,
  uri: string,
): readonly { readonly range: Range; readonly newText: string }[] {
  const changed = (edit?.documentChanges ?? []).flatMap((change) =>
    "edits" in change && change.textDocument.uri === uri ? change.edits : [],
  );
  return [...changed, ...(edit?.changes?.[uri] ?? [])].flatMap((each) =>
    "newText" in each ? [each] : [],
  );
}
