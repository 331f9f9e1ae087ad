import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { Pieces } from "../../../server/src/core/text/pieces.ts";

describe("Pieces", () => {
  it("composes edits: one list does what the lists did one after the other", () => {
    let composed = 0;
    const cut = fc.tuple(
      fc.nat(),
      fc.nat(5),
      fc.constantFrom("", "a", "bc", "𝒳", "𝒴"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("", "abcabc", "a𝒳b𝒴c", "\ud835"),
        fc.array(cut, { maxLength: 6 }),
        (text, cuts) => {
          const pieces = new Pieces(text);
          let step: string = text;
          for (const [at, size, content] of cuts) {
            const offset = at % (step.length + 1);
            const edit = {
              offset,
              length: Math.min(size, step.length - offset),
              content,
            };
            pieces.apply([edit]);
            step = applyEdits(step, [edit]);
          }
          const edits = pieces.edits();
          assert.equal(applyEdits(text, edits), step);
          assert.equal(edits.length === 0, text === step);
          composed += edits.length;
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(composed > 1000, `only ${composed} edits`);
  });

  it("makes no edits when edits at two places undo each other together", () => {
    const pieces = new Pieces("abcabc");
    pieces.apply([{ offset: 0, length: 3, content: "" }]);
    pieces.apply([{ offset: 3, length: 0, content: "bc" }]);
    pieces.apply([{ offset: 3, length: 0, content: "a" }]);
    assert.deepEqual(pieces.edits(), []);
  });

  it("leaves out what stays the same, and never half a character", () => {
    const pieces = new Pieces("x𝒳y");
    pieces.apply([{ offset: 0, length: 4, content: "x𝒴y" }]);
    assert.deepEqual(pieces.edits(), [{ offset: 1, length: 2, content: "𝒴" }]);
  });
});
