import type {
  ClientCapabilities,
  FileSystemWatcher,
} from "vscode-languageserver";
import { nameWithin } from "../core/config/file-names.ts";
import { lintFileName } from "../core/features/lint-file/lint-file-places.ts";
import type { Host } from "../platform/host.ts";

/** Asks the client to tell of shared configurations that change: in the workspace, and where configs outside of it lie. */
export class LintFileWatch {
  readonly #host: Host;
  readonly #register: (watchers: FileSystemWatcher[]) => void;
  readonly #watched = new Set<string>();
  #folders: readonly string[] = [];
  #canWatch = false;
  #canWatchElsewhere = false;

  constructor(host: Host, register: (watchers: FileSystemWatcher[]) => void) {
    this.#host = host;
    this.#register = register;
  }

  /** What the client can, and the folders of the workspace. */
  enable({ workspace }: ClientCapabilities, folders: readonly string[]): void {
    const watching = workspace?.didChangeWatchedFiles;
    this.#canWatch = watching?.dynamicRegistration ?? false;
    this.#canWatchElsewhere = watching?.relativePatternSupport ?? false;
    this.#folders = folders;
  }

  /** Watches the workspace. */
  start(): void {
    if (this.#canWatch) this.#register([{ globPattern: `**/${lintFileName}` }]);
  }

  /** Watches a folder that may lie outside of the workspace. */
  folder(folder: string): void {
    const isInside = this.#folders.some(
      (each) => each === folder || nameWithin(each, folder) !== undefined,
    );
    if (
      !this.#canWatch ||
      !this.#canWatchElsewhere ||
      isInside ||
      this.#watched.has(folder)
    )
      return;
    this.#watched.add(folder);
    const baseUri = this.#host.uriOf(folder);
    this.#register([{ globPattern: { baseUri, pattern: lintFileName } }]);
  }
}
