import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Packs the extension as it would be published (`npm run package`), and gives the path of the .vsix. */
export function packageExtension(): string {
  execFileSync("npm", ["run", "--silent", "package"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return resolve("dist/clawdbot-config.vsix");
}
