import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isConfigName } from "../core/features/lint-file/lint-file-places.ts";
import {
  environmentFileBeside,
  environmentFileNames,
} from "./environment-file.ts";
import type { FolderEntry } from "../core/features/completion/include-offers.ts";
import { dayOf, mostEntries, type Host } from "./host.ts";
import { createNodeMachine, realName } from "./node-machine.ts";
import { readTextFile } from "./read-text-file.ts";
import { defaultConfigFile, stateDirectory } from "./state-folder.ts";
import { environmentFileName } from "../core/dialects/clawdbot/files.ts";

const platforms: Partial<Record<NodeJS.Platform, Host["platform"]>> = {
  linux: "linux",
  darwin: "macos",
  win32: "windows",
};

/** Whether a file or folder is there. */
export async function isThere(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

/** More folders than these are a home or a disk, and no project. */
const mostFolders = 200;

/** The configs in a folder and below it. Links are not followed, and what packages bring is not looked at. */
export async function configsUnder(
  folder: string,
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  const waiting = [folder];
  let visited = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (++visited > mostFolders) return undefined;
    try {
      for (const entry of await readdir(next, { withFileTypes: true })) {
        const name = join(next, entry.name);
        if (entry.isFile() && isConfigName(entry.name)) found.push(name);
        if (entry.isDirectory() && !passedOver.has(entry.name))
          waiting.push(name);
      }
    } catch {
      // A folder that may not be read: what lies in it is not known.
      return undefined;
    }
  }
  return found;
}

/** The entries of a folder, by name; none when it cannot be read. */
export async function listFolder(
  folder: string,
): Promise<readonly FolderEntry[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .slice(0, mostEntries);
  } catch {
    return [];
  }
}

const passedOver: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/**
 * The `.env` file from which the program reads variables when it loads this config: that of the state directory for the file
 * it loads by itself, which need not lie there (infra/dotenv.js); beside any other.
 */
export const environmentFileOf = (
  config: string,
  environment: NodeJS.ProcessEnv,
): string | undefined =>
  config === defaultConfigFile(environment)
    ? join(stateDirectory(environment), environmentFileName)
    : environmentFileBeside(config);

/**
 * Names of variables that have a value: the process first, then the `.env` of each folder (the working folder, and the
 * config's, which is the state directory of whoever runs that config), then that of the state directory.
 */
export async function processVariableNames(
  environment: NodeJS.ProcessEnv,
  folders: readonly string[],
): Promise<ReadonlySet<string>> {
  // A variable of the process that is there but empty hides the one in a file.
  const names = new Set(
    Object.keys(environment).filter((name) => environment[name] !== ""),
  );
  const hidden = new Set(Object.keys(environment));
  for (const folder of [...folders, stateDirectory(environment)]) {
    for (const [name, isSet] of await namesInFile(
      join(folder, environmentFileName),
    )) {
      if (hidden.has(name)) continue;
      hidden.add(name);
      if (isSet) names.add(name);
    }
  }
  return names;
}

async function namesInFile(
  file: string,
): Promise<ReadonlyMap<string, boolean>> {
  const read = await readTextFile(file);
  return "text" in read ? environmentFileNames(read.text) : new Map();
}

const isFileUri = (uri: string): boolean => uri.startsWith("file:");

export const nodeHost: Host = {
  platform: platforms[process.platform] ?? "unknown",
  home: homedir(),
  read: readTextFile,
  realName,
  machine: createNodeMachine(process.env),
  exists: isThere,
  configsUnder,
  list: listFolder,
  fileOf: (uri) => (isFileUri(uri) ? fileURLToPath(uri) : uri),
  uriOf: (file) =>
    /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? file : pathToFileURL(file).href,
  newSecret: () => randomBytes(32).toString("hex"),
  today: () => dayOf(new Date()),
  environmentFileOf: (config) => environmentFileOf(config, process.env),
  processNames: (file) =>
    processVariableNames(process.env, [process.cwd(), dirname(file)]),
};
