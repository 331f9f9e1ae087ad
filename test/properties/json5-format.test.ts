import assert from "node:assert/strict";
import fc from "fast-check";
import JSON5 from "json5";
import {
  formatEdits,
  onTypeEdits,
} from "../../server/src/core/json5/format.ts";
import { valueOf } from "../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { arbitraryConfig, arbitraryJson5 } from "../support/arbitrary-json5.ts";
import { arbitraryDamage, damaged } from "../support/damage.ts";

const indents = fc.constantFrom("  ", "\t", "    ");
const format = (text: string, indent: string): string =>
  applyEdits(text, formatEdits(parseJson5(text), { indent }));
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, "");

describe("formatting JSON5", () => {
  const { warn } = console;
  before(() => (console.warn = () => {}));
  after(() => (console.warn = warn));

  it("changes white space only, keeps the value, and has nothing more to do the second time", () => {
    let changed = 0;
    fc.assert(
      fc.property(arbitraryConfig, indents, ({ text }, indent) => {
        const once = format(text, indent);
        assert.equal(withoutSpace(once), withoutSpace(text));
        assert.deepEqual(JSON5.parse(once), JSON5.parse(text));
        assert.equal(format(once, indent), once);
        if (once !== text) changed++;
      }),
      { numRuns: 2000 },
    );
    assert.ok(changed > 1000, `only ${changed} texts changed`);
  });

  it("never touches more than white space in broken text", () => {
    let broken = 0;
    fc.assert(
      fc.property(
        arbitraryJson5,
        fc.nat(),
        fc.constantFrom("{", "}", "]", '"', ",", ":", "x", "\n", "\\"),
        indents,
        ({ text }, at, put, indent) => {
          const offset = at % (text.length + 1);
          const damaged = text.slice(0, offset) + put + text.slice(offset);
          if (parseJson5(damaged).problems.length > 0) broken++;
          assert.equal(
            withoutSpace(format(damaged, indent)),
            withoutSpace(damaged),
          );
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(broken > 800, `only ${broken} texts were broken`);
  });

  it("touches nothing outside a range, and nothing but the container on a closing bracket", () => {
    let made = 0;
    fc.assert(
      fc.property(
        arbitraryConfig,
        fc.nat(),
        fc.nat(),
        ({ text }, from, size) => {
          const document = parseJson5(text);
          const offset = from % text.length;
          const end = Math.min(text.length, offset + (size % 40));
          for (const edit of formatEdits(
            document,
            { indent: "  " },
            { offset, length: end - offset },
          )) {
            made++;
            assert.ok(
              edit.offset <= end && edit.offset + edit.length >= offset,
            );
          }
          const closer = text.indexOf("}", offset);
          const edits =
            closer < 0
              ? []
              : onTypeEdits(document, closer + 1, "}", { indent: "  " });
          assert.ok(
            edits.every((edit) => edit.offset + edit.length <= closer + 1),
          );
          assert.deepEqual(
            JSON5.parse(applyEdits(text, edits)),
            JSON5.parse(text),
          );
        },
      ),
      { numRuns: 1000 },
    );
    assert.ok(made > 300, `only ${made} edits`);
  });

  it("changes nothing in how broken text is read, and lays out what is whole in it", () => {
    let laidOut = 0;
    fc.assert(
      fc.property(
        arbitraryConfig,
        fc.array(arbitraryDamage, { minLength: 1, maxLength: 2 }),
        indents,
        ({ text }, mistakes, indent) => {
          const broken = mistakes.reduce(damaged, text);
          const edits = formatEdits(parseJson5(broken), { indent });
          laidOut += edits.length;
          assert.deepEqual(
            readingOf(applyEdits(broken, edits)),
            readingOf(broken),
          );
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(laidOut > 5000, `only ${laidOut} gaps`);
  });

  it("changes nothing in how text is read after a key press, broken or not", () => {
    let pressed = 0;
    fc.assert(
      fc.property(
        arbitraryConfig,
        fc.array(arbitraryDamage, { maxLength: 2 }),
        fc.constantFrom("\n", "}", "]"),
        fc.nat(),
        ({ text }, mistakes, key, at) => {
          const before = mistakes.reduce(damaged, text);
          const place = at % (before.length + 1);
          const offset =
            key === "\n" ? place + 1 : before.indexOf(key, place) + 1;
          if (offset === 0) return;
          const typed =
            key === "\n"
              ? `${before.slice(0, place)}\n${before.slice(place)}`
              : before;
          const options = { indent: "  " };
          const edits = onTypeEdits(parseJson5(typed), offset, key, options);
          pressed += edits.length;
          assert.deepEqual(
            readingOf(applyEdits(typed, edits)),
            readingOf(typed),
          );
        },
      ),
      { numRuns: 2000 },
    );
    assert.ok(pressed > 1000, `only ${pressed} edits`);
  });
});

/** What a text is taken for: its value, and what is wrong. */
function readingOf(text: string): unknown {
  const { root, problems, comments } = parseJson5(text);
  return [
    root && valueOf(root),
    problems.map(({ code }) => code).sort(),
    comments.length,
  ];
}
