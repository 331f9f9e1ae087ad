import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

import { pictureOf } from "../host/run-in-host.ts";
import type { Steps } from "./steps.ts";
import type { Workbench } from "./workbench.ts";

const file = "masked.clawdbot.json";
/** No secret of anybody. */
const secret = "not-a-secret-of-anybody";

/** Puts the config in place that `maskSecret` opens. */
export function prepareMasking(folder: string): void {
  writeFileSync(
    join(folder, "examples", file),
    `{\n  hooks: { enabled: true, token: "${secret}" },\n  logging: { level: "info" },\n}\n`,
  );
}

/** Switches `clawdbot.maskSecrets` on: the secret disappears from the screen, and is there again when the cursor is on it. */
export async function maskSecret(
  page: Page,
  workbench: Workbench,
  steps: Steps,
  folder: string,
): Promise<void> {
  const settings = join(folder, ".vscode");
  mkdirSync(settings, { recursive: true });
  const turn = (isOn: boolean): void =>
    writeFileSync(
      join(settings, "settings.json"),
      JSON.stringify({ "clawdbot.maskSecrets": isOn }),
    );
  await steps.step("a secret is shown as it stands", async () => {
    await workbench.open(file, secret);
    await workbench.clickOn("logging");
    await workbench.untilDrawn(secret, "visible");
  });
  await steps.step("masking hides it, and nothing else", async () => {
    turn(true);
    await workbench.untilDrawn(secret, "hidden");
    await workbench.untilDrawn("info", "visible");
    await page.screenshot({ path: pictureOf("ui-masked") });
  });
  await steps.step("the cursor on it shows it", async () => {
    await workbench.clickOn(secret);
    await workbench.untilDrawn(secret, "visible");
  });
  await steps.step("and leaving hides it again", async () => {
    await workbench.clickOn("logging");
    await workbench.untilDrawn(secret, "hidden");
  });
  await steps.step("switched off, all is shown", async () => {
    turn(false);
    await workbench.untilDrawn(secret, "visible");
  });
}
