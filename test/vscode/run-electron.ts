// Runs the same suite in the desktop VS Code. Downloads it, so this needs a network; on a machine without a screen, xvfb-run.
import { resolve } from "node:path";
import { runTests } from "@vscode/test-electron";

import { Cleanup } from "./host/cleanup.ts";
import { makeWorkspace } from "./host/workspace.ts";

const cleanup = new Cleanup();
try {
  const version = process.argv[2] ?? "stable";
  process.exitCode = await runTests({
    version,
    extensionDevelopmentPath: resolve("."),
    extensionTestsPath: resolve("dist/test/vscode/suite/index.js"),
    launchArgs: [
      makeWorkspace(cleanup),
      "--disable-extensions",
      "--disable-workspace-trust",
      "--skip-welcome",
    ],
  });
} finally {
  cleanup.run();
}
