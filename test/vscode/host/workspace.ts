import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Cleanup } from "./cleanup.ts";
import { badInput } from "../suite/bad-input.ts";

/**
 * A folder for a run to work in, of its own: the examples, one file under each name we claim, every bad input, and a state
 * folder.
 */
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
  makeStateFolder(join(folder, "state"));
  return folder;
}

/** A state folder as a gateway leaves it, with a config that everybody can read. */
function makeStateFolder(state: string): void {
  for (const name of ["agents", "credentials"])
    mkdirSync(join(state, name), { recursive: true, mode: 0o700 });
  chmodSync(state, 0o700);
  const config = join(state, "clawdbot.json");
  writeFileSync(
    config,
    `{ gateway: { mode: "local", auth: { token: "\${TOKEN}" } } }\n`,
  );
  chmodSync(config, 0o644);
}
