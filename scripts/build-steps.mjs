// The steps of scripts/build.mjs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import * as esbuild from "esbuild";

import {
  extensionBundles,
  modules,
  nodeSuite,
  root,
  webSuite,
} from "./bundles.mjs";

const validatorGenerator = "dist/scripts/build-validators.mjs";

/** Of the programs in scripts/ those that building and testing need themselves. */
const isTool = (/** @type {string} */ file) =>
  file.startsWith("scripts/test/") || file === "scripts/build-validators.ts";

/** Builds the tools and lets them generate what the sources lack. */
export async function buildTools() {
  const { outputs } = await buildModules({
    entryPoints: programs().filter(isTool),
    outbase: "scripts",
    outdir: "dist/scripts",
  });
  if (validatorGenerator in outputs) generateValidators(Object.keys(outputs));
}

/** Makes every other scripts/**.ts a program in dist/scripts. */
export async function buildScripts() {
  await buildModules({
    entryPoints: programs().filter((file) => !isTool(file)),
    outbase: "scripts",
    outdir: "dist/scripts",
  });
}

const programs = () =>
  filesUnder("scripts").filter((file) => file.endsWith(".ts"));

/**
 * Runs the generator of the schema validators when what it reads has changed since its last run.
 * @param {readonly string[]} outputs what was built
 */
function generateValidators(outputs) {
  const generated = join(root, "server/src/core/schema/generated");
  const stamp = join(root, "dist/meta/validators.sha256");
  const schemas = filesUnder("schemas").filter((file) =>
    /\.json5?$/.test(file),
  );
  const code = outputs.filter(
    (file) =>
      file.endsWith(".mjs") &&
      (file === validatorGenerator || file.includes("/chunk-")),
  );
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", ...code.sort(), ...schemas])
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  const digest = hash.digest("hex");
  const isGenerated =
    existsSync(generated) && readdirSync(generated).length > 0;
  if (
    isGenerated &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === digest
  )
    return;
  const { status } = spawnSync(process.execPath, [validatorGenerator], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0)
    throw new Error(
      "scripts/build-validators.ts failed: the schema validators could not be generated",
    );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

/**
 * The bundles that ship, each with a metafile in dist/meta that says what went into it.
 * @param {{ production?: boolean, watch?: boolean }} options
 */
export async function buildExtension({ production = false, watch = false }) {
  const present = Object.entries(extensionBundles).filter(([, bundle]) =>
    isPresent(bundle),
  );
  mkdirSync(join(root, "dist/meta"), { recursive: true });
  // One that fails does not keep the others from being built.
  const results = await Promise.allSettled(
    present.map(async ([name, bundle]) => {
      /** @type {esbuild.BuildOptions} */
      const options = {
        ...bundle,
        minify: production,
        sourcemap: production ? false : "linked",
      };
      if (production)
        rmSync(join(root, `${bundle.outfile}.map`), { force: true });
      if (watch)
        return (
          await esbuild.context({
            ...options,
            plugins: [...(bundle.plugins ?? []), announce(name)],
          })
        ).watch();
      const { metafile } = await esbuild.build({ ...options, metafile: true });
      writeFileSync(
        join(root, `dist/meta/${name}.json`),
        JSON.stringify(metafile),
      );
      if (name === "cli") chmodSync(join(root, bundle.outfile), 0o755);
    }),
  );
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

/**
 * The lines that the background task of .vscode/tasks.json waits for.
 * @param {string} name
 * @returns {esbuild.Plugin}
 */
const announce = (name) => ({
  name: "announce",
  setup(build) {
    build.onStart(() => console.log(`[watch] ${name} started`));
    build.onEnd(({ errors }) =>
      console.log(`[watch] ${name} finished, ${errors.length} errors`),
    );
  },
});

/**
 * All tests that run in Node itself, and the modules that run the others.
 * @param {{ only?: readonly string[], folders?: readonly string[] }} options
 * @returns {Promise<string[]>} the test files that were built, relative to the root
 */
export async function buildTests({ only = [], folders }) {
  const tests = filesUnder("test").filter(
    (file) =>
      file.endsWith(".test.ts") && !file.startsWith("test/vscode/suite/"),
  );
  const entryPoints = tests
    .filter(
      (file) =>
        folders?.some((folder) => file.startsWith(`test/${folder}/`)) ?? true,
    )
    .filter(
      (file) => only.length === 0 || only.some((part) => file.includes(part)),
    );
  await buildModules({ entryPoints, outbase: "test", outdir: "dist/test" });
  return entryPoints.map((file) => `dist/${file.slice(0, -".ts".length)}.mjs`);
}

/** The suites for inside VS Code, and the programs that start VS Code. */
export async function buildVscodeTests() {
  const programs = filesUnder("test/vscode").filter((file) =>
    /^test\/vscode\/run-[^/]+\.ts$/.test(file),
  );
  await Promise.all([
    buildModules({
      entryPoints: programs,
      outbase: "test",
      outdir: "dist/test",
    }),
    ...[nodeSuite, webSuite]
      .filter(isPresent)
      .map((suite) => esbuild.build(suite)),
  ]);
}

/**
 * Builds ES modules, and removes what earlier builds left in the folder: chunks carry a hash in their names and would pile
 * up. Files of the last hour stay, another build may be using them.
 * @param {{ entryPoints: string[], outbase: string, outdir: string }} options
 */
async function buildModules(options) {
  if (options.entryPoints.length === 0) return { inputs: {}, outputs: {} };
  const { metafile } = await esbuild.build({
    ...modules,
    ...options,
    metafile: true,
  });
  const anHourAgo = Date.now() - 3_600_000;
  for (const file of filesUnder(options.outdir)) {
    if (
      /\/chunk-[^/]+$/.test(file) &&
      !(file in metafile.outputs) &&
      statSync(join(root, file)).mtimeMs < anHourAgo
    )
      rmSync(join(root, file));
  }
  return metafile;
}

/** @param {{ entryPoints: readonly string[] }} bundle */
const isPresent = ({ entryPoints }) =>
  entryPoints.every((file) => existsSync(join(root, file)));

/**
 * Every file below a folder of the repository, sorted, with slashes, relative to the root; nothing when there is no such folder.
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  const files = [];
  for (const entry of readdirSync(join(root, folder), {
    withFileTypes: true,
  })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && entry.name !== "node_modules")
      files.push(...filesUnder(path));
    else if (entry.isFile()) files.push(path);
  }
  return files.sort();
}
