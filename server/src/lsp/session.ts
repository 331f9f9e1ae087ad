import type { TextDocument } from "vscode-languageserver-textdocument";
import type { SourceFile } from "../core/config/includes.ts";
import type { FolderEntry } from "../core/features/completion/include-offers.ts";
import type { Json5Document } from "../core/json5/nodes.ts";
import { Analysis } from "../core/features/analysis.ts";
import { parseJson5 } from "../core/json5/parse.ts";
import type { Host } from "../platform/host.ts";
import { lookAround, type Found } from "../platform/machine.ts";
import { parentFolder } from "../core/config/file-names.ts";
import { isLintFile } from "../core/features/lint-file/lint-file-places.ts";
import type { EnvironmentFile } from "../core/config/situation.ts";
import {
  describeEnvironmentFile,
  isSameEnvironmentFile,
} from "../platform/environment-file.ts";
import {
  lintFileProblems,
  lookOf,
  type Look,
} from "../core/features/lint-file/lint-file-problems.ts";
import type { LintFile } from "../core/features/lint-file/read-lint-file.ts";
import { isAtLeast, type Problem } from "../core/features/problem.ts";
import type { HintMode } from "../core/features/inlay-hints.ts";
import {
  defaultClientSettings,
  type ClientSettings,
} from "./client-settings.ts";
import { FilesOnDisk } from "./files-on-disk.ts";
import { Judgements, type LintFileEvents } from "./judgements.ts";
import { Snapshot } from "./snapshot.ts";
import { Trust } from "./trust.ts";

/** The first look at a config waits this long for the files it includes, in milliseconds; then it goes on without them. */
const includeWait = 300;

/**
 * What one connection remembers: open documents, files read for them, settings. The only mutable state of the server;
 * every request is answered from an immutable snapshot of it.
 */
export class Session {
  #trust = new Trust(true, []);
  readonly #host: Host;
  readonly #open = new Map<
    string,
    { readonly document: TextDocument; readonly parsed: Json5Document }
  >();
  readonly #disk: FilesOnDisk;
  readonly #snapshots = new Map<string, Snapshot>();
  /** What was seen beside each config when it was last looked at. */
  readonly #found = new Map<
    string,
    { readonly look: number; readonly found: Found }
  >();
  #looks = 0;
  /** Whether the user wants files beside configs to be looked at. */
  #wantsLooks = true;
  #inlayHints: HintMode = defaultClientSettings.inlayHints;
  readonly #judgements: Judgements;
  readonly #roots = new Map<string, Promise<readonly string[] | undefined>>();
  /** Open documents that are shared configurations, and no configs. */
  readonly #lintDocuments = new Map<string, TextDocument>();
  /** What is known of `.env` files, by the config they belong to. */
  readonly #beside = new Map<string, EnvironmentFile>();
  #revision = 0;
  readonly #secret: string;

  constructor(host: Host, events: LintFileEvents) {
    this.#host = host;
    this.#secret = host.newSecret();
    this.#disk = new FilesOnDisk(host, this.#trust, () => this.#revision++);
    this.#judgements = new Judgements(host, this.#trust, events);
  }

  /** Says whose files may be read, before the first one is. */
  restrict(trust: Trust): void {
    this.#trust = trust;
    this.#disk.restrict(trust);
    this.#judgements.restrict(trust);
  }

  /** The user vouches for the workspace: what was not read before may be read now. */
  grantTrust(): void {
    this.#trust.grant();
    this.#disk.forgetAll();
    this.#judgements.forget();
    this.#forget();
  }

  get host(): Host {
    return this.#host;
  }

