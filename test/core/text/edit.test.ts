import assert from "node:assert/strict";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

describe("applyEdits", () => {
  it("refuses edits that overlap or leave the text", () => {
    const edit = { offset: 0, length: 2, content: "" };
    assert.throws(
      () => applyEdits("abc", [edit, { ...edit, offset: 1 }]),
      RangeError,
    );
    assert.throws(() => applyEdits("a", [edit]), RangeError);
  });
});
