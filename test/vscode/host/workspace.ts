import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Cleanup } from "./cleanup.ts";
import { badInput } from "../suite/bad-input.ts";

/** A folder for a run to work in, of its own: the examples, one file under each name we claim, and every bad input. */
export function makeWorkspace(cleanup: Cleanup): string {
  const folder = join(
    cleanup.temporaryFolder("clawdbot-workspace-"),
    "workspace",
  );
  mkdirSync(folder);
  cpSync("examples", join(folder, "examples"), { recursive: true });
  cpSync("test/vscode/workspace", folder, { recursive: true });
  mkdirSync(join(folder, "bad"));
  for (const { name, content } of badInput)
    writeFileSync(join(folder, "bad", name), content());
  mkdirSync(join(folder, "directory", "clawdbot.json"), { recursive: true });
  return folder;
}
