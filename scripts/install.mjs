// Installs what a folder's lock file asks for. Uses Node's own modules only: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes down what it installed in
 * node_modules/.package-lock.json; optional packages for other systems are missing there by right.
 * @param {string} folder holds package-lock.json
 */
export function isInstalled(folder) {
  const record = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(folder, "package-lock.json"));
  const present = readPackages(record);
  return Object.entries(wanted).every(([path, want]) => {
    if (path === "" || !isRecord(want) || want["link"] === true) return true;
    const have = present[path];
    if (!isRecord(have)) return want["optional"] === true;
    return (
      have["version"] === want["version"] &&
      have["integrity"] === want["integrity"]
    );
  });
}

/**
 * Runs `npm ci --ignore-scripts` in the folder unless it is installed already. Throws when npm fails.
 * @param {string} folder holds package.json and package-lock.json
 * @param {string} what names the folder's purpose in the message
 */
export function ensureInstalled(folder, what) {
  if (isInstalled(folder)) return;
  console.log(`Installing ${what} ...`);
  const options = [
    "ci",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  // npm writes to stderr: a caller's stdout may be read by a program.
  const { status, error } = spawnSync("npm", options, {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new Error(
      `npm ci failed in ${folder}${error ? `: ${error.message}` : ""}`,
    );
}

/**
 * The packages of a lock file by their folder, as npm writes them.
 * @param {string} file
 */
function readPackages(file) {
  /** @type {unknown} */
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const packages = isRecord(lock) ? lock["packages"] : undefined;
  return isRecord(packages) ? packages : {};
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === "object" && value !== null;
