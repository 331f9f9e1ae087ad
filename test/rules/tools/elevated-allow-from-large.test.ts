import assert from "node:assert/strict";
import { toolsElevatedAllowFromLarge } from "../../../server/src/core/rules/tools/elevated-allow-from-large.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("tools.elevated.allowFrom.large", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ tools: { elevated: { allowFrom: { signal: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25] } } } }`,
      0,
    ],
    [
      "recommended",
      `{ tools: { elevated: { allowFrom: { signal: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] } } } }`,
      1,
    ],
    [
      "recommended",
      `{ tools: { elevated: { allowFrom: { signal: ["*", 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] } } } }`,
      0,
    ],
    [
      "recommended",
      `{ tools: { elevated: { allowFrom: { signal: [" ", 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] } } } }`,
      0,
    ],
    [
      "recommended",
      `{ tools: { elevated: { enabled: false, allowFrom: { signal: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26] } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(toolsElevatedAllowFromLarge, text, { profile }).length,
        expected,
      ));
  }
});
