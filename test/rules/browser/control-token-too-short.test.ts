import assert from "node:assert/strict";
import { browserControlTokenTooShort } from "../../../server/src/core/rules/browser/control-token-too-short.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("browser.control_token_too_short", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: "k3w9-vz7q" } }`,
      1,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: "x1x1x1x1x1x1x1x1x1x1x1x1" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: "x1x1x1x1x1x1x1x1x1x1x1x" } }`,
      1,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: "\${T}" } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "https://b.example.net", controlToken: " " } }`,
      0,
    ],
    [
      "recommended",
      `{ browser: { controlUrl: "http://localhost:1", controlToken: "short" } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(browserControlTokenTooShort, text, { profile }).length,
        expected,
      ));
  }
});
