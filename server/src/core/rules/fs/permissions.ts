import type { FilesOf, MachineFile } from "../../access/machine-files.ts";
import { foldersAbove, shortPath } from "../../config/file-names.ts";
import type { Fix } from "../../config/fix.ts";
import {
  octal,
  seenAt,
  type MachineFacts,
  type SeenFile,
} from "../../config/machine.ts";
import type { MaybeFixableFinding, RuleContext } from "../rule.ts";

/** Bits of `rwxrwxrwx` that give people other than the owner something: some of `some`, and none of `butNone`. */
export interface Concern {
  readonly some: number;
  /** What another rule speaks about, and worse. */
  readonly butNone: number;
}

const group = { read: 0o040, write: 0o020, enter: 0o010 } as const;
const world = { read: 0o004, write: 0o002, enter: 0o001 } as const;
const writes = group.write | world.write;

/** The audit's questions (security/audit.js, security/audit-extra.js); a file has one answer of each list. */
export const concerns = {
  writable: { some: writes, butNone: 0 },
  worldWritable: { some: world.write, butNone: 0 },
  groupWritable: { some: group.write, butNone: world.write },
  readable: { some: group.read | world.read, butNone: writes },
  worldReadable: { some: world.read, butNone: writes },
  groupReadable: { some: group.read, butNone: writes | world.read },
  /** Whoever may write as well is not worth a rule of its own here. */
  readableAtAll: { some: group.read | world.read, butNone: 0 },
} as const satisfies Record<string, Concern>;

/** What may stay: everything for the owner, nothing for others. */
const ownerOnly = { file: 0o600, folder: 0o700 } as const;

const has = (permissions: number, { some, butNone }: Concern): boolean =>
  (permissions & some) !== 0 && (permissions & butNone) === 0;

/** What is left of permissions to people who first have to get through the folders above. */
function reached(
  { path }: MachineFile,
  { permissions }: SeenFile,
  machine: MachineFacts,
): number {
  let left = permissions;
  for (const folder of foldersAbove(path)) {
    const above = seenAt(machine, folder)?.permissions ?? 0o777;
    if ((above & group.enter) === 0) left &= ~0o070;
    if ((above & world.enter) === 0) left &= ~0o007;
  }
  return left;
}

/** `given` are the bits that people have: "Everybody on this machine can read ~/.clawdbot/.env (mode 644), which holds variables". */
function messageOf(
  name: string,
  { holds }: MachineFile,
  seen: SeenFile,
  given: number,
): string {
  const who =
    (given & (world.read | world.write)) === 0
      ? "The group"
      : "Everybody on this machine";
  const isWritten = (given & writes) !== 0;
  const can =
    seen.kind === "folder"
      ? isWritten
        ? "put files into"
        : "look into"
      : isWritten
        ? "change"
        : "read";
  const through = seen.isLink ? ", behind a symbolic link" : "";
  return `${who} can ${can} ${name} (mode ${octal(seen.permissions)}${through}), which holds ${holds}`;
}

/** Takes other people's permissions away. What a symbolic link leads to, or another user owns, is not ours to change. */
function fixesOf(
  name: string,
  { path }: MachineFile,
  seen: SeenFile,
  kind: keyof typeof ownerOnly,
): readonly Fix[] {
  if (seen.isLink || !seen.isOwn) return [];
  const permissions = seen.permissions & ownerOnly[kind];
  return [
    {
      title: `Keep other users out: chmod ${octal(permissions)} ${name}`,
      // A gateway that runs as another user of the group would lose its files too.
      safety: "review",
      preferred: true,
      permissions: [{ path, permissions }],
    },
  ];
}

export interface PermissionQuestion {
  readonly files: FilesOf;
  readonly kind: "file" | "folder";
  readonly concern: Concern;
  /**
   * Reckons with the folders above, which may shut everybody out, and passes over what other users own, such as mounted
   * secrets. The audit does neither.
   */
  readonly onlyReached?: true;
}

/** The files and folders that are there and give other people too much. */
export function* permissionFindings(
  config: RuleContext,
  { files, kind, concern, onlyReached }: PermissionQuestion,
): Iterable<MaybeFixableFinding> {
  const { machine } = config.situation;
  if (machine === undefined) return;
  for (const file of files(config, machine)) {
    const seen = seenAt(machine, file.path);
    if (seen?.kind !== kind) continue;
    if (onlyReached === true && !seen.isOwn) continue;
    const permissions =
      onlyReached === true ? reached(file, seen, machine) : seen.permissions;
    if (!has(permissions, concern)) continue;
    const name = shortPath(file.path, machine.place.home);
    yield {
      at: file.at,
      ...(file.place === undefined ? {} : { place: file.place }),
      about: file.path,
      message: messageOf(name, file, seen, permissions & concern.some),
      fixes: fixesOf(name, file, seen, kind),
    };
  }
}
