import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
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
  const read = await readTextFile(file);
  return "text" in read ? environmentFileNames(read.text) : new Map();
}

const isFileUri = (uri: string): boolean => uri.startsWith("file:");

export const nodeHost: Host = {
  platform: platforms[process.platform] ?? "unknown",
  read: readTextFile,
  realName,
  machine: createNodeMachine(process.env),
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
