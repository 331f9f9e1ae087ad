import assert from "node:assert/strict";
import {
  durationOf,
  inWords,
  type Unit,
} from "../../../server/src/core/text/quantities.ts";

describe("quantities in words", () => {
  const cases: readonly (readonly [unknown, Unit, string | undefined])[] = [
    [86_400_000, "ms", "1 day"],
    [90_000, "ms", "1 minute 30 seconds"],
    [1500, "ms", "1.5 seconds"],
    [3_599_999, "ms", "1 hour"],
    [300, "ms", undefined],
    [0, "ms", undefined],
    [-5, "ms", undefined],
    ["300", "ms", undefined],
    [30, "s", undefined],
    [600, "s", "10 minutes"],
    [5400, "s", "1 hour 30 minutes"],
    [60, "min", "1 hour"],
    [24, "h", "1 day"],
    [36, "h", "1 day 12 hours"],
    [7, "days", undefined],
    [5_242_880, "bytes", "5 MB"],
    [262_144, "bytes", "256 KB"],
    [20_000, "bytes", "19.5 KB"],
    [500, "bytes", undefined],
    [2048, "MB", "2 GB"],
    [5, "MB", undefined],
    ["30m", "duration", "30 minutes"],
    ["1h", "duration", "1 hour"],
    ["1.5h", "duration", "1 hour 30 minutes"],
    ["45", "duration", "45 minutes"],
    ["500ms", "duration", "500 milliseconds"],
    ["0m", "duration", undefined],
    ["soon", "duration", undefined],
    ["1 h", "duration", undefined],
    [30, "duration", undefined],
  ];
  for (const [value, unit, words] of cases)
    it(`${JSON.stringify(value)} ${unit}: ${words ?? "no news"}`, () =>
      assert.equal(inWords(value, unit), words));

  it("takes what the program takes, and nothing else", () => {
    assert.equal(durationOf(" 2H "), 7_200_000);
    assert.equal(durationOf("1d"), 86_400_000);
    assert.equal(durationOf("1w"), undefined);
    assert.equal(durationOf("-1m"), undefined);
    assert.equal(durationOf(""), undefined);
  });
});
