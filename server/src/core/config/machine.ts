/**
 * What lies on the machine beside a config, as facts that the host hands in. The core looks at no disk: it says what it
 * would like to know (`features/machine-looks.ts`), and what nobody has looked at is unknown.
 */

/** A wish: `status` costs one look at a path, the others read a folder's names or a small text. */
export interface Look {
  readonly path: string;
  readonly wants: "status" | "entries" | "text";
}

/** A name in a folder. A symbolic link is none of the others, whatever it leads to. */
export interface SeenEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

/** Something that is there. Kind and permissions are those of what a symbolic link leads to. */
export interface SeenFile {
  readonly kind: "file" | "folder" | "other";
  /** The nine bits of `rwxrwxrwx`. */
  readonly permissions: number;
  /** Whether the path itself is a symbolic link. */
  readonly isLink: boolean;
  /** Whether its permissions can be changed by whoever looked: the owner. */
  readonly isOwn: boolean;
  /** Names in a folder, when they were asked for; none when they cannot be read. */
  readonly entries?: readonly SeenEntry[];
  /** A file's text, when it was asked for; empty when it cannot be read. */
  readonly text?: string;
}

export type Seen = SeenFile | { readonly kind: "missing" };

/** Where things lie, from the environment, the home folder and the config's own path. */
export interface MachinePlace {
  /** The home folder, which `~` stands for. */
  readonly home: string;
  /** The state folder that goes with the config. */
  readonly stateFolder: string;
  /** The default agent's workspace, unless the config names another. */
  readonly workspace: string;
  /** The config's path without symbolic links in it. Absent where permissions and work trees are not looked at. */
  readonly realFile?: string;
  /**
   * There if a Clawdbot on this machine loads the config. A copy in a checkout or a download is nobody's state: its
   * permissions are ordinary ones.
   */
  readonly loaded?: {
    /** The config as Clawdbot opens it, symbolic links included. */
    readonly configFile: string;
    readonly credentialsFolder: string;
  };
}

/** Everything that was seen. */
export interface MachineFacts {
  readonly place: MachinePlace;
  readonly seen: ReadonlyMap<string, Seen>;
}

/** What is at a path; undefined when nothing is, or nobody looked. */
export function seenAt(
  machine: MachineFacts,
  path: string,
): SeenFile | undefined {
  const seen = machine.seen.get(path);
  return seen === undefined || seen.kind === "missing" ? undefined : seen;
}

/** Whether a wish has been granted, so far as it can be. */
export function isAnswered(machine: MachineFacts, look: Look): boolean {
  const seen = machine.seen.get(look.path);
  if (seen === undefined) return false;
  if (seen.kind === "folder" && look.wants === "entries")
    return seen.entries !== undefined;
  if (seen.kind === "file" && look.wants === "text")
    return seen.text !== undefined;
  return true;
}

/** Permissions to be left at one path; bits that are not there are never added. */
export interface PermissionChange {
  readonly path: string;
  /** The bits that may stay. */
  readonly permissions: number;
}

/** The facts as they will be when permissions are taken away. */
export function withPermissions(
  machine: MachineFacts,
  changes: readonly PermissionChange[],
): MachineFacts {
  const seen = new Map(machine.seen);
  for (const { path, permissions } of changes) {
    const before = seenAt(machine, path);
    if (before !== undefined)
      seen.set(path, {
        ...before,
        permissions: before.permissions & permissions,
      });
  }
  return { ...machine, seen };
}

/** Permissions as `chmod` takes them. */
export const octal = (permissions: number): string =>
  permissions.toString(8).padStart(3, "0");
