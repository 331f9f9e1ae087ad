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

  /** Why a file is not read; undefined when it may be. `realName` tells where a name leads. */
  async refusal(
    file: string,
    realName: (name: string) => Promise<string>,
  ): Promise<FileText | undefined> {
    if (this.#isTrusted) return undefined;
    if (!liesIn(file, this.#folders)) return { error: "forbidden" };
    // A symbolic link in the workspace may lead out of it.
    const [real = file, ...folders] = await Promise.all(
      [file, ...this.#folders].map(realName),
    );
    return liesIn(real, folders) ? undefined : { error: "forbidden" };
  }
}

const liesIn = (file: string, folders: readonly string[]): boolean =>
  folders.some(
    (folder) =>
      file.startsWith(folder) &&
      /^[\\/]/.test(file.slice(folder.replace(/[\\/]$/, "").length)),
  );
