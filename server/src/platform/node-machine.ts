import { constants } from "node:fs";
import {
  lstat,
  open,
  readdir,
  realpath,
  stat,
  type FileHandle,
} from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Stats } from "node:fs";
import { homedir } from "node:os";
import type {
  Look,
  MachinePlace,
  PermissionChange,
  Seen,
  SeenEntry,
} from "../core/config/machine.ts";
import { configFileName } from "../core/dialects/clawdbot/files.ts";
import {
  enoughMarks,
  stateFolderMarks,
} from "../core/dialects/clawdbot/state-files.ts";
import type { Machine, Restricted } from "./machine.ts";
import { readTextFile } from "./read-text-file.ts";
import {
  credentialsDirectory,
  defaultConfigFile,
  defaultWorkspace,
  profileEnding,
  stateDirectory,
} from "./state-folder.ts";

/** A folder with more names than this is none that a config is interested in. */
const mostEntries = 1000;

const kindOf = (status: {
  isFile(): boolean;
  isDirectory(): boolean;
}): SeenEntry["kind"] =>
  status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";

/** Whether the permissions can be changed by this process: it runs as the owner, or as root. */
function isOwn({ uid }: Stats): boolean {
  const own = process.getuid?.();
  return own === uid || own === 0;
}

/** The path without symbolic links; as it is where that cannot be had. */
export async function realName(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    return file;
  }
}

/** A machine that is looked at with the environment and the home folder with which Clawdbot would run. */
export function createNodeMachine(
  environment: NodeJS.ProcessEnv,
  home: () => string = homedir,
): Machine {
  return {
    placeOf: (file) => placeOf(file, environment, home()),
    look,
    restrict,
  };
}

/** Whether the folder holds what a running gateway leaves there. */
async function isStateFolder(folder: string): Promise<boolean> {
  const seen = await look({ path: folder, wants: "entries" });
  if (seen.kind !== "folder") return false;
  const marks = (seen.entries ?? []).filter(({ name }) =>
    stateFolderMarks.includes(name),
  );
  return marks.length >= enoughMarks;
}

/**
 * The state folder that goes with a config, if a Clawdbot here loads that config: by its environment, by a profile's name, or
 * because it runs there, as what it leaves shows.
 */
async function stateOf(
  file: string,
  environment: NodeJS.ProcessEnv,
  home: string,
): Promise<
  { readonly state: string; readonly configFile: string } | undefined
> {
  const own = defaultConfigFile(environment, home);
  if (file === own || (await realName(file)) === (await realName(own)))
    return { state: stateDirectory(environment, home), configFile: own };
  const folder = dirname(file);
  const isRoot = basename(file) === configFileName;
  return isRoot &&
    (profileEnding(folder, home) !== undefined || (await isStateFolder(folder)))
    ? { state: folder, configFile: file }
    : undefined;
}

async function placeOf(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
  home: string,
): Promise<MachinePlace> {
  const at = (stateFolder: string): MachinePlace => ({
    home,
    stateFolder,
    workspace: defaultWorkspace(stateFolder, home),
  });
  // On Windows permissions are no nine bits, and nothing but plugins is looked for.
  if (file === undefined || process.platform === "win32")
    return at(stateDirectory(environment, home));
  const realFile = await realName(file);
  const loaded = await stateOf(file, environment, home);
  if (loaded === undefined)
    return { ...at(stateDirectory(environment, home)), realFile };
  const { state, configFile } = loaded;
  return {
    ...at(state),
    realFile,
    loaded: {
      configFile,
      credentialsFolder: credentialsDirectory(state, environment, home),
    },
  };
}

async function look({ path, wants }: Look): Promise<Seen> {
  try {
    const own = await lstat(path);
    const isLink = own.isSymbolicLink();
    // A link that leads nowhere is still there.
    const status = isLink ? await stat(path).catch(() => own) : own;
    const kind = kindOf(status);
    return {
      kind,
      permissions: status.mode & 0o777,
      isLink,
      isOwn: isOwn(status),
      ...(wants === "entries" && kind === "folder"
        ? { entries: await entriesOf(path) }
        : {}),
      ...(wants === "text" && kind === "file"
        ? { text: await textOf(path) }
        : {}),
    };
  } catch {
    return { kind: "missing" };
  }
}

async function entriesOf(folder: string): Promise<readonly SeenEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    () => [],
  );
  return entries
    .slice(0, mostEntries)
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
}

async function textOf(file: string): Promise<string> {
  const read = await readTextFile(file);
  return "text" in read ? read.text : "";
}

async function restrict({
  path,
  permissions,
}: PermissionChange): Promise<Restricted> {
  let handle: FileHandle | undefined;
  try {
    const before = await lstat(path);
    if (!before.isFile() && !before.isDirectory()) return "changed";
    // What is changed is what was opened, whatever stands at the path by then.
    handle = await open(
      path,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    );
    const opened = await handle.stat();
    if (opened.ino !== before.ino || opened.dev !== before.dev)
      return "changed";
    const now = opened.mode & 0o7777;
    const wanted = now & (permissions | 0o7000);
    if (wanted === now) return "already";
    await handle.chmod(wanted);
    return "done";
  } catch (error) {
    const isLink =
      error instanceof Error && "code" in error && error.code === "ELOOP";
    return isLink ? "changed" : "denied";
  } finally {
    await handle?.close();
  }
}
