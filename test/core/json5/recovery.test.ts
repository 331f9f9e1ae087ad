import assert from "node:assert/strict";
import JSON5 from "json5";
import { valueOf } from "../../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import { syntaxProblems } from "../../../server/src/core/json5/syntax-problems.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

/** Damaged text, the problems, what is still seen in it, and the text after all repairs. */
const cases: readonly (readonly [
  text: string,
  codes: string,
  value: unknown,
  repaired?: string,
])[] = [
  ["{ a: 1 b: 2 }", "missing_comma", { a: 1, b: 2 }, "{ a: 1, b: 2 }"],
  [
    "{\n  a: 1\n  b: 2\n}",
    "missing_comma",
    { a: 1, b: 2 },
    "{\n  a: 1,\n  b: 2\n}",
  ],
  ["[1 2]", "missing_comma", [1, 2], "[1, 2]"],
  [
    '{"a":1"b":true"c":-2.5\'d\':3}',
    "missing_comma missing_comma missing_comma",
    { a: 1, b: true, c: -2.5, d: 3 },
    '{"a":1,"b":true,"c":-2.5,\'d\':3}',
  ],
  ["{ a: 1,, b: 2 }", "extra_comma", { a: 1, b: 2 }, "{ a: 1, b: 2 }"],
  ["[1,,2]", "missing_value", [1, 2], "[1,2]"],
  ['{ a "x", b: 2 }', "missing_colon", { a: "x", b: 2 }, '{ a: "x", b: 2 }'],
  ["{ a: , b: 2 }", "missing_value", { b: 2 }],
  ["{\n  a:\n  b: 2\n}", "missing_value", { b: 2 }],
  ["{\n  gat\n  b: 2\n}", "missing_value", { b: 2 }],
  ["{ : 1, b: 2 }", "missing_key", { b: 2 }],
  [
    "{ a: b: 1 }, c: 2 }",
    "missing_opener",
    { a: { b: 1 }, c: 2 },
    "{ a: { b: 1 }, c: 2 }",
  ],
  [
    '{ a: "x", "y"], b: 2 }',
    "missing_opener",
    { a: ["x", "y"], b: 2 },
    '{ a: [ "x", "y"], b: 2 }',
  ],
  ['"a": 1, "b": 2 }', "missing_opener", { a: 1, b: 2 }, '{ "a": 1, "b": 2 }'],
  ["{ a: ], b: 2 }", "missing_opener", { a: [], b: 2 }, "{ a: [ ], b: 2 }"],
  [
    "{\n  a: {\n    b: },\n    c: 1,\n  },\n}\n",
    "missing_opener",
    { a: { b: {}, c: 1 } },
    "{\n  a: {\n    b: { },\n    c: 1,\n  },\n}\n",
  ],
  [
    "{\n  a: [\n    {\n      b:\n        'x',\n      ],\n      c: 1,\n    },\n  ],\n}\n",
    "missing_opener",
    { a: [{ b: ["x"], c: 1 }] },
    "{\n  a: [\n    {\n      b:\n        [ 'x',\n      ],\n      c: 1,\n    },\n  ],\n}\n",
  ],
  [
    "{\n  a:\n    { b: 1 },\n    { b: 2 },\n  ],\n  c: 1,\n}\n",
    "missing_opener",
    { a: [{ b: 1 }, { b: 2 }], c: 1 },
    "{\n  a:\n    [ { b: 1 },\n    { b: 2 },\n  ],\n  c: 1,\n}\n",
  ],
  [
    "{ a: {{ b: 1 }, c: 2 }",
    "extra_opener",
    { a: { b: 1 }, c: 2 },
    "{ a: { b: 1 }, c: 2 }",
  ],
  ["{ a: { b: 1 }", "unclosed", { a: { b: 1 } }, "{ a: { b: 1 }}"],
  [
    "{\n  a: {\n    b: 1,\n  c: 2,\n}\n",
    "unclosed",
    { a: { b: 1 }, c: 2 },
    "{\n  a: {\n    b: 1},\n  c: 2,\n}\n",
  ],
  [
    "{ a: [1, 2, b: 3 }",
    "unclosed",
    { a: [1, 2], b: 3 },
    "{ a: [1, 2], b: 3 }",
  ],
  [
    "{\n  a: {,\n  b: [,\n}\n",
    "unclosed unclosed",
    { a: {}, b: [] },
    "{\n  a: {},\n  b: [],\n}\n",
  ],
  ["{ a: [, b: 1 }", "unclosed", { a: [], b: 1 }, "{ a: [], b: 1 }"],
  ["{ a: [1,, b: 1 }", "unclosed", { a: [1], b: 1 }, "{ a: [1,], b: 1 }"],
  [
    "{\n  a: {\n    b: 1,\n  ,\n  c: 2,\n}\n",
    "unclosed",
    { a: { b: 1 }, c: 2 },
    "{\n  a: {\n    b: 1,\n  },\n  c: 2,\n}\n",
  ],
  [
    "[{ a: 1, { b: 2 }]",
    "unclosed",
    [{ a: 1 }, { b: 2 }],
    "[{ a: 1}, { b: 2 }]",
  ],
  [
    "{\n  a: [\n    1\n  },\n  b: 2\n}",
    "wrong_closer",
    { a: [1], b: 2 },
    "{\n  a: [\n    1\n  ],\n  b: 2\n}",
  ],
  ["{ a: 1 } }", "extra_closer", { a: 1 }, "{ a: 1 } "],
  ["{ a: 1 }, }", "extra_closer", { a: 1 }, "{ a: 1 } "],
  ["{ a: 1 } },", "extra_closer", { a: 1 }, "{ a: 1 } "],
  [
    "{ a: [{ b: 1 }}, { b: 2 }], c: 3 }",
    "extra_closer",
    { a: [{ b: 1 }, { b: 2 }], c: 3 },
    "{ a: [{ b: 1 }, { b: 2 }], c: 3 }",
  ],
  ["[1, }, 2]", "extra_closer", [1, 2], "[1,  2]"],
  [
    "{\n  a: {\n    b: {}},\n  },\n}",
    "extra_closer",
    { a: { b: {} } },
    "{\n  a: {\n    b: {},\n  },\n}",
  ],
  [
    "{\n  a: {\n    b: { c: 1 }},\n    d: 2\n  },\n  e: 3\n}",
    "extra_closer",
    { a: { b: { c: 1 }, d: 2 }, e: 3 },
  ],
  [
    "{ a = 1, b := 2, c => 3 }",
    "wrong_separator wrong_separator wrong_separator",
    { a: 1, b: 2, c: 3 },
    "{ a : 1, b : 2, c : 3 }",
  ],
  ["{ a: 1; b: 2 }", "wrong_separator", { a: 1, b: 2 }, "{ a: 1, b: 2 }"],
  ["{ a:: 1 }", "wrong_separator", { a: 1 }, "{ a: 1 }"],
  [
    '{\n  a: "x,\n  b: 2\n}',
    "unclosed_string",
    { a: "x", b: 2 },
    '{\n  a: "x",\n  b: 2\n}',
  ],
  [
    '{ a: "x, "b": 2 }',
    "unclosed_string",
    { a: "x", b: 2 },
    '{ a: "x", "b": 2 }',
  ],
  [
    '{ a: "the "bot" says", b: 2 }',
    "quote_in_string",
    { a: 'the "bot" says', b: 2 },
    '{ a: "the \\"bot\\" says", b: 2 }',
  ],
  [
    '{ a: "C:\\users" }',
    "bad_escape",
    { a: "C:\\users" },
    '{ a: "C:\\\\users" }',
  ],
  [
    "{ a: “x”, b: `y` }",
    "foreign_quotes foreign_quotes",
    { a: "x", b: "y" },
    "{ a: \"x\", b: 'y' }",
  ],
  [
    "{ “a b”: 1, ‘c’: “x” }",
    "foreign_quotes foreign_quotes foreign_quotes",
    { "a b": 1, c: "x" },
    '{ "a b": 1, \'c\': "x" }',
  ],
  [
    "{ a: ${X}, b: x/${Y_1}/z }",
    "unquoted_value unquoted_value",
    { a: "${X}", b: "x/${Y_1}/z" },
    '{ a: "${X}", b: "x/${Y_1}/z" }',
  ],
  [
    "{ a: 08:00, b: name:tag }",
    "unquoted_value unquoted_value",
    { a: "08:00", b: "name:tag" },
    '{ a: "08:00", b: "name:tag" }',
  ],
  [
    "{ 'a: 1,\n  // x\n  b: 2 }",
    "unclosed_string",
    { a: 1, b: 2 },
    "{ 'a': 1,\n  // x\n  b: 2 }",
  ],
  [
    "{ a-b = 1 }",
    "unquoted_key wrong_separator",
    { "a-b": 1 },
    '{ "a-b" : 1 }',
  ],
  [
    "{ a: b := 1 } }",
    "missing_opener wrong_separator",
    { a: { b: 1 } },
    "{ a: { b : 1 } }",
  ],
  ["export default { a: 1 }", "stray_text", { a: 1 }],
  ["<<<<<<< HEAD\n{ a: 1 }", "stray_text", { a: 1 }],
  ["[`b ", "unclosed foreign_quotes", ["b"]],
  [
    "{ a: hello world, b: 2 }",
    "unquoted_value",
    { a: "hello world", b: 2 },
    '{ a: "hello world", b: 2 }',
  ],
  ["{ a: ~/clawd }", "unquoted_value", { a: "~/clawd" }, '{ a: "~/clawd" }'],
  [
    "{ a: True, b: None }",
    "foreign_literal foreign_literal",
    { a: true, b: null },
    "{ a: true, b: null }",
  ],
  [
    "{ a: 18_789, b: 007 }",
    "bad_number bad_number",
    { a: 18789, b: 7 },
    "{ a: 18789, b: 7 }",
  ],
  [
    "{ -100: 1, a-b: 2 }",
    "unquoted_key unquoted_key",
    { "-100": 1, "a-b": 2 },
    '{ "-100": 1, "a-b": 2 }',
  ],
  ["{ a: 1 } /* x", "unclosed_comment", { a: 1 }, "{ a: 1 } /* x */"],
  ["{\n  # x\n  a: 1\n}", "hash_comment", { a: 1 }, "{\n  // x\n  a: 1\n}"],
  ["{ a: 1 @ , b: 2 }", "stray_text", { a: 1, b: 2 }],
  ["{ a: 1 }\n{ b: 2 }", "trailing_text", { a: 1 }],
  ["", "empty", undefined],
  ["// x\n", "empty", undefined],
];

