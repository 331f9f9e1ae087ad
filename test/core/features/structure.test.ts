import assert from "node:assert/strict";
import { documentLinks } from "../../../server/src/core/features/document-links.ts";
import {
  documentSymbols,
  type DocumentSymbol,
} from "../../../server/src/core/features/document-symbols.ts";
import { foldsOf } from "../../../server/src/core/features/folding.ts";
import { selectionsAt } from "../../../server/src/core/features/selection.ts";
import { LineIndex } from "../../../server/src/core/text/line-index.ts";
import { analyse } from "../../support/analyse.ts";
import { withCursor } from "../../support/fixture.ts";

describe("document symbols", () => {
  it("name keys, and items by their id; a word without a value may be anything", () => {
    const outline = (symbols: readonly DocumentSymbol[]): unknown =>
      symbols.map(({ name, kind, children }) => [
        name,
        kind,
        ...(children.length === 0 ? [] : [outline(children)]),
      ]);
    assert.deepEqual(
      outline(
        documentSymbols(
          analyse(`{ agents: { list: [{ id: "ops" }, {}] }, a, "": true }`),
        ),
      ),
      [
        [
          "agents",
          "object",
          [
            [
              "list",
              "array",
              [
                ["ops", "object", [["id", "string"]]],
                ["[1]", "object"],
              ],
            ],
          ],
        ],
        // "a" alone is no setting yet.
        ['""', "boolean"],
      ],
    );
  });
  it("stay shallow in a tower of brackets", () => {
    let depth = 0;
    let symbols = documentSymbols(analyse("[".repeat(5000)));
    for (; symbols.length > 0; depth++) symbols = symbols[0]?.children ?? [];
    assert.equal(depth, 60);
  });
});

describe("folding", () => {
  it("folds containers, comments and regions", () => {
    const text = `{
  // one
  // two
  a: {
    b: 1, // behind
  },
  // #region r
  c: [1],
  /* three
     four */
  // #endregion
}`;
    assert.deepEqual(foldsOf(analyse(text), new LineIndex(text)), [
      { startLine: 0, endLine: 10 },
      { startLine: 3, endLine: 4 },
      { startLine: 1, endLine: 2, kind: "comment" },
      { startLine: 6, endLine: 10, kind: "region" },
      { startLine: 8, endLine: 9, kind: "comment" },
    ]);
  });
});

describe("selection ranges", () => {
  it("grow from the word to the whole text", () => {
    const { text, offset } = withCursor(`{ a: { b: "w<|>ord" } } `);
    assert.deepEqual(
      selectionsAt(analyse(text), offset).map((span) =>
        text.slice(span.offset, span.offset + span.length),
      ),
      [
        "word",
        '"word"',
        'b: "word"',
        ' b: "word" ',
        '{ b: "word" }',
        'a: { b: "word" }',
        ' a: { b: "word" } ',
        '{ a: { b: "word" } }',
        '{ a: { b: "word" } } ',
      ],
    );
  });
});

describe("document links", () => {
  const linksIn = (text: string) =>
    documentLinks(analyse(text)).map(({ span, to }) => [
      text.slice(span.offset, span.offset + span.length),
      to,
    ]);
  it("lead to included files and to addresses, never to one with a password", () => {
    const text = `{ $include: ["./a.json5", "/b.json5"], x: { $include: "../c" }, u: "https://docs.example/x", p: "https://u:p@example/", s: "http" }`;
    assert.deepEqual(linksIn(text), [
      ["./a.json5", { file: "/config/a.json5" }],
      ["/b.json5", { file: "/b.json5" }],
      ["../c", { file: "/c" }],
      ["https://docs.example/x", { address: "https://docs.example/x" }],
    ]);
  });
  it("lead to files that settings name, not to programs, folders or what a variable decides", () =>
    assert.deepEqual(
      linksIn(
        `{ x: { y: { z: { tokenFile: "~/secrets/t", file: '/var/log/c.log', cliPath: "/bin/sh", workspace: "~/clawd", secretFile: "\${F}", certPath: "relative" } } } }`,
      ),
      [
        ["~/secrets/t", { inHome: "secrets/t" }],
        ["/var/log/c.log", { file: "/var/log/c.log" }],
      ],
    ));
  it("lead from an include to its file alone, not to a page about the channel it would be", () =>
    assert.deepEqual(
      linksIn(`{ channels: { $include: "./c.json5" } }`).map(([text]) => text),
      ["channels", "./c.json5"],
    ));
  it("lead from sections and channels to their documentation", () => {
    const found = linksIn(
      `{ gateway: { bind: "lan" }, channels: { telegram: { enabled: true } }, nonsense: {} }`,
    );
    assert.deepEqual(
      found.map(([text]) => text),
      ["gateway", "channels", "telegram"],
    );
    for (const [, to] of found)
      assert.match(
        typeof to === "object" && "address" in to ? to.address : "",
        /^https:\/\/docs\.clawd\.bot\//,
      );
  });
});
