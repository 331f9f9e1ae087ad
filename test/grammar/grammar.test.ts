import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

import { tokenize } from "./tokenize.ts";

/** The scopes of the first token that is this text, white space around it aside. */
function scopesOf(piece: string, text: string): readonly string[] {
  const tokens = tokenize(text);
  const found = tokens.find((token) => token.text.trim() === piece.trim());
  assert.ok(
    found,
    `no token ${piece} among ${tokens.map((token) => token.text).join(" ")}`,
  );
  return found.scopes;
}

const invalidIn = (text: string): readonly string[] =>
  tokenize(text)
    .filter(({ scopes }) => scopes.some((scope) => scope.startsWith("invalid")))
    .map((token) => token.text);

describe("the grammar gives each construct the scope that themes colour", () => {
  const rows: readonly (readonly [
    what: string,
    piece: string,
    text: string,
    scope: string,
  ])[] = [
    ["a bare key", "bind", "{ bind: 1 }", "support.type.property-name.json"],
    [
      "a double-quoted key",
      "bind",
      '{ "bind": 1 }',
      "support.type.property-name.json",
    ],
    [
      "a single-quoted key",
      "bind",
      "{ 'bind': 1 }",
      "support.type.property-name.json",
    ],
    [
      "a key with letters of other scripts",
      "größe_ключ$1",
      "{ größe_ключ$1: 1 }",
      "support.type.property-name.json",
    ],
    [
      "an escape in a bare key",
      "\\u0062",
      "{ \\u0062ind: 1 }",
      "constant.character.escape.json",
    ],
    [
      "a key that reads like a value",
      "null",
      "{ null: true }",
      "support.type.property-name.json",
    ],
    [
      "a key after a nested object",
      "b",
      "{ a: { x: [1, {}] }, b: 1 }",
      "support.type.property-name.json",
    ],
    [
      "a key on a line of its own",
      "b",
      "{\n  a\n  :\n  1\n  ,\n  b: 2 }",
      "support.type.property-name.json",
    ],
    [
      "a double-quoted value",
      "lan",
      '{ a: "lan" }',
      "string.quoted.double.json",
    ],
    [
      "a single-quoted value",
      "lan",
      "{ a: 'lan' }",
      "string.quoted.single.json",
    ],
    [
      "the other quote within a string",
      'say "hi"',
      "['say \"hi\"']",
      "string.quoted.single.json",
    ],
    ["an escape", "\\n", '["a\\nb"]', "constant.character.escape.json"],
    [
      "a hexadecimal escape",
      "\\x41",
      '["a\\x41"]',
      "constant.character.escape.json",
    ],
    [
      "a unicode escape",
      "\\u00e9",
      '["a\\u00e9"]',
      "constant.character.escape.json",
    ],
    ["an escaped quote", "\\'", "['it\\'s']", "constant.character.escape.json"],
    [
      "an escape of a plain letter",
      "\\q",
      '["\\q"]',
      "constant.character.escape.json",
    ],
    [
      "a string that goes on in the next line",
      "two",
      '["one \\\ntwo"]',
      "string.quoted.double.json",
    ],
    [
      "a value after such a string",
      "2",
      '["one \\\ntwo", 2]',
      "constant.numeric.json",
    ],
    ["true", "true", "[true]", "constant.language.json"],
    ["null", "null", "{ a: null }", "constant.language.json"],
    ["a number", "18789", "{ port: 18789 }", "constant.numeric.json"],
    [
      "a signed fraction with exponent",
      "-1.5e-3",
      "[-1.5e-3]",
      "constant.numeric.json",
    ],
    ["a leading point", ".5", "[.5]", "constant.numeric.json"],
    ["a trailing point", "5.", "[5.]", "constant.numeric.json"],
    ["a plus sign", "+1", "[+1]", "constant.numeric.json"],
    [
      "a hexadecimal number",
      "0xDEADbeef",
      "[0xDEADbeef]",
      "constant.numeric.hex.json",
    ],
    ["infinity", "-Infinity", "[-Infinity]", "constant.numeric.json"],
    ["not a number", "NaN", "{ a: NaN }", "constant.numeric.json"],
    ["a line comment", " why", "{ // why\n}", "comment.line.double-slash.json"],
    [
      "a block comment over lines",
      "here",
      "{ /* not\nhere */ }",
      "comment.block.json",
    ],
    [
      "a comment between key and value",
      " why ",
      "{ a: /* why */ 1 }",
      "comment.block.json",
    ],
    [
      "a comment behind the root",
      " end",
      "{}\n// end",
      "comment.line.double-slash.json",
    ],
    [
      "a variable",
      "TOKEN",
      '{ a: "${TOKEN}" }',
      "variable.other.environment.json",
    ],
    [
      "a variable within text",
      "ID_2",
      "['sk-${ID_2}-x']",
      "variable.other.environment.json",
    ],
    [
      "the escape of a variable",
      "$$",
      '["$${TOKEN}"]',
      "constant.character.escape.json",
    ],
    ["braces", "{", "{}", "punctuation.definition.dictionary.begin.json"],
    ["brackets", "[", "[]", "punctuation.definition.array.begin.json"],
    [
      "a colon",
      ":",
      "{ a: 1 }",
      "punctuation.separator.dictionary.key-value.json",
    ],
    [
      "a comma in an object",
      ",",
      "{ a: 1, }",
      "punctuation.separator.dictionary.pair.json",
    ],
    ["a comma in an array", ",", "[1, ]", "punctuation.separator.array.json"],
  ];
  for (const [what, piece, text, scope] of rows) {
    it(what, () => {
      assert.ok(
        scopesOf(piece, text).includes(scope),
        `${scopesOf(piece, text).join(" ")} without ${scope}`,
      );
      assert.deepEqual(invalidIn(text), []);
    });
  }
});

