import assert from "node:assert/strict";
import { channelsDmDisabled } from "../../../server/src/core/rules/channels/dm-disabled.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.dm.disabled", () => {
  for (const [profile, text, expected] of [
    [
      "upstream",
      `{ channels: { telegram: { botToken: "x", dmPolicy: "disabled" } } }`,
      1,
    ],
    [
      "strict",
      `{ channels: { telegram: { botToken: "x", dmPolicy: "disabled" } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", dmPolicy: "disabled" } } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { telegram: { botToken: "x", dmPolicy: "pairing" } } }`,
      0,
    ],
    ["upstream", `{ channels: { telegram: { dmPolicy: "disabled" } } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsDmDisabled, text, { profile }).length,
        expected,
      ));
  }
});
