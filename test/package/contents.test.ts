import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

import { extensionBundles } from "../../scripts/bundles.mjs";
import { isRecord } from "../support/is-record.ts";

const manifest: unknown = JSON.parse(readFileSync("package.json", "utf8"));

/** What vsce would pack, relative to the root, with slashes. */
function packedFiles(): readonly string[] {
  const output = execFileSync(process.execPath, [
    "node_modules/@vscode/vsce/vsce",
    "ls",
    "--no-dependencies",
  ]);
  return output.toString().trim().split(/\r?\n/);
}

/** Every path below a value of package.json that stands for a file of the extension. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === "string")
    return /^\.?\/?(client|dist|schemas)\//.test(value)
      ? [value.replace(/^\.\//, "")]
      : [];
  if (Array.isArray(value))
    return value.flatMap((each: unknown) => pathsIn(each));
  return isRecord(value) ? Object.values(value).flatMap(pathsIn) : [];
}

describe("the package", () => {
  const packed = packedFiles();

  it("holds what it is made of, and nothing else", () => {
    const kinds =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|client\/(images\/[\w-]+\.(svg|png)|language\/[\w.-]+\.json)|dist\/(web\/)?\w+\.js|docs\/(images\/[\w-]+\.png|rules\/[\w.-]+\.md|accepting-risks\.md)|schemas\/[\w.-]+\.(json|md))$/;
    assert.deepEqual(
      packed.filter((file) => !kinds.test(file)),
      [],
    );
    const scripts = packed.filter((file) => file.endsWith(".js")).sort();
    assert.deepEqual(
      scripts,
      Object.values(extensionBundles)
        .map(({ outfile }) => outfile)
        .sort(),
    );
  });

  it("holds every file that package.json names", () => {
    assert.ok(isRecord(manifest));
    const named = [
      manifest["main"],
      manifest["browser"],
      manifest["bin"],
      manifest["icon"],
      manifest["contributes"],
    ];
    const paths = pathsIn(named);
    assert.ok(paths.length >= 8, paths.join());
    for (const path of paths) assert.ok(packed.includes(path), path);
  });

  it("holds a page for every rule that it can be asked to explain", () => {
    assert.ok(packed.includes("docs/rules/gateway.bind_no_auth.md"));
  });

  it("holds the page that rules link to", () => {
    assert.ok(packed.includes("docs/accepting-risks.md"));
  });

  it("wakes for our files only", () => {
    assert.ok(isRecord(manifest));
    const events = manifest["activationEvents"];
    assert.ok(Array.isArray(events) && events.length > 0);
    for (const event of events as readonly unknown[])
      assert.match(
        String(event),
        /^(onLanguage:clawdbot|onUri|workspaceContains:.*bot\.json.*)$/,
      );
  });

  it("works in folders that nobody has called trusted, and in those that are on no disk", () => {
    const capabilities = isRecord(manifest)
      ? manifest["capabilities"]
      : undefined;
    assert.ok(isRecord(capabilities));
    for (const name of ["untrustedWorkspaces", "virtualWorkspaces"]) {
      const capability: unknown = capabilities[name];
      assert.equal(isRecord(capability) && capability["supported"], true, name);
    }
  });
});

describe("lock files", () => {
  const folders = [
    ".",
    "test/vscode/browser",
    ...["latest", "min", "web"].map((host) => `test/vscode/hosts/${host}`),
  ];
  for (const folder of folders) {
    it(`${folder}/package-lock.json names no address, so that any registry serves`, () => {
      const file = `${folder}/package-lock.json`;
      assert.ok(existsSync(file));
      const text = readFileSync(file, "utf8");
      assert.match(text, /"integrity": "sha512-/);
      assert.doesNotMatch(text, /"resolved":/);
    });
  }
});
