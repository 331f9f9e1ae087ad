import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LineIndex } from "../../../server/src/core/text/line-index.ts";

describe("LineIndex", () => {
  it("goes from offsets to places and back, whatever ends the lines", () => {
    const text = "a\r\nbé𝒳\rc\n";
    const lines = new LineIndex(text);
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.positionAt(5), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(99), { line: 3, character: 0 });
    for (const offset of [0, 3, 4, 5, 7, 8, 9, 10])
      assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
    assert.equal(lines.offsetAt({ line: 1, character: 99 }), 7);
  });

  it("counts as the protocol's own documents do", () => {
    const piece = fc.constantFrom(
      ...("aé𝒳\n\r\u2028".match(/./gsu) ?? []),
      "\r\n",
      "\ud83d",
    );
    const number = fc.integer({ min: -2, max: 25 });
    let breaks = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        number,
        number,
        (pieces, a, b) => {
          const text = pieces.join("");
          const ours = new LineIndex(text);
          const theirs = TextDocument.create("a:", "json5", 1, text);
          assert.equal(ours.lineCount, theirs.lineCount);
          assert.deepEqual(ours.positionAt(a), theirs.positionAt(a));
          const place = { line: a, character: b };
          assert.equal(ours.offsetAt(place), theirs.offsetAt(place));
          breaks += ours.lineCount - 1;
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(breaks > 3000, `only ${breaks} line breaks`);
  });
});
