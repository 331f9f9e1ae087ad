// node scripts/test.mjs [STAGE ...] [PATH-PART ...]
//   no stage   everything: what decides whether the project is sound
//   unit       the quick loop: all tests that need no VS Code
//   STAGE      one of the stages of scripts/test/stages.ts
//   PATH-PART  only tests whose path contains it, for example core/json5
// Works on a fresh clone: installs, builds, tests. The last line is always "N passed, N failed".
import { fileURLToPath, pathToFileURL } from "node:url";
import { dirname, join } from "node:path";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

try {
  const { build } = await import("./build.mjs");
  await build({ targets: [] });
  await import(
    pathToFileURL(join(root, "dist/scripts/test/run-tests.mjs")).href
  );
} catch (error) {
  console.error(error);
  console.log("\n0 passed, 1 failed");
  process.exitCode = 1;
}
