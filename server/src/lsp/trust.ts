import type { FileText } from "../platform/host.ts";

/** Whose files may be read. In a folder that nobody vouched for, a config must not make us read what lies elsewhere. */
export class Trust {
  #isTrusted: boolean;
  readonly #folders: readonly string[];

  /** `folders` are the workspace's, named as the core names files. A client that says nothing of trust is trusted. */
  constructor(isTrusted: boolean, folders: readonly string[]) {
    this.#isTrusted = isTrusted;
    this.#folders = folders;
  }

  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  /** The user vouches for the workspace. */
  grant(): void {
    this.#isTrusted = true;
  }

  /** Why a file is not read; undefined when it may be. */
  refusal(file: string): FileText | undefined {
    if (this.#isTrusted) return undefined;
    const isInside = this.#folders.some(
      (folder) =>
        file.startsWith(folder) &&
        /^[\\/]/.test(file.slice(folder.replace(/[\\/]$/, "").length)),
    );
    return isInside ? undefined : { error: "forbidden" };
  }
}
