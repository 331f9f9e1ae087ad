import { randomBytes } from "node:crypto";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FolderEntry } from "../core/features/completion/include-offers.ts";
import { environmentFileNames } from "./environment-file.ts";
import {
  dayOf,
  largestFile,
  mostEntries,
  type FileText,
  type Host,
} from "./host.ts";

const platforms: Partial<Record<NodeJS.Platform, Host["platform"]>> = {
  linux: "linux",
  darwin: "macos",
  win32: "windows",
};

const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;

/** Reads a regular text file of at most `largestFile` bytes. Devices, pipes and folders are not opened. */
export async function readTextFile(file: string): Promise<FileText> {
  try {
    const status = await stat(file);
    if (status.isDirectory()) return { error: "directory" };
    if (!status.isFile()) return { error: "unreadable" };
    if (status.size > largestFile) return { error: "too-large" };
    const handle = await open(file, "r");
    try {
      // The program decodes the same way: what is no UTF-8 becomes U+FFFD, which JSON5 allows in strings.
      return { text: (await handle.readFile()).toString("utf8") };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    return {
      error: code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable",
    };
  }
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

/** The state directory as the program finds it (its config/paths.js). */
export function stateDirectory(environment: NodeJS.ProcessEnv): string {
  const given = environment["CLAWDBOT_STATE_DIR"]?.trim();
  if (given === undefined || given === "") return join(homedir(), ".clawdbot");
  return given.startsWith("~") ? join(homedir(), given.slice(1)) : given;
}

/** The config file that the program itself would load. */
export function defaultConfigFile(environment: NodeJS.ProcessEnv): string {
  const given = environment["CLAWDBOT_CONFIG_PATH"]?.trim();
  if (given === undefined || given === "")
    return join(stateDirectory(environment), "clawdbot.json");
  return given.startsWith("~") ? join(homedir(), given.slice(1)) : given;
}

/** Names of variables that have a value: the process first, then `.env` of the working folder, then of the state directory. */
export async function processVariableNames(
  environment: NodeJS.ProcessEnv,
  folder: string,
): Promise<ReadonlySet<string>> {
  // A variable of the process that is there but empty hides the one in a file.
  const names = new Set(
    Object.keys(environment).filter((name) => environment[name] !== ""),
  );
  const hidden = new Set(Object.keys(environment));
  for (const file of [
    join(folder, ".env"),
    join(stateDirectory(environment), ".env"),
  ]) {
    for (const [name, isSet] of await namesInFile(file)) {
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
  try {
    return environmentFileNames(await readFile(file, "utf8"));
  } catch {
    return new Map();
  }
}

const isFileUri = (uri: string): boolean => uri.startsWith("file:");

export const nodeHost: Host = {
  platform: platforms[process.platform] ?? "unknown",
  home: homedir(),
  read: readTextFile,
  list: listFolder,
  fileOf: (uri) => (isFileUri(uri) ? fileURLToPath(uri) : uri),
  uriOf: (file) =>
    /^[a-z][a-z0-9+.-]+:\/\//i.test(file) ? file : pathToFileURL(file).href,
  newSecret: () => randomBytes(32).toString("hex"),
  today: () => dayOf(new Date()),
  processNames: (file) =>
    processVariableNames(
      process.env,
      file === undefined ? process.cwd() : dirname(file),
    ),
};
