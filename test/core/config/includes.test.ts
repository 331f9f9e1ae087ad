import assert from "node:assert/strict";
import { ResolvedConfig } from "../../../server/src/core/config/resolve-config.ts";
import type {
  FileError,
  SourceFile,
} from "../../../server/src/core/config/includes.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";

const root = "/c/clawdbot.json";

function resolved(
  files: Readonly<Record<string, string | { error: FileError }>>,
): ResolvedConfig {
  return new ResolvedConfig(
    root,
    new Map(
      Object.entries(files).map(([name, file]): [string, SourceFile] => [
        name,
        typeof file === "string" ? parseJson5(file) : file,
      ]),
    ),
  );
}

const kinds = (config: ResolvedConfig): readonly string[] =>
  config.includeProblems.map(({ fault }) => fault.kind);

describe("includes", () => {
  // Expected values follow the release's config/includes.js: includes first, siblings last, arrays concatenate.
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    unknown,
  ])[] = [
    [
      "one file, relative to the including one",
      { [root]: `{ $include: "./d/a.json5" }`, "/c/d/a.json5": `{ x: 1 }` },
      { x: 1 },
    ],
    [
      "siblings win over what is included",
      { [root]: `{ x: 2, $include: "a" }`, "/c/a": `{ x: 1, y: 1 }` },
      { x: 2, y: 1 },
    ],
    [
      "of several files the later wins, and objects merge",
      {
        [root]: `{ $include: ["a", "b"] }`,
        "/c/a": `{ o: { p: 1, q: 1 } }`,
        "/c/b": `{ o: { q: 2 } }`,
      },
      { o: { p: 1, q: 2 } },
    ],
    [
      "arrays are appended, never replaced",
      {
        [root]: `{ $include: "a", list: ["b"] }`,
        "/c/a": `{ list: ["a"] }`,
      },
      { list: ["a", "b"] },
    ],
    [
      "a scalar takes the place of an object, and the reverse",
      {
        [root]: `{ $include: ["a", "b"] }`,
        "/c/a": `{ x: {}, y: 1 }`,
        "/c/b": `{ x: 1, y: {} }`,
      },
      { x: 1, y: {} },
    ],
    [
      "an included array or scalar takes the object's place",
      {
        [root]: `{ list: { $include: "a" }, one: { $include: "b" } }`,
        "/c/a": `[1]`,
        "/c/b": `7`,
      },
      { list: [1], one: 7 },
    ],
    [
      "in objects of arrays, and in included files, which count from their own folder",
      {
        [root]: `{ list: [{ $include: "d/a", z: 0 }] }`,
        "/c/d/a": `{ $include: "../b", y: 0 }`,
        "/c/b": `{ x: 0 }`,
      },
      { list: [{ x: 0, y: 0, z: 0 }] },
    ],
    [
      "the same file twice, side by side",
      {
        [root]: `{ a: { $include: "x" }, b: { $include: "x" } }`,
        "/c/x": `{ v: 1 }`,
      },
      { a: { v: 1 }, b: { v: 1 } },
    ],
    ["an empty list of files", { [root]: `{ $include: [], x: 1 }` }, { x: 1 }],
    [
      "keys called __proto__ are dropped, and no other",
      { [root]: `{ __proto__: { x: 1 }, constructor: 1 }` },
      { constructor: 1 },
    ],
  ];
  for (const [name, files, expected] of cases) {
    it(name, () => {
      const config = resolved(files);
      assert.deepEqual(kinds(config), []);
      assert.deepEqual(config.missing, []);
      assert.deepEqual(config.root?.toValue(), expected);
    });
  }

  it("says which files are missing, and goes on without them", () => {
    const config = resolved({ [root]: `{ $include: ["a", "/abs/b"], x: 1 }` });
    assert.deepEqual(config.missing, ["/c/a", "/abs/b"]);
    assert.deepEqual(config.root?.toValue(), { x: 1 });
  });

  for (const list of [
    ["gone", "p", "q"],
    ["p", "gone", "q"],
    ["p", "q", "gone"],
  ])
    it(`keeps what the others bring when one cannot be had: ${list.join(" ")}`, () => {
      const config = resolved({
        [root]: JSON.stringify({ $include: list, x: 1 }),
        "/c/p": `{ p: 1, y: 1 }`,
        "/c/q": `{ q: 1, y: 2 }`,
        "/c/gone": { error: "missing" as const },
      });
      assert.deepEqual(kinds(config), ["unread"]);
      assert.deepEqual(config.root?.toValue(), { p: 1, q: 1, y: 2, x: 1 });
    });

  for (const [name, files, kind] of [
    ["a number", { [root]: `{ $include: 5 }` }, "value"],
    ["a number in the list", { [root]: `{ $include: [5] }` }, "value"],
    [
      "siblings of an array",
      { [root]: `{ $include: "a", x: 1 }`, "/c/a": `[]` },
      "siblings",
    ],
    ["itself", { [root]: `{ $include: "clawdbot.json" }` }, "circular"],
    [
      "itself through another",
      {
        [root]: `{ $include: "a" }`,
        "/c/a": `{ $include: "./../c/clawdbot.json" }`,
      },
      "circular",
    ],
    [
      "a broken file",
      { [root]: `{ $include: "a" }`, "/c/a": `{ x: ` },
      "broken",
    ],
    [
      "an unreadable file",
      { [root]: `{ $include: "a" }`, "/c/a": { error: "directory" as const } },
      "unread",
    ],
  ] as const) {
    it(`reports ${name}`, () =>
      assert.deepEqual(kinds(resolved(files)), [kind]));
  }

  it("allows ten files on a chain, and reports the eleventh", () => {
    const chain = (length: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, index) => [
          index === 0 ? root : `/c/${index}`,
          index === length ? `{ x: 1 }` : `{ $include: "${index + 1}" }`,
        ]),
      );
    assert.deepEqual(kinds(resolved(chain(10))), []);
    assert.deepEqual(kinds(resolved(chain(11))), ["depth"]);
  });

  it("gives up on inclusions that multiply", () => {
    const files: Record<string, string> = {
      [root]: `{ a: { $include: "1a" } }`,
    };
    for (let level = 1; level <= 10; level++) {
      for (const name of ["a", "b", "c", "d"])
        files[`/c/${level}${name}`] =
          level === 10
            ? `{}`
            : `{ a: { $include: "${level + 1}a" }, b: { $include: "${level + 1}b" }, c: { $include: "${level + 1}c" }, d: { $include: "${level + 1}d" } }`;
    }
    assert.ok(kinds(resolved(files)).includes("too-many"));
  });

  it("gives up on one file included over and over", () => {
    const files: Record<string, string> = {
      [root]: `{ $include: ["1", "1", "1", "1", "1", "1", "1", "1"] }`,
    };
    for (let level = 1; level < 9; level++)
      files[`/c/${level}`] =
        `{ $include: [${`"${level + 1}", `.repeat(8)}], list: [1] }`;
    files["/c/9"] = `{ x: 1 }`;
    assert.ok(kinds(resolved(files)).includes("too-many"));
  });

  it("knows the texts of a merged value, and counts items after concatenation", () => {
    const config = resolved({
      [root]: `{ $include: "a", o: { own: 1 }, list: ["b"] }`,
      "/c/a": `{ o: { theirs: 1 }, list: ["a"] }`,
    });
    const o = config.root?.get("o");
    assert.deepEqual(
      o?.parts.map(({ chain }) => chain.file),
      ["/c/a", root],
    );
    const last = config.root?.find(["list", 1]);
    assert.deepEqual(last?.path, ["list", 1]);
    assert.equal(last?.file, root);
    assert.equal(config.root?.find(["list", 0])?.file, "/c/a");
  });
});
