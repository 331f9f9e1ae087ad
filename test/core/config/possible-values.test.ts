import assert from "node:assert/strict";
import { parseTemplate } from "../../../server/src/core/config/env-references.ts";
import {
  couldBeEqual,
  couldPass,
  couldTrimTo,
} from "../../../server/src/core/config/possible-values.ts";

const isMixed = (text: string): boolean => text === "ab";

describe("possible values", () => {
  for (const [text, word, expected] of [
    ["*", "*", true],
    [" * ", "*", true],
    ["${A}", "*", true],
    ["${A}*", "*", true],
    [" ${A}* ${B}", "*", true],
    ["${A}x", "*", false],
    ["**", "*", false],
    ["Tele${A}", "telegram", true],
    ["Tele${A}", "discord", false],
    ["\t${A}", "last", true],
    ["telegram${A}", "telegram", true],
    ["telegramm${A}", "telegram", false],
  ] as const) {
    it(`${JSON.stringify(text)} ${expected ? "could" : "could not"} trim to ${word}`, () =>
      assert.equal(couldTrimTo(parseTemplate(text), word, true), expected));
  }
  it("tells capitals apart unless told otherwise", () => {
    assert.ok(!couldTrimTo(parseTemplate("${A}None "), "none"));
    assert.ok(couldTrimTo(parseTemplate("${A}None "), "none", true));
  });
  for (const [one, other, expected] of [
    ["a", "a", true],
    ["a", "A", false],
    ["${A}", "b", true],
    ["x${A}", "b", false],
    ["x${A}", "xy${B}", true],
    ["x${A}", "y${B}", false],
    ["${A}x", "${B}y", false],
    ["${A}xy", "${B}y", true],
  ] as const) {
    it(`${one} and ${other} ${expected ? "could" : "could not"} be equal`, () => {
      assert.equal(
        couldBeEqual(parseTemplate(one), parseTemplate(other)),
        expected,
      );
      assert.equal(
        couldBeEqual(parseTemplate(other), parseTemplate(one)),
        expected,
      );
    });
  }
  it("gives the same name the same value", () => {
    assert.ok(couldPass(parseTemplate("${A}${B}"), ["a", "b"], isMixed));
    assert.ok(!couldPass(parseTemplate("${A}${A}"), ["a", "b"], isMixed));
  });
  it("excludes nothing when there are too many combinations", () => {
    const names = Array.from({ length: 30 }, (_, index) => `\${A${index}}`);
    assert.ok(
      couldPass(parseTemplate(names.join("")), ["a", "b"], () => false),
    );
  });
});
