import assert from "node:assert/strict";
import { channelsTelegramGroupsAllowFromMissing } from "../../../server/src/core/rules/channels/telegram-groups-allow-from-missing.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.telegram.groups.allowFrom.missing", () => {
  for (const [profile, text, expected] of [
    [
      "upstream",
      `{ channels: { telegram: { botToken: "x", groups: { "*": { requireMention: true } } } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groups: { "*": { requireMention: true } } } } }`,
      0,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groupPolicy: "open" } } }`,
      1,
    ],
    [
      "recommended",
      `{ channels: { telegram: { botToken: "x", groupPolicy: "open", groupAllowFrom: [1] } } }`,
      0,
    ],
    [
      "upstream",
      `{ channels: { telegram: { botToken: "x", groups: { "-1": { topics: { "5": { allowFrom: [1] } } } } } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { telegram: { botToken: "x", groups: { "-1": {} } } } }`,
      1,
    ],
    [
      "upstream",
      `{ channels: { telegram: { botToken: "x", allowFrom: [1] } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsTelegramGroupsAllowFromMissing, text, { profile })
          .length,
        expected,
      ));
  }
});
