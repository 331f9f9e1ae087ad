import assert from "node:assert/strict";
import { environmentFileNames } from "../../server/src/platform/environment-file.ts";

describe("environmentFileNames", () => {
  it("gives names, and whether each has a value, and no value", () => {
    const names = environmentFileNames(
      [
        "A=1",
        "export B = two words # comment",
        "# C=1",
        "D=",
        'E=""',
        "F=''",
        "G=",
        "G=last\r",
        "not a line",
        "H: yaml-like",
      ].join("\n"),
    );
    assert.deepEqual(Object.fromEntries(names), {
      A: true,
      B: true,
      D: false,
      E: false,
      F: false,
      G: true,
      H: true,
    });
  });
});
