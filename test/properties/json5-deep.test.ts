import assert from "node:assert/strict";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { editsFor } from "../../server/src/core/json5/edits.ts";
import { formatEdits } from "../../server/src/core/json5/format.ts";
import {
  nodeAt,
  nodeAtPath,
  pathOf,
  rootOf,
  valueOf,
} from "../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";

const depth = 200_000;

/** Nothing here may recurse: a stack of JavaScript's usual size holds some 10,000 calls. */
describe("200,000 levels of nesting", () => {
  const arrays = `${"[".repeat(depth)}1${"]".repeat(depth)}`;
  const objects = `${"{a:".repeat(depth)}1${"}".repeat(depth)}`;

  for (const [name, text, at] of [
    ["arrays", arrays, depth],
    ["objects", objects, 3 * depth],
  ] as const) {
    it(`are read, walked and edited: ${name}`, () => {
      const document = parseJson5(text);
      assert.deepEqual(document.problems, []);
      assert.equal(document.depth, depth);
      const inner = nodeAt(document.root, at);
      assert.equal(inner?.value, 1);
      const path = inner ? pathOf(inner) : [];
      assert.equal(path.length, depth);
      assert.equal(nodeAtPath(document.root, path), inner);
      assert.equal(inner && rootOf(inner), document.root);
      assert.ok(document.root && valueOf(document.root));
      const edits = editsFor(document, [{ op: "set", path, value: 2 }]);
      assert.deepEqual(edits, [{ offset: at, length: 1, content: "2" }]);
    });
  }

  it("are formatted on their line", () => {
    const text = `${"[".repeat(1000)}1 ,${"]".repeat(1000)}`;
    assert.equal(
      applyEdits(text, formatEdits(parseJson5(text), { indent: " " })),
      `${text.replace(" ", "")}\n`,
    );
  });

  for (const [name, text] of [
    ["opening brackets alone", "[".repeat(1_000_000)],
    ["closing brackets alone", "]".repeat(100_000)],
    ["braces without keys", "{".repeat(100_000)],
    ["objects never closed", "{a:".repeat(depth)],
    [
      "mixed brackets that never match",
      "[{".repeat(100_000) + "]}".repeat(100_000),
    ],
    ["quotes", '"'.repeat(100_000)],
    ["comments never closed", "/*".repeat(100_000)],
    ["NUL and lone surrogates", "\0\ud800".repeat(50_000)],
  ] as const) {
    it(`gives a problem and no crash: ${name}`, () => {
      assert.ok(parseJson5(text).problems.length > 0);
    });
  }
});