  /** Addresses of the open documents. */
  get openUris(): readonly string[] {
    return [...this.#open.keys()];
  }

  get isTrusted(): boolean {
    return this.#trust.isTrusted;
  }

  documentOf(uri: string): TextDocument | undefined {
    return this.#open.get(uri)?.document ?? this.#lintDocuments.get(uri);
  }

  /** Whether an open document is a shared configuration. */
  isLintDocument(uri: string): boolean {
    return this.#lintDocuments.has(uri);
  }

  /** The address under which a client knows a file: that of the open document, if there is one. */
  uriOf(file: string): string {
    for (const uri of [...this.#open.keys(), ...this.#lintDocuments.keys()])
      if (this.#host.fileOf(uri) === file) return uri;
    return this.#host.uriOf(file);
  }

  update(document: TextDocument): void {
    const file = this.#host.fileOf(document.uri);
    if (isLintFile(file)) {
      this.#lintDocuments.set(document.uri, document);
      this.#judgements.edit(file, parseJson5(document.getText()));
      this.#forget();
      return;
    }
    this.#open.set(document.uri, {
      document,
      parsed: parseJson5(document.getText()),
    });
    this.#forget();
  }

  close(uri: string): void {
    const file = this.#host.fileOf(uri);
    if (this.#lintDocuments.delete(uri)) this.#judgements.edit(file, undefined);
    this.#open.delete(uri);
    this.#found.delete(uri);
    // What stands on disk may differ from what was closed.
    this.#disk.forget(file);
    this.#beside.delete(file);
    this.#forget();
  }

  /** Files changed on disk: read them again when they are needed. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) this.#disk.forget(this.#host.fileOf(uri));
    this.#judgements.forget();
    this.#roots.clear();
    this.#forget();
  }

  /** The problems of a shared configuration, with what the open configs that it governs showed of it. */
  async lintFileProblems(lintFile: LintFile): Promise<readonly Problem[]> {
    const looks = await this.#looksUnder(lintFile);
    const settings = this.#judgements.settingsWith(lintFile).check;
    return lintFileProblems(
      lintFile,
      looks,
      await this.#rootsUnder(lintFile),
      settings,
      this.#host.today(),
    ).filter(({ severity }) => isAtLeast(severity, settings.minSeverity));
  }

  /** What the open configs show of the entries that govern them; nobody asks where there are none. */
  async #looksUnder(lintFile: LintFile): Promise<readonly Look[]> {
    if (lintFile.settings.accept.length === 0) return [];
    const looks: Look[] = [];
    const parts = this.#parts();
    for (const uri of this.openUris) {
      if (parts.has(this.#host.fileOf(uri))) continue;
      const snapshot = await this.snapshot(uri);
      if (snapshot?.lintFile === lintFile)
        looks.push(lookOf(snapshot.analysis));
    }
    return looks;
  }

  /** A shared configuration as it stands now; undefined when it cannot be read. */
  async lintFile(file: string): Promise<LintFile | undefined> {
    return this.#trust.isTrusted ? this.#judgements.lintFile(file) : undefined;
  }

  /** The configs below the folder of a shared configuration that has entries; the answer outlives keystrokes. */
  #rootsUnder({
    file,
    settings,
  }: LintFile): Promise<readonly string[] | undefined> {
    const folder = parentFolder(file);
    if (folder === undefined || settings.accept.length === 0)
      return Promise.resolve(undefined);
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    const roots = this.#host.configsUnder(folder);
    this.#roots.set(folder, roots);
    return roots;
  }

  configure({ given, filesystemChecks, inlayHints }: ClientSettings): void {
    this.#inlayHints = inlayHints;
    this.#judgements.configure(given);
    this.#wantsLooks = filesystemChecks;
    if (!filesystemChecks) this.#found.clear();
    this.#forget();
  }

  /** Which hints the user wants to see. */
  get inlayHints(): HintMode {
    return this.#inlayHints;
  }

  /** Whether files beside configs may be looked at: here, by the user's wish, in a workspace that is trusted. */
  get mayLook(): boolean {
    return (
      this.#host.machine !== undefined &&
      this.#wantsLooks &&
      this.#trust.isTrusted
    );
  }

  /**
   * Looks at the files beside an open config, and says whether that changed its problems. Includes come first, as their
   * permissions count too.
   */
  async look(uri: string): Promise<boolean> {
    const { machine } = this.#host;
    if (machine === undefined || !this.mayLook || !uri.startsWith("file:"))
      return false;
    const snapshot = await this.snapshot(uri);
    if (snapshot === undefined) return false;
    const look = ++this.#looks;
    const found = await lookAround(
      snapshot.analysis.view,
      snapshot.file,
      machine,
    );
    // Closed, forbidden, or looked at once more in the meantime.
    const before = this.current(uri);
    const isLatest = (this.#found.get(uri)?.look ?? 0) < look;
    if (before === undefined || !this.mayLook || !isLatest) return false;
    this.#found.set(uri, { look, found });
    this.#forget();
    const after = this.current(uri);
    return after !== undefined && !after.hasSameProblemsAs(before);
  }

  /** What lies in a folder that a config includes from; nothing in a workspace that nobody vouched for. */
  async entriesOf(folder: string): Promise<readonly FolderEntry[]> {
    return this.#trust.isTrusted ? this.#host.list(folder) : [];
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
        : describeEnvironmentFile(file, await this.#disk.textOf(file));
    if (isSameEnvironmentFile(this.#beside.get(config), found)) return;
    if (found === undefined) this.#beside.delete(config);
    else this.#beside.set(config, found);
    this.#revision++;
  }

  /** Every open config; a document that another one includes is a part of that, and no config of its own. */
  async roots(): Promise<readonly Snapshot[]> {
    const snapshots = await Promise.all(
      this.openUris.map((uri) => this.snapshot(uri)),
    );
    const parts = this.#parts();
    return snapshots.filter(
      (snapshot): snapshot is Snapshot =>
        snapshot !== undefined && !parts.has(snapshot.file),
    );
  }

  /** The other open configs; a document that a config includes is a part of it and no config of its own. */
  besides(snapshot: Snapshot): readonly Analysis[] {
    const parts = this.#parts();
    return this.#analyses().filter(
      ({ resolved }) =>
        resolved.file !== snapshot.file && !parts.has(resolved.file),
    );
  }

  #analyses(): readonly Analysis[] {
    return this.openUris.flatMap((uri) => this.current(uri)?.analysis ?? []);
  }

  /** Files that an open config includes. */
  #parts(): ReadonlySet<string> {
    return new Set(
      this.#analyses().flatMap(({ resolved }) => resolved.included),
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
      const waiting = snapshot && this.whenComplete(snapshot);
      if (waiting === undefined) return snapshot;
      if ((await Promise.race([waiting, deadline])) === "late") return snapshot;
    }
  }

  /** Waits for what a snapshot was made without: included files, settings. Undefined when it is whole. */
  whenComplete({ file, missing }: Snapshot): Promise<unknown> | undefined {
    const reading = missing.map((each) => this.#disk.read(each));
    if (!this.#judgements.isReady(file))
      reading.push(
        this.#judgements.prepare(file).then(() => void this.#revision++),
      );
    return reading.length === 0 ? undefined : Promise.all(reading);
  }

  /** The document as it stands now, with the files that are known already. */
  current(uri: string): Snapshot | undefined {
    const open = this.#open.get(uri);
    if (open === undefined) return undefined;
    const known = this.#snapshots.get(uri);
    if (known !== undefined && known.revision === this.#revision) return known;
    const file = this.#host.fileOf(uri);
    const { settings, environment, lintFile } = this.#judgements.of(file);
    const environmentFile = this.#beside.get(file);
    const analysis = new Analysis({
      file,
      files: this.#files(),
      settings: settings.check,
      situation: {
        environment,
        today: this.#host.today(),
        platform: this.#host.platform,
        newSecret: this.#secret,
        ...this.#found.get(uri)?.found,
        ...(environmentFile === undefined ? {} : { environmentFile }),
      },
    });
    const snapshot = new Snapshot(
      uri,
      open.document.version,
      this.#revision,
      analysis,
      lintFile,
    );
    this.#snapshots.set(uri, snapshot);
    return snapshot;
  }

  #files(): ReadonlyMap<string, SourceFile> {
    const files = new Map(this.#disk.known);
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
