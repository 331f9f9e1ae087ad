import type { TextDocument } from "vscode-languageserver-textdocument";
import type { SourceFile } from "../core/config/includes.ts";
import type { Json5Document } from "../core/json5/nodes.ts";
import { Analysis } from "../core/features/analysis.ts";
import { parseJson5 } from "../core/json5/parse.ts";
import type { EnvironmentFile } from "../core/config/situation.ts";
import {
  describeEnvironmentFile,
  environmentFileNames,
} from "../platform/environment-file.ts";
import { toSource, type Host } from "../platform/host.ts";
import {
  defaultClientSettings,
  environmentOf,
  type ClientSettings,
} from "./client-settings.ts";
import { Snapshot } from "./snapshot.ts";
import { Trust } from "./trust.ts";

/** The first look at a config waits this long for the files it includes, in milliseconds; then it goes on without them. */
const includeWait = 300;

/**
 * What one connection remembers: open documents, files read for them, settings. The only mutable state of the server;
 * every request is answered from an immutable snapshot of it.
 */
export class Session {
  settings: ClientSettings = defaultClientSettings;
  #trust = new Trust(true, []);
  readonly #host: Host;
  readonly #open = new Map<
    string,
    { readonly document: TextDocument; readonly parsed: Json5Document }
  >();
  readonly #disk = new Map<string, SourceFile>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #snapshots = new Map<string, Snapshot>();
  /** What is known of `.env` files, by the config they belong to. */
  readonly #beside = new Map<string, EnvironmentFile>();
  #foundNames: ReadonlySet<string> = new Set();
  #revision = 0;
  readonly #secret: string;

  constructor(host: Host) {
    this.#host = host;
    this.#secret = host.newSecret();
  }

  /** Says whose files may be read, before the first one is. */
  restrict(trust: Trust): void {
    this.#trust = trust;
  }

  /** The user vouches for the workspace: what was not read before may be read now. */
  grantTrust(): void {
    this.#trust.grant();
    this.#disk.clear();
    this.#forget();
  }

  get host(): Host {
    return this.#host;
  }

