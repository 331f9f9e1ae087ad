// node scripts/build.mjs [extension|scripts|tests|vscode-tests ...] [--production] [--watch]
// Without a target: everything. Also a module: scripts/test.mjs and scripts/start.mjs call build().
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { root } from "./bundles.mjs";
import { ensureInstalled } from "./install.mjs";

/** @typedef {"extension" | "scripts" | "tests" | "vscode-tests"} Target */

/** @type {readonly Target[]} */
const targets = ["scripts", "extension", "tests", "vscode-tests"];

/**
 * Builds the targets into dist/. Throws after esbuild has printed what is wrong.
 * @param {{ targets?: readonly Target[], production?: boolean, watch?: boolean, only?: readonly string[], folders?: readonly string[] }} options
 *   folders: of the tests, those below one of these folders of test/; only: those whose path contains one of these
 * @returns {Promise<string[]>} the test files that were built, relative to the root
 */
export async function build(options = {}) {
  ensureInstalled(root, "the development packages");
  // Loaded late: esbuild may have been installed only now.
  const steps = await import("./build-steps.mjs");
  const wanted = new Set(options.targets ?? targets);
  // First: one of them generates code that the others bundle.
  await steps.buildTools();
  const [tests] = await Promise.all([
    wanted.has("tests") ? steps.buildTests(options) : [],
    wanted.has("extension") ? steps.buildExtension(options) : undefined,
    wanted.has("scripts") ? steps.buildScripts() : undefined,
    wanted.has("vscode-tests") ? steps.buildVscodeTests() : undefined,
  ]);
  return tests;
}

const isProgram =
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isProgram) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { production: { type: "boolean" }, watch: { type: "boolean" } },
  });
  const unknown = positionals.filter(
    (name) => !targets.some((target) => target === name),
  );
  if (unknown.length > 0)
    throw new Error(
      `no such target: ${unknown.join(", ")} (there are: ${targets.join(", ")})`,
    );
  try {
    await build({
      ...values,
      ...(positionals.length > 0 && {
        targets: targets.filter((t) => positionals.includes(t)),
      }),
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
