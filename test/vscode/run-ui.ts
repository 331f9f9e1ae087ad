// Does what a person would do, in the installed extension: run-ui.mjs latest|min [--update-screenshots]
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { Cleanup } from "./host/cleanup.ts";
import type { HostName } from "./host/install-host.ts";
import { launchBrowser } from "./host/launch-browser.ts";
import { packageExtension } from "./host/package-extension.ts";
import { pictureOf } from "./host/run-in-host.ts";
import { startHost } from "./host/start-host.ts";
import { makeWorkspace } from "./host/workspace.ts";
import { maskSecret, prepareMasking } from "./ui/mask-secret.ts";
import { Steps } from "./ui/steps.ts";
import { Workbench } from "./ui/workbench.ts";
import { emptyFile, writeConfig } from "./ui/write-config.ts";

const name: HostName = process.argv[2] === "min" ? "min" : "latest";
const file = "exposed.clawdbot.json";
const settings = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 14,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "problems.defaultViewMode": "tree",
  "window.commandCenter": false,
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.layoutControl.enabled": false,
};

const cleanup = new Cleanup();
const steps = new Steps();
let failed: 0 | 1 = 1;
try {
  const folder = makeWorkspace(cleanup);
  writeFileSync(join(folder, "examples", emptyFile), "");
  prepareMasking(folder);
  const host = await startHost(name, cleanup, {
    settings,
    vsix: [packageExtension()],
  });
  const browser = await launchBrowser();
  const page = await browser.newPage({
    viewport: { width: 1120, height: 760 },
  });
  page.setDefaultTimeout(20_000);
  const workbench = new Workbench(page);
  try {
    await page.goto(host.url(folder));
    await steps.step("VS Code is open", () => workbench.ready("examples"));
    await steps.step("a config is open", () =>
      workbench.open(file, "redactSensitive"),
    );
    await steps.step("errors and warnings are underlined", async () => {
      await workbench.squiggle("error").waitFor();
      await workbench.squiggle("warning").waitFor();
    });
    await steps.step("the Problems panel lists them", async () => {
      await workbench.showProblems();
      await workbench.problem("gateway.bind_no_auth").waitFor();
      await workbench.problem("channels.dm.open").waitFor();
    });
    await steps.step(
      "a hover says what is wrong, why, and what to do",
      async () => {
        await page.keyboard.press("Control+B");
        const said = await workbench.hover("open", /Who may write privately/);
        assert.match(said, /What to do/);
        await page
          .locator(".monaco-hover:not(.hidden)", { hasText: "Quick Fix" })
          .first()
          .waitFor();
        await page.screenshot({ path: pictureOf(`ui-${name}-hover`) });
        await workbench.moveMouseAway();
      },
    );
    await steps.step("a hover explains the setting", async () => {
      const said = await workbench.hover("redactSensitive", /redact|mask/i);
      assert.ok(said.length > 40, said);
      await workbench.moveMouseAway();
    });
    await steps.step("the menu offers fixes, by their effect", async () => {
      await workbench.clickOn("lan");
      await workbench.quickFixes("Require a token");
      await page.screenshot({ path: pictureOf(`ui-${name}-fixes`) });
      await workbench.press("Escape");
    });
    await steps.step("a fix is chosen with the keyboard", async () => {
      await workbench.clickOn("off");
      await workbench.quickFixes('Set to "tools"');
      await workbench.choose('Set to "tools"');
      await workbench.line('redactSensitive: "tools"').waitFor();
    });
    await steps.step(
      "the file is saved with this change and no other",
      async () => {
        const before = readFileSync(join("examples", file), "utf8");
        await workbench.press("Control+S");
        await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
        const after = readFileSync(join(folder, "examples", file), "utf8");
        assert.equal(
          after,
          before.replace('redactSensitive: "off"', 'redactSensitive: "tools"'),
        );
      },
    );
    await workbench.press("Control+J");
    await maskSecret(page, workbench, steps, folder);
    await writeConfig(page, workbench, steps, folder);
    failed = 0;
  } catch (error) {
    const picture = pictureOf(`ui-${name}-failed`);
    await page.screenshot({ path: picture }).catch(() => undefined);
    console.error(`see ${picture}`);
    throw error;
  } finally {
    await browser.close();
  }
  if (process.argv.includes("--update-screenshots")) {
    mkdirSync("docs/images", { recursive: true });
    copyFileSync(pictureOf(`ui-${name}-hover`), "docs/images/editor.png");
    copyFileSync(pictureOf(`ui-${name}-fixes`), "docs/images/fixes.png");
  }
} catch (error) {
  console.error(error);
} finally {
  cleanup.run();
  steps.report(failed);
}
process.exit(failed);
