import assert from "node:assert/strict";
import fc from "fast-check";
import JSON5 from "json5";
import { valueOf, walk } from "../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { arbitraryJson5 } from "../support/arbitrary-json5.ts";

/** What the program's own parser says: a value, or that it refuses the text. */
function reference(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON5.parse<unknown>(text) };
  } catch {
    return undefined;
  }
}

function agrees(text: string): boolean {
  const expected = reference(text);
  const { root, problems } = parseJson5(text);
  if (expected === undefined) {
    assert.ok(
      problems.length > 0,
      `accepts what json5 refuses: ${JSON.stringify(text)}`,
    );
    return false;
  }
  assert.deepEqual(
    problems,
    [],
    `refuses what json5 accepts: ${JSON.stringify(text)}`,
  );
  assert.ok(root);
  assert.deepStrictEqual(valueOf(root), expected.value);
  return true;
}

describe("JSON5 values, with the program's own parser as the judge", () => {
  const { warn } = console;
  before(() => (console.warn = () => {}));
  after(() => (console.warn = warn));

  it("agree on any text it accepts", () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryJson5, ({ text }) => {
        if (agrees(text)) accepted++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(accepted > 2900, `only ${accepted} texts were legal`);
  });

  it("agree on what is legal, one character after another changed", () => {
    let refused = 0;
    let accepted = 0;
    const piece = fc.constantFrom(
      ..."{}[]:,\"'\\/*+-.019eExX_$aInNtu\n\r \u2028\u00a0é#=;`".split(""),
      "",
      "//",
      "\u2118",
      "\ud800",
    );
    fc.assert(
      fc.property(
        arbitraryJson5,
        fc.nat(),
        fc.nat(2),
        piece,
        ({ text }, at, length, put) => {
          const offset = at % (text.length + 1);
          if (agrees(text.slice(0, offset) + put + text.slice(offset + length)))
            accepted++;
          else refused++;
        },
      ),
      { numRuns: 6000 },
    );
    assert.ok(
      refused > 1000 && accepted > 1000,
      `${refused} refused, ${accepted} accepted`,
    );
  });

  it("agree on short texts made of punctuation", () => {
    let accepted = 0;
    const token = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      "a",
      '"b"',
      "1",
      "0x1",
      "-",
      "+",
      ".",
      "null",
      "/",
      "*",
      "\\",
      " ",
      "\n",
      "NaN",
      "Infinity",
      "e1",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 7 }), (tokens) => {
        if (agrees(tokens.join(""))) accepted++;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(accepted > 150, `only ${accepted} texts were legal`);
  });

  it("agree on which characters a bare key may have", () => {
    let checked = 0;
    for (let point = 0; point < 0x30000; point += point < 0x3000 ? 1 : 7) {
      const character = String.fromCodePoint(point);
      agrees(`{${character}:1}`);
      agrees(`{a${character}:1}`);
      checked++;
    }
    assert.ok(checked > 20_000);
  });

  it("have spans that nest and lie inside the text", () => {
    let nodes = 0;
    fc.assert(
      fc.property(arbitraryJson5, ({ text }) => {
        for (const node of walk(parseJson5(text).root)) {
          nodes++;
          const parent = node.parent ?? { offset: 0, length: text.length };
          assert.ok(
            node.offset >= parent.offset &&
              node.offset + node.length <= parent.offset + parent.length,
          );
          assert.equal(
            node.children?.every((child) => child.parent === node) ?? true,
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(nodes > 3000, `only ${nodes} nodes`);
  });
});