  /** Addresses of the open documents. */
  get openUris(): readonly string[] {
    return [...this.#open.keys()];
  }

  documentOf(uri: string): TextDocument | undefined {
    return this.#open.get(uri)?.document;
  }

  /** The address under which a client knows a file: that of the open document, if there is one. */
  uriOf(file: string): string {
    for (const uri of this.#open.keys())
      if (this.#host.fileOf(uri) === file) return uri;
    return this.#host.uriOf(file);
  }

  update(document: TextDocument): void {
    this.#open.set(document.uri, {
      document,
      parsed: parseJson5(document.getText()),
    });
    this.#forget();
  }

  close(uri: string): void {
    this.#open.delete(uri);
    // What stands on disk may differ from what was closed.
    this.#disk.delete(this.#host.fileOf(uri));
    this.#beside.delete(this.#host.fileOf(uri));
    this.#forget();
  }

  /** Files changed on disk: read them again when they are needed. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) this.#disk.delete(this.#host.fileOf(uri));
    this.#forget();
  }

  async configure(settings: ClientSettings): Promise<void> {
    this.settings = settings;
    const found = new Set<string>();
    if (settings.environment === "process" && this.#trust.isTrusted) {
      for (const name of await this.#host.processNames(undefined))
        found.add(name);
    }
    if (settings.environmentFile !== "" && this.#trust.isTrusted) {
      const file = await this.#host.read(settings.environmentFile);
      const names = "text" in file ? environmentFileNames(file.text) : [];
      for (const [name, isSet] of names) if (isSet) found.add(name);
    }
    this.#foundNames = found;
    this.#forget();
  }

  /**
   * The configs in whose context a document is judged: those open ones that include it, else the document itself.
   */
  async contextsOf(uri: string): Promise<readonly Snapshot[]> {
    const file = this.#host.fileOf(uri);
    const roots = this.openUris.filter(
      (other) =>
        other !== uri &&
        this.current(other)?.analysis.resolved.included.includes(file) === true,
    );
    const wanted = roots.length > 0 ? roots : [uri];
    const snapshots = await Promise.all(
      wanted.map((each) => this.snapshot(each)),
    );
    return snapshots.filter((snapshot) => snapshot !== undefined);
  }

  /**
   * Looks where secrets of these configs can be moved to, and gives them as they stand then. The `.env` file is read for its
   * names and its end, each time anew: nothing of ours watches it.
   */
  async withEnvironmentFiles(
    snapshots: readonly Snapshot[],
  ): Promise<readonly Snapshot[]> {
    await Promise.all(snapshots.map(({ file }) => this.#lookBeside(file)));
    return snapshots.map((snapshot) => this.current(snapshot.uri) ?? snapshot);
  }

  async #lookBeside(config: string): Promise<void> {
    const file = this.#host.environmentFileOf(config);
    const found =
      file === undefined
        ? undefined
        : describeEnvironmentFile(
            file,
            this.#trust.refusal(file) ?? (await this.#host.read(file)),
          );
    if (sameFile(this.#beside.get(config), found)) return;
    if (found === undefined) this.#beside.delete(config);
    else this.#beside.set(config, found);
    this.#revision++;
  }

  /** The other open configs; a document that a config includes is a part of it and no config of its own. */
  besides(snapshot: Snapshot): readonly Analysis[] {
    const analyses = this.openUris.flatMap(
      (uri) => this.current(uri)?.analysis ?? [],
    );
    const parts = new Set(
      analyses.flatMap(({ resolved }) => resolved.included),
    );
    return analyses.filter(
      ({ resolved }) =>
        resolved.file !== snapshot.file && !parts.has(resolved.file),
    );
  }

  /**
   * The document as it stands now, with the files it includes. Waits for included files a moment and then answers without
   * them; `complete` says which.
   */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    const deadline = new Promise<"late">((resolve) =>
      setTimeout(resolve, includeWait, "late"),
    );
    for (;;) {
      const snapshot = this.current(uri);
      if (snapshot === undefined || snapshot.missing.length === 0)
        return snapshot;
      const reading = Promise.all(
        snapshot.missing.map((file) => this.#read(file)),
      );
      if ((await Promise.race([reading, deadline])) === "late") return snapshot;
    }
  }

  /** The document as it stands now, with the files that are known already. */
  current(uri: string): Snapshot | undefined {
    const open = this.#open.get(uri);
    if (open === undefined) return undefined;
    const known = this.#snapshots.get(uri);
    if (known !== undefined && known.revision === this.#revision) return known;
    const file = this.#host.fileOf(uri);
    const environmentFile = this.#beside.get(file);
    const analysis = new Analysis({
      file,
      files: this.#files(),
      settings: this.settings.check,
      situation: {
        environment: environmentOf(this.settings, this.#foundNames),
        today: this.#host.today(),
        platform: this.#host.platform,
        newSecret: this.#secret,
        ...(environmentFile === undefined ? {} : { environmentFile }),
      },
    });
    const snapshot = new Snapshot(
      uri,
      open.document.version,
      this.#revision,
      analysis,
    );
    this.#snapshots.set(uri, snapshot);
    return snapshot;
  }

  /** Waits until a file that was asked for has been read. */
  async whenRead(file: string): Promise<void> {
    await this.#reading.get(file);
  }

  async #read(file: string): Promise<void> {
    const running = this.#reading.get(file);
    if (running !== undefined) return running;
    const refusal = this.#trust.refusal(file);
    const answer =
      refusal === undefined ? this.#host.read(file) : Promise.resolve(refusal);
    const reading = answer.then((text) => {
      this.#disk.set(file, toSource(text));
      this.#reading.delete(file);
      this.#revision++;
    });
    this.#reading.set(file, reading);
    return reading;
  }

  #files(): ReadonlyMap<string, SourceFile> {
    const files = new Map(this.#disk);
    for (const [uri, { parsed }] of this.#open)
      files.set(this.#host.fileOf(uri), parsed);
    return files;
  }

  #forget(): void {
    this.#revision++;
    for (const uri of this.#snapshots.keys())
      if (!this.#open.has(uri)) this.#snapshots.delete(uri);
  }
}

/** Whether two looks at an `.env` file saw the same. */
function sameFile(
  one: EnvironmentFile | undefined,
  other: EnvironmentFile | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    one.exists === other.exists &&
    one.length === other.length &&
    one.end.line === other.end.line &&
    one.endsMidLine === other.endsMidLine &&
    one.lineBreak === other.lineBreak &&
    one.names.size === other.names.size &&
    [...one.names].every((name) => other.names.has(name))
  );
}
