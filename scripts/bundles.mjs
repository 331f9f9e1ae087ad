// What is bundled into what, for esbuild.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** @typedef {import("esbuild").BuildOptions} BuildOptions */

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The version that the programs say they have. */
const version = /"version": "([^"]+)"/.exec(
  readFileSync(join(root, "package.json"), "utf8"),
)?.[1];

/** @type {BuildOptions} */
const common = {
  absWorkingDir: root,
  define: { TOOL_VERSION: JSON.stringify(version) },
  bundle: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  target: "es2022",
};

/**
 * The client and the server talk over the pipe that VS Code's own fork gives them, yet vscode-jsonrpc also carries
 * sockets, and vscode-languageserver a search for global npm packages. Neither is ever called here, so neither is shipped:
 * without these modules a bundle cannot open a connection. The client keeps child_process, it starts the server.
 * @param {RegExp} modules
 * @returns {import("esbuild").Plugin}
 */
const without = (modules) => ({
  name: "without",
  setup(build) {
    build.onResolve({ filter: modules }, ({ path }) => ({
      path,
      namespace: "absent",
    }));
    build.onLoad({ filter: /.*/, namespace: "absent" }, () => ({
      contents: "module.exports = {};",
    }));
  },
});

/** @type {BuildOptions} */
const node = { ...common, platform: "node", format: "cjs", target: "node20" };

/** @type {BuildOptions} */
const browser = {
  ...common,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
};

/**
 * What the extension ships, by the name of its metafile.
 * @type {Readonly<Record<string, BuildOptions & { entryPoints: string[], outfile: string }>>}
 */
export const extensionBundles = {
  client: {
    ...node,
    entryPoints: ["client/src/extension.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
    plugins: [without(/^net$/)],
  },
  server: {
    ...node,
    entryPoints: ["server/src/main.ts"],
    outfile: "dist/server.js",
    plugins: [without(/^(net|child_process)$/)],
  },
  cli: {
    ...node,
    entryPoints: ["server/src/cli.ts"],
    outfile: "dist/cli.js",
    plugins: [without(/^(net|child_process)$/)],
    banner: { js: "#!/usr/bin/env node" },
  },
  "web-client": {
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/extension.web.ts"],
    outfile: "dist/web/client.js",
    external: ["vscode"],
  },
  "web-server": {
    ...browser,
    format: "iife",
    entryPoints: ["server/src/main.web.ts"],
    outfile: "dist/web/server.js",
  },
};

/**
 * Programs and tests may import the .mjs files of scripts/. Those are programs already and stay where they are: they find
 * the repository from their own place.
 * @type {import("esbuild").Plugin}
 */
const keepPrograms = {
  name: "keep-programs",
  setup(build) {
    build.onResolve(
      { filter: /^\.{1,2}\/.*\.mjs$/ },
      ({ path, resolveDir }) => ({
        path: pathToFileURL(join(resolveDir, path)).href,
        external: true,
      }),
    );
  },
};

/**
 * Programs and tests: ES modules that share chunks and take packages from node_modules.
 * @type {BuildOptions}
 */
export const modules = {
  ...common,
  platform: "node",
  target: "node20",
  format: "esm",
  splitting: true,
  packages: "external",
  sourcemap: true,
  plugins: [keepPrograms],
  outExtension: { ".js": ".mjs" },
};

/**
 * The suite that runs inside VS Code's Node extension host.
 * @type {BuildOptions & { entryPoints: string[] }}
 */
export const nodeSuite = {
  ...node,
  sourcemap: true,
  entryPoints: ["test/vscode/suite/index.ts"],
  outfile: "dist/test/vscode/suite/index.js",
  external: ["vscode", "mocha"],
};

/**
 * mocha's browser build is UMD in a package of type "module": esbuild takes it for an ES module, and mocha would then
 * overwrite the bundle's own module.exports. Both names are hidden from it.
 * @type {import("esbuild").Plugin}
 */
const mochaForBrowser = {
  name: "mocha-for-browser",
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `const module = undefined, exports = undefined;\n${await readFile(path, "utf8")}`,
    }));
  },
};

/**
 * The same suite with its mocha, for the web worker host.
 * @type {BuildOptions & { entryPoints: string[] }}
 */
export const webSuite = {
  ...browser,
  sourcemap: true,
  format: "cjs",
  entryPoints: ["test/vscode/suite/index.web.ts"],
  outfile: "dist/test/vscode/suite-web/index.js",
  external: ["vscode"],
  alias: {
    mocha: "./node_modules/mocha/mocha.js",
    "node:assert/strict": "./test/vscode/suite/assert.web.ts",
  },
  plugins: [mochaForBrowser],
  define: {
    ...common.define,
    "process.env.NODE_DEBUG": "undefined",
    global: "globalThis",
  },
};
