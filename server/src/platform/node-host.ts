import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isConfigName } from "../core/features/lint-file/lint-file-places.ts";
import { environmentFileNames } from "./environment-file.ts";
import { dayOf, type Host } from "./host.ts";
import { createNodeMachine, realName } from "./node-machine.ts";
import { readTextFile } from "./read-text-file.ts";
import { stateDirectory } from "./state-folder.ts";

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

const passedOver: ReadonlySet<string> = new Set(["node_modules", ".git"]);

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
    for (const [name, isSet] of await namesInFile(join(folder, ".env"))) {
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
  fileOf: (uri) => (isFileUri(uri) ? fileURLToPath(uri) : uri),
  uriOf: (file) =>
    /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? file : pathToFileURL(file).href,
  newSecret: () => randomBytes(32).toString("hex"),
  today: () => dayOf(new Date()),
  processNames: (file) =>
    processVariableNames(process.env, [process.cwd(), dirname(file)]),
};
