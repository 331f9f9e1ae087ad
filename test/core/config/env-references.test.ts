import assert from "node:assert/strict";
import fc from "fast-check";
import {
  parseTemplate,
  templateCanBe,
} from "../../../server/src/core/config/env-references.ts";

/** References as `<NAME>`, so that expectations read well. */
const shown = (text: string): string =>
  parseTemplate(text)
    .parts.map((part) => (typeof part === "string" ? part : `<${part.name}>`))
    .join("|");

describe("parseTemplate", () => {
  // Expected values follow substituteString of the release's config/env-substitution.js, read step by step.
  for (const [text, expected] of [
    ["", ""],
    ["plain", "plain"],
    ["${A}", "<A>"],
    ["sk-${A_1}x${_B}", "sk-|<A_1>|x|<_B>"],
    ["$${A}", "${A}"],
    ["$$${A}", "$${A}"],
    ["$$$${A}", "$$${A}"],
    ["${lower}", "${lower}"],
    ["${A:-b}", "${A:-b}"],
    ["${env:X}", "${env:X}"],
    ["${1A}", "${1A}"],
    ["${}", "${}"],
    ["${A", "${A"],
    ["$A", "$A"],
    ["$", "$"],
    ["${ A }", "${ A }"],
    ["${a${B}", "${a|<B>"],
    ["${A}${A}", "<A>|<A>"],
  ] as const) {
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.equal(shown(text), expected));
  }

  it("lists each name once", () =>
    assert.deepEqual(parseTemplate("${B}-${A}-${B}").names, ["B", "A"]));

  it("stays linear on many dollars and braces", () => {
    const text = "${".repeat(200_000);
    assert.deepEqual(parseTemplate(text).parts, [text]);
  });
});

describe("templateCanBe", () => {
  for (const [template, text, expected] of [
    ["${A}", "loopback", true],
    ["${A}", "", false],
    ["lo${A}", "loopback", true],
    ["lo${A}", "lan", false],
    ["${A}back", "loopback", true],
    ["${A}back", "back", false],
    ["l${A}p${B}k", "loopback", true],
    ["${A}${B}", "ab", true],
    ["${A}${B}", "a", false],
    ["same", "same", true],
    ["same", "other", false],
  ] as const) {
    it(`${template} ${expected ? "can" : "cannot"} be ${JSON.stringify(text)}`, () =>
      assert.equal(templateCanBe(parseTemplate(template), text), expected));
  }

  it("never excludes a text that some values give", () => {
    let exercised = 0;
    const piece = fc.oneof(
      fc.constantFrom("a", "b", "ab", "ba"),
      fc.constantFrom("${X}", "${Y}"),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.string({
          unit: fc.constantFrom("a", "b"),
          minLength: 1,
          maxLength: 3,
        }),
        fc.string({
          unit: fc.constantFrom("a", "b"),
          minLength: 1,
          maxLength: 3,
        }),
        (pieces, x, y) => {
          exercised += 1;
          const template = pieces.join("");
          const text = template.replaceAll("${X}", x).replaceAll("${Y}", y);
          assert.ok(templateCanBe(parseTemplate(template), text));
        },
      ),
    );
    assert.ok(exercised >= 100);
  });
});
