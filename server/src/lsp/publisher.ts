import type { Connection, Diagnostic } from "vscode-languageserver";
import type { Lookout } from "./lookout.ts";
import { LintFilePublisher } from "./lint-file-publisher.ts";
import type { Session } from "./session.ts";
import type { Snapshot } from "./snapshot.ts";
import { toDiagnostic, type ClientAbilities } from "./to-lsp.ts";

/** The problems of a snapshot that are shown, file by file; every file that takes part has an entry. */
export function diagnosticsByUri(
  snapshot: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): ReadonlyMap<string, Diagnostic[]> {
  const perUri = new Map<string, Diagnostic[]>([[snapshot.uri, []]]);
  for (const file of snapshot.analysis.resolved.files.slice(1))
    perUri.set(session.uriOf(file), []);
  for (const problem of snapshot.analysis.shown) {
    const uri =
      problem.place.file === snapshot.file
        ? snapshot.uri
        : session.uriOf(problem.place.file);
    perUri.get(uri)?.push(toDiagnostic(problem, snapshot, session, abilities));
  }
  return perUri;
}

/**
 * Sends diagnostics of open configs: once per change, for the version that was looked at, without any fixed delay.
 * A file that several configs include shows the problems of all of them, and none once the last is closed.
 */
export class Publisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #lookout: Lookout;
  readonly #abilities: () => ClientAbilities;
  readonly #lintFiles: LintFilePublisher;
  readonly #waiting = new Set<string>();
  /** Per open config, what it says about which file. */
  readonly #said = new Map<string, ReadonlyMap<string, Diagnostic[]>>();
  #scheduled = false;
  /** Until the client's settings are known, an answer would be given twice, and the first one wrong. */
  #ready: Promise<void> = Promise.resolve();

  constructor(
    connection: Connection,
    session: Session,
    lookout: Lookout,
    abilities: () => ClientAbilities,
  ) {
    this.#connection = connection;
    this.#session = session;
    this.#lookout = lookout;
    this.#abilities = abilities;
    this.#lintFiles = new LintFilePublisher(connection, session, abilities);
  }

  /** Looks at a config again on the next turn; what is queued by then is answered once. */
  schedule(uri: string): void {
    this.#waiting.add(uri);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => {
      this.#scheduled = false;
      const uris = [...this.#waiting];
      this.#waiting.clear();
      for (const each of uris) void this.#publish(each);
    }, 0);
  }

  /** Holds everything back until `ready`. */
  waitFor(ready: Promise<void>): void {
    this.#ready = ready;
  }

  /** Looks at every open config again: settings or a file on disk changed. */
  scheduleAll(): void {
    // What was never looked at is waiting already.
    for (const uri of this.#said.keys()) this.schedule(uri);
  }

  /** Looks at a config again that was spoken of before; one that was not is waiting for its first turn. */
  scheduleNews(uri: string): void {
    if (this.#said.has(uri)) this.schedule(uri);
  }

  /** Configs whose problems hang on a file: they include it. */
  dependants(uri: string): readonly string[] {
    return [...this.#said]
      .filter(([root, perUri]) => root !== uri && perUri.has(uri))
      .map(([root]) => root);
  }

  /** Tells of a shared configuration that is open itself. */
  sayOfLintFile(file: string): Promise<void> {
    return this.#lintFiles.sayOf(file);
  }

  /** Takes back what a closed config said. */
  clear(uri: string): void {
    const before = this.#said.get(uri);
    this.#said.delete(uri);
    this.#send(new Set([uri, ...(before?.keys() ?? [])]), undefined);
    void this.#lintFiles.withdraw(uri);
  }

  async #publish(uri: string): Promise<void> {
    try {
      await this.#ready;
      await this.#lookout.first(uri);
      const snapshot = await this.#session.snapshot(uri);
      // Closed, or typed past us: a newer run is on its way.
      if (
        snapshot === undefined ||
        this.#session.documentOf(uri)?.version !== snapshot.version
      )
        return;
      this.#say(uri, snapshot);
      await this.#lintFiles.say(snapshot);
      const whole = this.#session.whenComplete(snapshot);
      if (whole === undefined) return;
      await whole;
      this.schedule(uri);
      // Their permissions count as well.
      this.#lookout.look(uri);
    } catch (error) {
      this.#connection.console.error(
        `checking a config failed: ${error instanceof Error ? error.name : "unknown error"}`,
      );
    }
  }

  #say(uri: string, snapshot: Snapshot): void {
    for (const { rule, error } of snapshot.analysis.diagnosis.failures) {
      this.#connection.console.error(
        `rule ${rule.code} failed: ${error instanceof Error ? error.name : "unknown error"}`,
      );
    }
    const before = this.#said.get(uri);
    const perUri = diagnosticsByUri(snapshot, this.#session, this.#abilities());
    this.#said.set(uri, perUri);
    this.#send(
      new Set([...perUri.keys(), ...(before?.keys() ?? [])]),
      snapshot,
    );
  }

  #send(uris: ReadonlySet<string>, snapshot: Snapshot | undefined): void {
    for (const uri of uris) {
      const version =
        snapshot !== undefined && uri === snapshot.uri
          ? snapshot.version
          : this.#session.documentOf(uri)?.version;
      const diagnostics = this.#about(uri);
      void this.#connection.sendDiagnostics(
        version === undefined
          ? { uri, diagnostics }
          : { uri, version, diagnostics },
      );
    }
  }

  /** A file that is part of another open config is explained there; alone it would be judged as what it is not. */
  #about(uri: string): Diagnostic[] {
    const roots = this.dependants(uri);
    const speakers = roots.length > 0 ? roots : [uri];
    const seen = new Set<string>();
    return speakers
      .flatMap((root) => this.#said.get(root)?.get(uri) ?? [])
      .filter((diagnostic) => {
        const identity = JSON.stringify([
          diagnostic.code,
          diagnostic.range,
          diagnostic.message,
        ]);
        return !seen.has(identity) && seen.add(identity) !== undefined;
      });
  }
}
