import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

import { pictureOf } from "../host/run-in-host.ts";
import type { Steps } from "./steps.ts";
import type { Workbench } from "./workbench.ts";

/** The file to write: empty, in the folder of examples. */
export const emptyFile = "new.clawdbot.json";

/**
 * Makes a config out of nothing as a person does who knows no setting by name: by completions and fixes alone. No letter is
 * typed; the keys pressed are those that move, choose and begin a line.
 */
export async function writeConfig(
  page: Page,
  workbench: Workbench,
  steps: Steps,
  folder: string,
): Promise<void> {
  await steps.step("an empty config is refused at once", async () => {
    await workbench.openFile(emptyFile);
    await workbench.squiggle("error").waitFor();
  });
  await steps.step("a completion writes a secure baseline", async () => {
    await workbench.complete("secure baseline");
    await workbench.line('"bind": "loopback"').waitFor();
    await workbench.press("Escape");
    await workbench
      .squiggle("error")
      .waitFor({ state: "detached", timeout: 10_000 });
  });
  await steps.step(
    "a completion adds the channels, comma included",
    async () => {
      // Behind the last member of the file.
      for (const key of ["Control+End", "ArrowUp", "End", "Enter"])
        await workbench.press(key);
      await workbench.complete("channels");
      await workbench.line('"channels": {').waitFor();
    },
  );
  await steps.step("a completion adds Telegram with pairing", async () => {
    await workbench.complete("Telegram with pairing");
    await workbench.line('"dmPolicy": "pairing"').waitFor();
    await workbench.press("Escape");
    await page.screenshot({ path: pictureOf("ui-written") });
  });
  await steps.step("a value is changed to a dangerous one", async () => {
    await workbench.doubleClickOn("tools", "redactSensitive");
    await workbench.press("Delete");
    await workbench.complete("off");
    await workbench.line('"redactSensitive": "off"').waitFor();
    await workbench.squiggle("warning").waitFor();
  });
  await steps.step("a fix takes it back", async () => {
    await workbench.quickFixes('Set to "tools"');
    await workbench.choose('Set to "tools"');
    await workbench.line('"redactSensitive": "tools"').waitFor();
    await workbench.squiggle("warning").waitFor({ state: "detached" });
  });
  await steps.step("the result is accepted, safe and starts", async () => {
    await workbench.press("Control+S");
    await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
    const file = join(folder, "examples", emptyFile);
    assert.match(readFileSync(file, "utf8"), /telegram/);
    const { stdout } = spawnSync(
      process.execPath,
      [
        "dist/cli.js",
        "check",
        "--format",
        "json",
        "--min-severity",
        "warning",
        file,
      ],
      { encoding: "utf8" },
    );
    const { files } = JSON.parse(stdout) as {
      readonly files: readonly {
        readonly accepted: boolean;
        readonly starts: boolean | null;
        readonly problems: readonly unknown[];
      }[];
    };
    assert.deepEqual(
      files.map(({ accepted, starts, problems }) => ({
        accepted,
        starts,
        problems,
      })),
      [{ accepted: true, starts: true, problems: [] }],
    );
  });
}
