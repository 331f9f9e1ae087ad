import assert from "node:assert/strict";
import { editsFor, removeEdits } from "../../../server/src/core/json5/edits.ts";
import type {
  EditOptions,
  TreeChange,
} from "../../../server/src/core/json5/edits.ts";
import { nodeAtPath } from "../../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

function after(
  text: string,
  change: TreeChange | readonly TreeChange[],
  options?: EditOptions,
): string | undefined {
  const changes = "op" in change ? [change] : change;
  const edits = editsFor(parseJson5(text), changes, options);
  return edits && applyEdits(text, edits);
}

const gateway = (rest: string): string => `{\n  gateway: {\n${rest}  },\n}\n`;

describe("editsFor", () => {
  describe("set", () => {
    it("changes the value and nothing else, in the quotes that are there", () => {
      assert.equal(
        after("{ 'a' : \"x\" }", { op: "set", path: ["a"], value: "y" }),
        "{ 'a' : \"y\" }",
      );
    });
    it("makes no edit when the value is the same already", () => {
      assert.deepEqual(
        editsFor(parseJson5("{ a: 0x10 }"), [
          { op: "set", path: ["a"], value: 16 },
        ]),
        [],
      );
    });
    it("changes the key that wins", () => {
      assert.equal(
        after("{ a: 1, a: 2 }", { op: "set", path: ["a"], value: 3 }),
        "{ a: 1, a: 3 }",
      );
    });
    it("inserts behind the last key, its comment included", () => {
      assert.equal(
        after(gateway("    mode: 'local', // here\n"), {
          op: "set",
          path: ["gateway", "bind"],
          value: "lan",
        }),
        gateway("    mode: 'local', // here\n    bind: 'lan',\n"),
      );
    });
    it("inserts where the order puts it, above the comment of the key behind", () => {
      assert.equal(
        after(
          gateway(
            "    mode: 'local', // here\n    // the port\n    port: 1,\n",
          ),
          { op: "set", path: ["gateway", "bind"], value: "lan" },
          { orderOf: () => ["mode", "bind", "port"] },
        ),
        gateway(
          "    mode: 'local', // here\n    bind: 'lan',\n    // the port\n    port: 1,\n",
        ),
      );
    });
    it("keeps sorted keys sorted", () => {
      assert.equal(
        after("{ a: 1, b: 2, d: 4 }", { op: "set", path: ["c"], value: 3 }),
        "{ a: 1, b: 2, c: 3, d: 4 }",
      );
    });
    it("makes the objects on the way, in the file's indentation and line ends", () => {
      assert.equal(
        after('{\r\n\t"a": 1\r\n}\r\n', {
          op: "set",
          path: ["b", "c"],
          value: [{ d: 1 }],
        }),
        '{\r\n\t"a": 1,\r\n\t"b": {\r\n\t\t"c": [\r\n\t\t\t{\r\n\t\t\t\t"d": 1\r\n\t\t\t}\r\n\t\t]\r\n\t}\r\n}\r\n',
      );
    });
    it("writes minified files minified", () => {
      assert.equal(
        after('{"a":{"b":1}}', {
          op: "set",
          path: ["a", "c"],
          value: { d: [1, 2] },
        }),
        '{"a":{"b":1,"c":{"d":[1,2]}}}',
      );
    });
    it("gives a property its missing value", () => {
      assert.equal(
        after("{ a: , b: 2 }", { op: "set", path: ["a"], value: 1 }),
        "{ a: 1, b: 2 }",
      );
    });
    it("gives an empty file, or one of comments, its value", () => {
      assert.equal(
        after("", { op: "set", path: [], value: { a: 1 } }),
        '{\n  "a": 1\n}\n',
      );
      assert.equal(
        after("// mine\n", { op: "set", path: [], value: {} }),
        "// mine\n{}\n",
      );
    });
    it("moves comments in a replaced object before the value", () => {
      assert.equal(
        after("{\n  a: {\n    b: 1, // x\n  },\n}", {
          op: "set",
          path: ["a"],
          value: 1,
        }),
        "{\n  a: // x\n  1,\n}",
      );
    });
    it("cannot reach below a scalar", () => {
      assert.equal(
        after("{ a: 1 }", { op: "set", path: ["a", "b"], value: 1 }),
        undefined,
      );
      assert.equal(
        after("{ a: [] }", { op: "set", path: ["a", 1], value: 1 }),
        undefined,
      );
    });
  });

  describe("remove", () => {
    for (const [text, path, expected] of [
      ["{ a: 1, b: 2 }", ["a"], "{ b: 2 }"],
      ["{ a: 1, b: 2 }", ["b"], "{ a: 1 }"],
      ["{ a: 1 }", ["a"], "{}"],
      ["{ a: 1, b: 2, a: 3 }", ["a"], "{ b: 2 }"],
      ["[1, 2, 3]", [1], "[1, 3]"],
      ["{\n  a: 1,\n  b: 2\n}", ["b"], "{\n  a: 1\n}"],
      ["{\n  a: 1,\n  b: 2,\n}", ["b"], "{\n  a: 1,\n}"],
      [
        "{\n  // x\n  a: 1, // y\n  b: 2,\n}",
        ["a"],
        "{\n  // x\n  // y\n  b: 2,\n}",
      ],
      [
        "{\n  a: { // x\n    c: 1, /* y */\n  },\n  b: 2,\n}",
        ["a"],
        "{\n  // x\n  /* y */\n  b: 2,\n}",
      ],
    ] as const) {
      it(`${JSON.stringify(text)} without ${path.join(".")}`, () =>
        assert.equal(after(text, { op: "remove", path: [...path] }), expected));
    }
    it("cannot remove what is not there", () =>
      assert.equal(after("{}", { op: "remove", path: ["a"] }), undefined));
  });

  describe("move", () => {
    it("takes the comments above and behind along", () => {
      assert.equal(
        after(
          "{\n  keep: 1,\n  // why\n  old: 'x', // really\n  new: {\n    a: 1,\n  },\n}\n",
          { op: "move", from: ["old"], to: [["new", "old"]] },
        ),
        "{\n  keep: 1,\n  new: {\n    a: 1,\n    // why\n    old: 'x', // really\n  },\n}\n",
      );
    });
    for (const [what, text, expected] of [
      [
        "one between two",
        "{\n  a: 1,\n\n  // why\n  old: {\n    b: 1,\n  },\n\n  new: {},\n}\n",
        "{\n  a: 1,\n\n  new: {\n    // why\n    old: {\n      b: 1,\n    },\n  },\n}\n",
      ],
      [
        "none at the start",
        "{\r\n  old: 1,\r\n\r\n  new: {},\r\n}\r\n",
        "{\r\n  new: {\r\n    old: 1,\r\n  },\r\n}\r\n",
      ],
      [
        "none at the end",
        "{\n  new: {},\n\n  old: 1,\n}\n",
        "{\n  new: {\n    old: 1,\n  },\n}\n",
      ],
      [
        "the one that was there",
        "{\n  a: 1,\n  old: 2,\n\n  new: {},\n}\n",
        "{\n  a: 1,\n\n  new: {\n    old: 2,\n  },\n}\n",
      ],
    ] as const) {
      it(`leaves no empty line too many: ${what}`, () => {
        assert.equal(
          after(text, { op: "move", from: ["old"], to: [["new", "old"]] }),
          expected,
        );
      });
    }
    it("writes the value to each target, the comments to the first", () => {
      assert.equal(
        after("{\n  a: 0x10, // hex\n}", {
          op: "move",
          from: ["a"],
          to: [["b"], ["c"]],
        }),
        "{\n  b: 0x10, // hex\n  c: 0x10,\n}",
      );
    });
    it("does not overwrite", () =>
      assert.equal(
        after("{ a: 1, b: 2 }", { op: "move", from: ["a"], to: [["b"]] }),
        undefined,
      ));
  });

  it("renames in the key's own quotes, bare when it was bare", () => {
    assert.equal(
      after("{ a: 1, 'b': 2 }", [
        { op: "rename", path: ["a"], key: "c" },
        { op: "rename", path: ["b"], key: "d" },
      ]),
      "{ c: 1, 'd': 2 }",
    );
    assert.equal(
      after("{ a: 1 }", { op: "rename", path: ["a"], key: "b-c" }),
      '{ "b-c": 1 }',
    );
  });

  it("appends to arrays, which are made when missing", () => {
    assert.equal(
      after("{ a: ['x'] }", { op: "append", path: ["a"], value: "y" }),
      "{ a: ['x', 'y'] }",
    );
    assert.equal(
      after("{\n  a: [\n    1,\n  ],\n}", {
        op: "append",
        path: ["a"],
        value: 2,
      }),
      "{\n  a: [\n    1,\n    2,\n  ],\n}",
    );
    assert.equal(
      after("{ b: 1 }", { op: "append", path: ["a"], value: "x" }),
      '{ b: 1, a: ["x"] }',
    );
    assert.equal(
      after("{ a: 1 }", { op: "append", path: ["a"], value: 1 }),
      undefined,
    );
  });

  for (const [what, text, expected] of [
    [
      "on one line, as the element before it",
      "{\n  a: [\n    { b: 1 },\n  ],\n}",
      "{\n  a: [\n    { b: 1 },\n    { c: [2] },\n  ],\n}",
    ],
    [
      "over lines, as the element before it",
      "{\n  a: [\n    {\n      b: 1,\n    },\n  ],\n}",
      "{\n  a: [\n    {\n      b: 1,\n    },\n    {\n      c: [2],\n    },\n  ],\n}",
    ],
  ] as const) {
    it(`writes a new element ${what}`, () =>
      assert.equal(
        after(text, { op: "append", path: ["a"], value: { c: [2] } }),
        expected,
      ));
  }
  it("writes an element over lines that would not fit on one", () => {
    const long = "x".repeat(60);
    assert.equal(
      after("{\n  a: [\n    { b: 1 },\n  ],\n}", {
        op: "append",
        path: ["a"],
        value: { b: long, c: long },
      }),
      `{\n  a: [\n    { b: 1 },\n    {\n      b: "${long}",\n      c: "${long}",\n    },\n  ],\n}`,
    );
  });

  it("merges objects deeply and replaces the rest", () => {
    assert.equal(
      after("{ a: { b: 1, c: [1] }, d: 1 }", {
        op: "merge",
        path: [],
        value: { a: { c: [], e: true }, d: { f: 1 } },
      }),
      "{ a: { b: 1, c: [], e: true }, d: { f: 1 } }",
    );
  });

  it("lets later changes see earlier ones, and edits only what differs in the end", () => {
    assert.deepEqual(
      editsFor(parseJson5("{ a: 1 }"), [
        { op: "set", path: ["b", "c"], value: 1 },
        { op: "remove", path: ["b"] },
      ]),
      [],
    );
  });
});

