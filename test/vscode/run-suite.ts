// Runs the suite in a VS Code with a Node extension host: run-suite.mjs latest|min [--vsix]
// With --vsix the extension is packed and installed, as a user has it; else it is taken from this folder.
import { resolve } from "node:path";

import type { HostName } from "./host/install-host.ts";
import { packageExtension } from "./host/package-extension.ts";
import { runInHost } from "./host/run-in-host.ts";

const name: HostName = process.argv[2] === "min" ? "min" : "latest";
const isPackaged = process.argv.includes("--vsix");
const run = isPackaged
  ? { extension: resolve("test/vscode/carrier"), vsix: [packageExtension()] }
  : { extension: resolve(".") };
// A browser that is still closing must not keep the stage from ending.
process.exit(await runInHost(name, run));
