import assert from "node:assert/strict";
import { hooksTokenTooShort } from "../../../server/src/core/rules/hooks/token-too-short.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("hooks.token_too_short", () => {
  for (const [profile, text, expected] of [
    ["recommended", `{ hooks: { enabled: true, token: "k3w9-vz7q" } }`, 1],
    [
      "recommended",
      `{ hooks: { enabled: true, token: "x1x1x1x1x1x1x1x1x1x1x1x1" } }`,
      0,
    ],
    [
      "recommended",
      `{ hooks: { enabled: true, token: "x1x1x1x1x1x1x1x1x1x1x1x" } }`,
      1,
    ],
    ["recommended", `{ hooks: { enabled: true, token: "   " } }`, 0],
    ["recommended", `{ hooks: { enabled: true, token: "\${T}" } }`, 0],
    ["recommended", `{ hooks: { enabled: false, token: "k3w9" } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(hooksTokenTooShort, text, { profile }).length,
        expected,
      ));
  }
});
