import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Packs the extension as it would be published, and gives the path of the .vsix. */
export function packageExtension(): string {
  const file = resolve("dist/clawdbot-config.vsix");
  const vsce = resolve("node_modules/@vscode/vsce/vsce");
  execFileSync(
    process.execPath,
    [vsce, "package", "--no-dependencies", "--out", file],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  return file;
}
