import assert from "node:assert/strict";
import { channelsSlackCommandsSlashUseAccessGroupsOff } from "../../../server/src/core/rules/channels/slack-commands-slash-use-access-groups-off.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.slack.commands.slash.useAccessGroups_off", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { slack: { botToken: "x", appToken: "y",  } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false, native: true }, channels: { slack: { botToken: "x", appToken: "y",  } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { slack: { botToken: "x", appToken: "y", commands: { nativeSkills: true } } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true }, enabled: false } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsSlackCommandsSlashUseAccessGroupsOff, text, {
          profile,
        }).length,
        expected,
      ));
  }
});