describe("damaged JSON5", () => {
  for (const [text, codes, value, repaired] of cases) {
    it(`${JSON.stringify(text)}: ${codes}`, () => {
      const { root, problems } = parseJson5(text);
      assert.equal(
        problems.map(({ code }) => code.replace("syntax.", "")).join(" "),
        codes,
      );
      assert.deepEqual(root && valueOf(root), value);
      const edits = problems.flatMap(({ repair }) => repair?.edits ?? []);
      if (repaired === undefined) return;
      assert.equal(applyEdits(text, edits), repaired);
      assert.deepEqual(JSON5.parse(repaired), value);
    });
  }

  it("has a case for every code there is, and a page for every code", () => {
    const shown = new Set(
      cases.flatMap(([, codes]) =>
        codes.split(" ").map((code) => `syntax.${code}`),
      ),
    );
    assert.deepEqual(
      [...shown].sort(),
      syntaxProblems.map(({ code }): string => code).sort(),
    );
  });

  for (const { code, bad, good } of syntaxProblems) {
    it(`${code}: its examples tell the truth`, () => {
      assert.deepEqual(
        parseJson5(bad).problems.map((problem) => problem.code),
        [code],
      );
      assert.deepEqual(parseJson5(good).problems, []);
    });
  }

  it("never repeats a value in a message", () => {
    const secret = "hunter2secret";
    let messages = 0;
    for (const text of [
      `{ a: ${secret} }`,
      `{ a: "${secret} }`,
      `{ a: "${secret}" "${secret}" }`,
      `{ a: “${secret}” }`,
      `{ a: "x${secret}"y" }`,
      `[${secret}: 1, "${secret}" "x"]`.replace(`${secret}:`, "k:"),
    ]) {
      for (const { message, repair } of parseJson5(text).problems) {
        messages++;
        assert.ok(
          !message.includes(secret) && !repair?.title.includes(secret),
          message,
        );
      }
    }
    assert.ok(messages >= 6);
  });
});