describe("the grammar leaves alone", () => {
  for (const text of [
    '["${lower}"]',
    '["$TOKEN"]',
    '["${A:-b}"]',
    '["${OPEN"]',
    "{ '${KEY}': 1 }",
  ]) {
    it(`${text}, which Clawdbot does not replace`, () => {
      const scopes = tokenize(text).flatMap((token) => token.scopes);
      assert.ok(!scopes.includes("variable.other.environment.json"));
      assert.deepEqual(invalidIn(text), []);
    });
  }
  it("the escaped variable's name", () => {
    const scopes = tokenize('["$${TOKEN}"]').flatMap((token) => token.scopes);
    assert.ok(!scopes.includes("variable.other.environment.json"));
  });
  it("white space of every kind, a byte order mark included", () => {
    assert.deepEqual(invalidIn("\uFEFF{\u00A0a\u2003:\t1\f}"), []);
  });
});

describe("the grammar marks as invalid", () => {
  const rows: readonly (readonly [
    what: string,
    text: string,
    invalid: readonly string[],
  ])[] = [
    ["a word that is no value", "{ a: yes }", ["y", "e", "s"]],
    ["the end of a string that is not closed", '{ a: "lan\n}', ["n"]],
    ["a wrong escape", '["\\u12"]', ["\\u"]],
    ["a leading zero", "[012]", ["0"]],
    ["a second value without a comma", "[1 2 ; 3]", [";"]],
    ["a bracket that closes nothing", "{ a: 1 ] }", ["]"]],
    ["text behind the root", "{} }", ["}"]],
    ["a true that goes on", "[trueish]", ["t", "r", "u", "e", "i", "s", "h"]],
  ];
  for (const [what, text, invalid] of rows) {
    it(what, () => {
      assert.deepEqual(invalidIn(text), invalid);
    });
  }
  it("and finds its way again on the next line", () => {
    assert.ok(
      scopesOf("b", '{ a: "lan\n, b: 1 }').includes(
        "support.type.property-name.json",
      ),
    );
  });
});

describe("the grammar knows every construct of the examples", () => {
  const examples = readdirSync("examples").filter((file) =>
    /\.json5?$/.test(file),
  );
  it("of which there are at least two", () => {
    assert.ok(examples.length >= 2, examples.join());
  });
  for (const file of examples) {
    it(file, () => {
      const text = readFileSync(`examples/${file}`, "utf8");
      assert.ok(tokenize(text).length > 10);
      assert.deepEqual(invalidIn(text), []);
    });
  }
});
