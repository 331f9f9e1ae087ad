// npm start: shows what the extension is for.
// Builds, prints the findings of two examples, then opens VS Code with the extension on examples/: the desktop one where the
// command `code` is there, else one in the browser. --check-only ends after the findings.
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";

import { build } from "./build.mjs";
import { root } from "./bundles.mjs";

process.chdir(root);
const examples = [
  "examples/article.clawdbot.json",
  "examples/exposed.clawdbot.json",
];

await build({ targets: ["extension"] });
for (const example of examples) {
  // Its exit code says that there are findings; that is what the examples are for.
  const { status } = spawnSync(
    process.execPath,
    ["dist/cli.js", "check", example],
    { stdio: "inherit" },
  );
  if (status !== 0 && status !== 1)
    throw new Error(`dist/cli.js could not check ${example}`);
}
if (!process.argv.includes("--check-only")) await openVscode();

async function openVscode() {
  const desktop = spawnSync("code", ["--version"], {
    shell: process.platform === "win32",
    stdio: "ignore",
  });
  if (desktop.status === 0) {
    console.log("\nOpening VS Code with the extension on examples/ ...");
    const options = [
      "--new-window",
      `--extensionDevelopmentPath=${root}`,
      "examples",
      ...examples,
    ];
    spawnSync("code", options, {
      shell: process.platform === "win32",
      stdio: "inherit",
    });
    return;
  }
  await build({ targets: ["vscode-tests"] });
  await import(pathToFileURL("dist/test/vscode/run-workbench.mjs").href);
}
