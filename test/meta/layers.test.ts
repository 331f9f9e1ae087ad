import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const core = "server/src/core";

/** The architecture: what each layer of the core may import, besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  json5: ["text"],
  dialects: ["text", "json5"],
  config: ["text", "json5", "dialects"],
  access: ["text", "json5", "dialects", "config"],
  schema: ["text", "json5", "dialects", "config"],
  rules: ["text", "json5", "dialects", "config", "access"],
  features: [
    "text",
    "json5",
    "dialects",
    "config",
    "access",
    "schema",
    "rules",
  ],
};

/** Packages the core may name: types of the first, and the runtime that compiled validators need. */
const packages = [/^jsonc-parser$/, /^ajv\/dist\/runtime\//];

/** Who may import what outside the core. */
const outside: Readonly<Record<string, readonly string[]>> = {
  platform: ["core"],
  lsp: ["core", "platform"],
  cli: ["core", "platform"],
};

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[mc]?[jt]s$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\s(type\s)?[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)|\brequire\("([^"]+)"\)/gm,
  );
  return [...statements].map(([, type, from, bare, dynamic, required]) => ({
    file,
    target: from ?? bare ?? dynamic ?? required ?? "",
    isTypeOnly: type !== undefined,
  }));
}

const layerOf = (file: string, base: string): string =>
  relative(base, file).split(/[\\/]/)[0] ?? "";

describe("layers", () => {
  const imports = filesUnder(core).flatMap(importsOf);

  it("finds the imports it is about", () => {
    assert.ok(imports.length > 100, `only ${imports.length} imports were read`);
    const layers = new Set(imports.map(({ file }) => layerOf(file, core)));
    assert.deepEqual([...layers].sort(), Object.keys(mayImport).sort());
  });

  it("are imported from right to left only", () => {
    const wrong = imports.flatMap(({ file, target }) => {
      if (!target.startsWith(".")) return [];
      const from = layerOf(file, core);
      const to = layerOf(resolve(dirname(file), target), resolve(core));
      return from === to || mayImport[from]?.includes(to) === true
        ? []
        : [`${file} (${from}) imports ${target} (${to})`];
    });
    assert.deepEqual(wrong, []);
  });

  it("name no package but the core's few", () => {
    const wrong = imports.filter(
      ({ target }) =>
        !target.startsWith(".") &&
        !packages.some((known) => known.test(target)),
    );
    assert.deepEqual(wrong, []);
  });

  it("take jsonc-parser's types, not its code", () => {
    const wrong = imports.filter(
      ({ target, isTypeOnly }) => target === "jsonc-parser" && !isTypeOnly,
    );
    assert.deepEqual(wrong, []);
  });

  it("keep rules apart: none imports another", () => {
    const rules = filesUnder(join(core, "rules"));
    const declares = new Set(
      rules
        .filter((file) => /defineRule\(\{/.test(readFileSync(file, "utf8")))
        .map((file) => resolve(file)),
    );
    assert.ok(declares.size >= 8, `only ${declares.size} rules were found`);
    const wrong = rules
      .filter((file) => !file.endsWith("registry.generated.ts"))
      .flatMap(importsOf)
      .filter(({ file, target }) =>
        declares.has(resolve(dirname(file), target)),
      );
    assert.deepEqual(wrong, []);
  });

  it("keep the server's border thin", () => {
    const wrong = filesUnder("server/src")
      .filter((file) => !file.startsWith(core))
      .flatMap(importsOf)
      .flatMap(({ file, target }) => {
        const from = layerOf(file, "server/src");
        if (!target.startsWith(".") || from.endsWith(".ts")) return [];
        const to = layerOf(
          resolve(dirname(file), target),
          resolve("server/src"),
        );
        return from === to || outside[from]?.includes(to) === true
          ? []
          : [`${file} imports ${target}`];
      });
    assert.deepEqual(wrong, []);
  });

  it("keep protocol objects in two files and the handlers", () => {
    const makers = filesUnder("server/src/lsp")
      .filter((file) =>
        importsOf(file).some(
          ({ target, isTypeOnly }) =>
            target.startsWith("vscode-languageserver") && !isTypeOnly,
        ),
      )
      .map((file) => relative("server/src/lsp", file));
    assert.deepEqual(
      makers.filter((file) => !/^handlers[\\/]/.test(file)).sort(),
      ["serve.ts", "to-lsp.ts"],
    );
    assert.ok(makers.length > 2, "some handlers make some");
  });

  it("let the client speak to the server over the protocol alone", () => {
    const wrong = filesUnder("client/src")
      .flatMap(importsOf)
      .filter(({ target }) => /server\/src/.test(target));
    assert.deepEqual(wrong, []);
  });

  it("and the pages that explain them name files that exist", () => {
    const text = readFileSync("docs/architecture.md", "utf8");
    const named = [
      ...text.matchAll(
        /`((?:core|lsp|cli|platform|test|client|server)\/[\w./-]+\.ts)`/g,
      ),
    ].map(([, name = ""]) => name);
    assert.ok(named.length > 15);
    const missing = named.filter((name) => {
      const file = /^(?:test|client|server)\//.test(name)
        ? name
        : join("server/src", name);
      try {
        readFileSync(file);
        return false;
      } catch {
        return true;
      }
    });
    assert.deepEqual(missing, []);
  });
});
