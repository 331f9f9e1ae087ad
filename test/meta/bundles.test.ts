import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";

import { extensionBundles } from "../../scripts/bundles.mjs";
import { isRecord } from "../support/is-record.ts";

/** What can reach another machine or start a program; a path below one (`dns/promises`) counts too. */
const forbidden = [
  "child_process",
  "cluster",
  "dgram",
  "dns",
  "http",
  "http2",
  "https",
  "inspector",
  "net",
  "tls",
  "undici",
  "wasi",
  "worker_threads",
];

/** The one exception: vscode-languageclient starts our own server with it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  client: ["child_process"],
};
const starter = /^node_modules\/vscode-languageclient\//;

/** Code that opens a connection without any import, where a worker or a page has it. Prose may use the words. */
const globals =
  /\b(?:fetch|importScripts|sendBeacon)\s*\(|\bnew\s+(?:\w+\.)?(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection)\b/;

interface Import {
  readonly from: string;
  readonly module: string;
}

/** What esbuild left to be loaded at run time, with the file that asks for it. */
function externalImports(bundle: string): readonly Import[] {
  const meta: unknown = JSON.parse(
    readFileSync(`dist/meta/${bundle}.json`, "utf8"),
  );
  if (!isRecord(meta) || !isRecord(meta["inputs"]))
    throw new Error(`dist/meta/${bundle}.json has no inputs`);
  const imports: Import[] = [];
  for (const [from, input] of Object.entries(meta["inputs"])) {
    const list = isRecord(input) ? input["imports"] : undefined;
    if (!Array.isArray(list)) continue;
    for (const each of list as readonly unknown[]) {
      if (
        isRecord(each) &&
        each["external"] === true &&
        typeof each["path"] === "string"
      ) {
        imports.push({ from, module: each["path"].replace(/^node:/, "") });
      }
    }
  }
  return imports;
}

const isForbidden = (module: string): boolean =>
  forbidden.some((name) => module === name || module.startsWith(`${name}/`));

for (const [name, { outfile, platform }] of Object.entries(extensionBundles)) {
  describe(`the bundle ${outfile}`, () => {
    it("imports nothing that reaches another machine or starts a program", () => {
      const imports = externalImports(name).filter(({ module }) =>
        isForbidden(module),
      );
      for (const { from, module } of imports) {
        assert.ok(
          allowed[name]?.includes(module) && starter.test(from),
          `${from} imports ${module}`,
        );
      }
    });

    it("asks at run time only for what its host has", () => {
      const modules = new Set(
        externalImports(name).map(({ module }) => module),
      );
      const known = (module: string): boolean =>
        (module === "vscode" && name.endsWith("client")) ||
        (platform === "node" && builtinModules.includes(module));
      assert.deepEqual(
        [...modules].filter((module) => !known(module)),
        [],
      );
    });

    it("names no global that opens a connection", () => {
      const text = readFileSync(outfile, "utf8");
      assert.ok(text.length > 1_000);
      assert.equal(globals.exec(text)?.[0], undefined);
    });
  });
}

describe("what is shipped", () => {
  it("makes the command line executable", () => {
    assert.ok(
      readFileSync("dist/cli.js", "utf8").startsWith("#!/usr/bin/env node\n"),
    );
    assert.equal(statSync("dist/cli.js").mode & 0o111, 0o111);
  });
});