describe("edits of broken text", () => {
  for (const [what, text, change, expected] of [
    [
      "put a new key behind a bracket too many",
      "{{ a: 1 }",
      { op: "set", path: ["b"], value: 2 },
      "{{ a: 1, b: 2 }",
    ],
    [
      "put the first key behind a bracket too many",
      "{{}",
      { op: "set", path: ["b"], value: 2 },
      '{{\n  "b": 2\n}',
    ],
    [
      "write the bracket that only the first key stood for",
      "'a': 1 }",
      { op: "remove", path: ["a"] },
      "{}",
    ],
    [
      "put a new key before one that has no end",
      "{ a: 1, b: }",
      { op: "set", path: ["c"], value: 2 },
      "{ a: 1, c: 2, b: }",
    ],
    [
      "leave stray text on its line",
      "{\n  a: 1 @\n}",
      { op: "set", path: ["b"], value: 2 },
      "{\n  b: 2,\n  a: 1 @\n}",
    ],
    [
      "keep words apart",
      "{ a: [1]x }",
      { op: "set", path: ["a"], value: 5 },
      "{ a: 5 x }",
    ],
    [
      "take a semicolon for the comma that it stands for",
      "{ a: 1; b: 2 }",
      { op: "remove", path: ["a"] },
      "{ b: 2 }",
    ],
    [
      "leave the comma of others",
      "{ a: 1, :x b: 2 }",
      { op: "remove", path: ["b"] },
      "{ a: 1, :x }",
    ],
    [
      "remove a key that has no value",
      "{\n  a: 1,\n  gat\n  b: 2\n}",
      { op: "remove", path: ["gat"] },
      "{\n  a: 1,\n  b: 2\n}",
    ],
    [
      "carry comments along to a key that has no value yet",
      "{\n  a: ,\n  b: 1, // why\n}",
      { op: "move", from: ["b"], to: [["a"]] },
      "{\n  a: // why\n  1,\n}",
    ],
  ] as const) {
    it(what, () =>
      assert.equal(after(text, change as unknown as TreeChange), expected),
    );
  }
  it("are not made where the text would be read otherwise afterwards", () => {
    // Without the value before it, the stray one would be taken for a value.
    assert.equal(
      after("{ a: '1''2' }", { op: "remove", path: ["a"] }),
      undefined,
    );
  });
});

describe("removeEdits", () => {
  it("removes the property of a value", () => {
    const document = parseJson5("{ a: 1, b: 2 }");
    const node = nodeAtPath(document.root, ["a"]);
    assert.ok(node);
    assert.equal(
      applyEdits(document.text, removeEdits(document, node)),
      "{ b: 2 }",
    );
  });
});
