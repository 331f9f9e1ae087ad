import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import {
  environmentLine,
  parseEnvironmentFile,
} from "../../../server/src/core/config/environment-file.ts";

/** What the dotenv package that the release brings made of some texts. */
interface Recorded {
  readonly version: string;
  readonly rows: readonly {
    readonly text: string;
    readonly sets: Readonly<Record<string, string>>;
  }[];
}

const recorded = JSON.parse(
  readFileSync("test/fixtures/environment-files.json", "utf8"),
) as Recorded;

describe("parseEnvironmentFile", () => {
  for (const { text, sets } of recorded.rows)
    it(`reads ${JSON.stringify(text)} as dotenv ${recorded.version} does`, () =>
      assert.deepEqual(Object.fromEntries(parseEnvironmentFile(text)), sets));
  it("never throws, and needs no more than a moment for a megabyte", () => {
    for (const text of ["A='".repeat(300_000), "A='\\'\n".repeat(50_000)])
      assert.ok(parseEnvironmentFile(text).size >= 0);
  });
});

describe("environmentLine", () => {
  for (const [value, line] of [
    ["abc-123", "S=abc-123"],
    ["two words", "S='two words'"],
    ["a#b", "S='a#b'"],
    ["$HOME", "S='$HOME'"],
    ["it's", `S="it's"`],
    [`it's "so"`, `S=\`it's "so"\``],
    [" padded ", "S=' padded '"],
    ["a\nb", "S='a\nb'"],
    ["a\r\nb", 'S="a\\r\\nb"'],
    ["a\\nb", "S='a\\nb'"],
    ['{"type":"x"}', `S='{"type":"x"}'`],
    // Nothing can say these: an empty variable is an unset one, there is no fourth quote, and a backslash may hide the last.
    ["back\\", undefined],
    ["", undefined],
    ["'\"`", undefined],
    ["a\u0000b", undefined],
    ["\uD800", undefined],
    ["a\u2028b", undefined],
  ] as const)
    it(`writes ${JSON.stringify(value)}`, () =>
      assert.equal(environmentLine("S", value), line));
  it("writes no name that the program would not put in", () => {
    for (const name of ["lower", "1A", "A-B", "", "A B"])
      assert.equal(environmentLine(name, "x"), undefined);
  });

  it("is read again as exactly the value, whatever stands around it", () => {
    let written = 0;
    const pieces = fc.constantFrom(
      ..."aZ9 '\"`\\#$={}\n\r\té𝒳".split(""),
      "\\n",
      "\\'",
      "${X}",
      "-----BEGIN PRIVATE KEY-----\n",
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("", "X=1\n", "X='1'\r\n", "# it's\n"),
        fc.constantFrom("", "Y=2\n", "Y='2'\n", 'Y="2" # c\n'),
        (parts, before, after) => {
          const value = parts.join("");
          const line = environmentLine("SECRET", value);
          if (line === undefined) return;
          written += 1;
          const read = parseEnvironmentFile(`${before}${line}\n${after}`);
          assert.equal(read.get("SECRET"), value);
          assert.equal(read.get("X"), before.includes("X=") ? "1" : undefined);
          assert.equal(read.get("Y"), after === "" ? undefined : "2");
        },
      ),
      { numRuns: 3000 },
    );
    assert.ok(written > 1000, `only ${written} lines were written`);
  });
});
