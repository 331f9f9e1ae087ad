import assert from "node:assert/strict";
import { channelsTelegramGroupsAllowFromWildcard } from "../../../server/src/core/rules/channels/telegram-groups-allow-from-wildcard.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.telegram.groups.allowFrom.wildcard", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groups: { "-1": {} }, groupAllowFrom: ["*"] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groupAllowFrom: ["*"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groupPolicy: "open", groupAllowFrom: [" * ", 1] } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groupPolicy: "disabled", groups: { "-1": {} }, groupAllowFrom: ["*"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groups: { "-1": {} }, groupAllowFrom: ["\${A}"] } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { text: false }, channels: { telegram: { botToken: "x", groupPolicy: "open", groupAllowFrom: ["*"] } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsTelegramGroupsAllowFromWildcard, text, { profile })
          .length,
        expected,
      ));
  }
});
