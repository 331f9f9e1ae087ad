import type { Connection, Diagnostic } from "vscode-languageserver";
import type { LintFile } from "../core/features/lint-file/read-lint-file.ts";
import type { Session } from "./session.ts";
import { linesOfText, type Snapshot } from "./snapshot.ts";
import { toDiagnostic, type ClientAbilities } from "./to-lsp.ts";

/** The problems of a shared configuration as an editor shows them. */
export async function lintFileDiagnostics(
  lintFile: LintFile,
  session: Session,
  abilities: ClientAbilities,
): Promise<Diagnostic[]> {
  const lines = linesOfText(lintFile.document.text);
  const problems = await session.lintFileProblems(lintFile);
  return problems.map((problem) =>
    toDiagnostic(problem, lines, session, abilities),
  );
}

/** Those of the shared configuration of a config, by address, for a client that asks. */
export async function lintDiagnosticsFor(
  { lintFile }: Snapshot,
  session: Session,
  abilities: ClientAbilities,
): Promise<ReadonlyMap<string, Diagnostic[]>> {
  if (lintFile === undefined) return new Map();
  const diagnostics = await lintFileDiagnostics(lintFile, session, abilities);
  return new Map([[session.uriOf(lintFile.file), diagnostics]]);
}

/** Sends the diagnostics of shared configurations: shown while a config that they govern is open, or they are themselves. */
export class LintFilePublisher {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #abilities: () => ClientAbilities;
  /** Per open config, the shared configuration that governs it. */
  readonly #governing = new Map<string, string>();
  /** What was sent last, per address: the same again is no news. */
  readonly #sent = new Map<string, string>();

  constructor(
    connection: Connection,
    session: Session,
    abilities: () => ClientAbilities,
  ) {
    this.#connection = connection;
    this.#session = session;
    this.#abilities = abilities;
  }

  /** A config was looked at: what it showed of its shared configuration may be news. */
  async say({ uri, lintFile }: Snapshot): Promise<void> {
    const before = this.#governing.get(uri);
    if (lintFile === undefined) this.#governing.delete(uri);
    else this.#governing.set(uri, lintFile.file);
    if (before !== undefined && before !== lintFile?.file)
      await this.sayOf(before);
    if (lintFile !== undefined) await this.sayOf(lintFile.file);
  }

  /** A config was closed. */
  async withdraw(uri: string): Promise<void> {
    const before = this.#governing.get(uri);
    this.#governing.delete(uri);
    if (before !== undefined) await this.sayOf(before);
  }

  /** Tells of one shared configuration. */
  async sayOf(file: string): Promise<void> {
    const uri = this.#session.uriOf(file);
    const isShown =
      this.#session.documentOf(uri) !== undefined ||
      [...this.#governing.values()].includes(file);
    const lintFile = isShown ? await this.#session.lintFile(file) : undefined;
    const diagnostics =
      lintFile === undefined
        ? []
        : await lintFileDiagnostics(lintFile, this.#session, this.#abilities());
    const version = this.#session.documentOf(uri)?.version;
    const news = JSON.stringify([version, diagnostics]);
    if (news === (this.#sent.get(uri) ?? JSON.stringify([version, []]))) return;
    this.#sent.set(uri, news);
    await this.#connection.sendDiagnostics(
      version === undefined
        ? { uri, diagnostics }
        : { uri, version, diagnostics },
    );
  }
}
