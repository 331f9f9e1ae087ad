import assert from "node:assert/strict";
import { channelsDiscordCommandsNativeUnrestricted } from "../../../server/src/core/rules/channels/discord-commands-native-unrestricted.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.discord.commands.native.unrestricted", () => {
  for (const [profile, text, expected] of [
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: true }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: {} } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: { "1": {} }, groupPolicy: "disabled" } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: { "1": { channels: { a: { users: ["2"] } } } } } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false, native: false, nativeSkills: false }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      0,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false, native: false, nativeSkills: false }, channels: { discord: { token: "x", guilds: { "1": {} }, commands: { native: "auto" } } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: { "1": {} }, commands: { native: false, nativeSkills: false } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsDiscordCommandsNativeUnrestricted, text, { profile })
          .length,
        expected,
      ));
  }
});
