import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";

import { ensureInstalled } from "../../../scripts/install.mjs";

/** Where systems put Chromium; CHROME_PATH comes before them. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
];

/**
 * The path of a Chromium: CHROME_PATH, else the system's, else one from npm (test/vscode/browser, installed when it is needed).
 * CHROME_PATH=npm asks for the last. Throws with what to do when there is none.
 */
export async function findBrowser(): Promise<string> {
  const given = process.env["CHROME_PATH"];
  if (given !== undefined && given !== "" && given !== "npm") {
    if (!existsSync(given))
      throw new Error(`CHROME_PATH is ${given}, and there is no such file`);
    return given;
  }
  const found =
    given === "npm" ? undefined : places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  try {
    return await browserFromNpm();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The tests inside VS Code need a Chromium, and there is none: install one (Debian: apt-get install chromium) or set CHROME_PATH to it. The one from npm did not work: ${reason}`,
      { cause: error },
    );
  }
}

async function browserFromNpm(): Promise<string> {
  const folder = resolve("test/vscode/browser");
  ensureInstalled(folder, "a browser for tests");
  // It unpacks itself into the temporary folder, and its shared libraries only where it believes to be in a cloud function.
  const unpacked = resolve(folder, "node_modules/.unpacked");
  mkdirSync(unpacked, { recursive: true });
  process.env["TMPDIR"] = unpacked;
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs22.x";
  const module: unknown = await import(
    createRequire(resolve(folder, "package.json")).resolve(
      "@sparticuz/chromium",
    )
  );
  const path = await executablePath(module);
  delete process.env["AWS_EXECUTION_ENV"];
  delete process.env["TMPDIR"];
  return path;
}

/** `default.executablePath()` of the package, which has to be asked at run time as it may not be installed. */
async function executablePath(module: unknown): Promise<string> {
  if (typeof module !== "object" || module === null || !("default" in module))
    throw new Error("unknown package");
  const chromiumClass: unknown = module.default;
  if (
    typeof chromiumClass !== "function" ||
    !("executablePath" in chromiumClass)
  )
    throw new Error("unknown package");
  const ask: unknown = chromiumClass.executablePath;
  const path: unknown =
    typeof ask === "function"
      ? await Reflect.apply(ask, chromiumClass, [])
      : undefined;
  if (typeof path !== "string") throw new Error("it does not tell its path");
  return path;
}

/** Starts a browser without a window. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: browserArguments,
  });
