import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { installed, oracleFolder, releaseNode } from "./release.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Installs the real release beside all checkouts, as `scripts/oracle/package-lock.json` pins it: half a minute, 450 MB.
 * Two of its dependencies come from outside the package registry. Neither checking nor auditing a config calls them, so
 * empty modules stand in for them.
 */
export function installRelease(root: string): string {
  const folder = oracleFolder;
  const done = join(folder, ".complete");
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    copyFileSync(join(root, "scripts/oracle", name), join(folder, name));
  const options = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { status } = spawnSync("npm", options, {
    cwd: folder,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
  standIn("libsignal", {
    "package.json":
      '{"name":"libsignal","version":"2.0.1","type":"module","main":"index.js"}',
    "index.js": "export default {};",
    "src/crypto.js": `${refusal}export const calculateMAC = no, decrypt = no, encrypt = no, deriveSecrets = no;`,
    "src/curve.js": `${refusal}export const calculateSignature = no, verifySignature = no, generateKeyPair = no;`,
  });
  standIn("@matrix-org/matrix-sdk-crypto-nodejs", {
    "package.json":
      '{"name":"@matrix-org/matrix-sdk-crypto-nodejs","version":"0.4.0","main":"index.js"}',
    "index.js": "module.exports = {};",
  });
  writeFileSync(done, "");
  return folder;
}

const refusal = 'const no = () => { throw new Error("not installed"); };\n';

function standIn(
  name: string,
  files: { readonly [file: string]: string },
): void {
  const folder = installed(name);
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
}

/** Runs one of our programs in the release's own Node, hands it `input`, and gives its lines of output as they come. */
async function* runBeside(
  root: string,
  program: string,
  input: unknown,
): AsyncIterable<unknown> {
  installRelease(root);
  const child = spawn(
    releaseNode(),
    [join(root, "dist/scripts/oracle", program)],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.end(JSON.stringify(input));
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const value: unknown = JSON.parse(line);
      yield value;
    }
    const status = await ended;
    if (status !== 0)
      throw new Error(`${program} ended with ${status ?? "a signal"}`);
  } finally {
    child.kill();
  }
}

/** The release's schemas: of the config, of its bundled plugins by id, and of the channels that plugins bring. */
export interface ReleaseSchemas {
  readonly validation: object;
  readonly plugins: object;
  readonly channels: object;
}

const isSchemas = (value: unknown): value is ReleaseSchemas =>
  typeof value === "object" &&
  value !== null &&
  "validation" in value &&
  "plugins" in value &&
  "channels" in value;

/** Asks the release for its schemas. */
export async function exportSchemas(root: string): Promise<ReleaseSchemas> {
  for await (const value of runBeside(root, "export-schemas.mjs", {})) {
    if (isSchemas(value)) return value;
  }
  throw new Error("the release gave no schemas");
}

/** What the release does with settings: configs with its defaults filled in, and paths whose change wants a restart. */
export interface SettingsFacts {
  readonly filled: readonly unknown[];
  readonly restarts: readonly string[];
}

const isFacts = (value: unknown): value is SettingsFacts =>
  typeof value === "object" &&
  value !== null &&
  "filled" in value &&
  "restarts" in value;

/** Asks the release to load configs, and which of the paths it takes over only after a restart. */
export async function askSettings(
  root: string,
  configs: readonly unknown[],
  paths: readonly string[],
): Promise<SettingsFacts> {
  const input = { configs, paths };
  for await (const value of runBeside(root, "settings-facts.mjs", input)) {
    if (isFacts(value)) return value;
  }
  throw new Error("the release said nothing about settings");
}

const isVerdict = (value: unknown): value is Verdict =>
  typeof value === "object" && value !== null && "file" in value;

/** A file, and the values its variables have. */
export interface Question {
  /** Absolute. */
  readonly file: string;
  readonly env: { readonly [name: string]: string };
}

/**
 * Asks the release what it makes of config files, each in an empty home with a scrubbed environment.
 * @param files absolute paths, or paths with values of their own
 * @param env values of variables; those that a file references and that are not given get a harmless stand-in
 * @returns verdicts in the order of the files
 */
export async function askOracle(
  root: string,
  files: readonly (string | Question)[],
  { env = {} }: { readonly env?: { readonly [name: string]: string } } = {},
): Promise<readonly Verdict[]> {
  const questions = files.map((file): Question =>
    typeof file === "string"
      ? { file, env }
      : { file: file.file, env: { ...env, ...file.env } },
  );
  const verdicts: Verdict[] = [];
  for await (const value of runBeside(root, "interrogate.mjs", { questions })) {
    if (!isVerdict(value))
      throw new Error("the release gave something that is no verdict");
    verdicts.push(value);
  }
  if (verdicts.length !== files.length)
    throw new Error(
      `asked about ${files.length} files, heard of ${verdicts.length}`,
    );
  return verdicts;
}
