import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "playwright-core";

import { Cleanup } from "./cleanup.ts";
import type { HostName } from "./install-host.ts";
import { launchBrowser } from "./launch-browser.ts";
import { startHost } from "./start-host.ts";
import { makeWorkspace } from "./workspace.ts";

/** The workbench tells of itself by what it prints; none of it concerns the tests. */
const workbenchNoise =
  /^\[(AgentHost|AccountPolicy|ChatModel|socket|connection|grace-time)|^(Updating additional|Service ?Worker|Creation of workbench|Error while registering log)|open-vsx\.org|authentication provider/;

/** Where pictures of what went wrong are put. */
export function pictureOf(name: string): string {
  const folder = resolve("dist/test/pictures");
  mkdirSync(folder, { recursive: true });
  return resolve(folder, `${name}.png`);
}

export interface SuiteRun {
  /** The folder of the extension under development. */
  readonly extension: string;
  /** Packages to install first. */
  readonly vsix?: readonly string[];
}

/** Runs the suite in the Node extension host of a VS Code and resolves with its exit code. */
export async function runInHost(
  name: HostName,
  { extension, vsix }: SuiteRun,
): Promise<number> {
  const cleanup = new Cleanup();
  try {
    const folder = makeWorkspace(cleanup);
    const host = await startHost(name, cleanup, vsix ? { vsix } : {});
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({
        viewport: { width: 1280, height: 800 },
      });
      const suite = host.remote(resolve("dist/test/vscode/suite/index.js"));
      const url = host.url(folder, [
        ["extensionDevelopmentPath", host.remote(extension)],
        ["extensionTestsPath", suite],
      ]);
      return await resultOf(page, url);
    } catch (error) {
      console.error(host.log().slice(-3_000));
      throw error;
    } finally {
      await browser.close();
    }
  } finally {
    cleanup.run();
  }
}

/** Opens the workbench and waits until the extension host says that the suite is through. */
async function resultOf(page: Page, url: string): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const isVerbose = process.env["VERBOSE"] !== undefined;
  try {
    return await new Promise<number>((done, fail) => {
      timer = setTimeout(
        () => fail(new Error("no result after 180 s")),
        180_000,
      );
      page.on("crash", () => fail(new Error("the page crashed")));
      if (isVerbose)
        page.on("console", (message) => console.log("[page]", message.text()));
      const open = async (): Promise<void> => {
        await page.exposeFunction(
          "codeAutomationLog",
          (_level: string, [first, ...rest]: readonly unknown[]) => {
            if (isVerbose || !workbenchNoise.test(String(first)))
              console.log(first, ...rest);
          },
        );
        await page.exposeFunction("codeAutomationExit", (code: number) =>
          done(code),
        );
        await page.goto(url);
      };
      open().catch(fail);
    });
  } catch (error) {
    const picture = pictureOf("suite-failed");
    await page.screenshot({ path: picture }).catch(() => undefined);
    console.error(`see ${picture}`);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
