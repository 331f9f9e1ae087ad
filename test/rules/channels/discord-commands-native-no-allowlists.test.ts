import assert from "node:assert/strict";
import { channelsDiscordCommandsNativeNoAllowlists } from "../../../server/src/core/rules/channels/discord-commands-native-no-allowlists.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.discord.commands.native.no_allowlists", () => {
  for (const [profile, text, expected] of [
    [
      "upstream",
      `{ commands: {  }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      1,
    ],
    [
      "strict",
      `{ commands: {  }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: {  }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      0,
    ],
    [
      "upstream",
      `{ commands: { useAccessGroups: false }, channels: { discord: { token: "x", guilds: { "1": {} } } } }`,
      0,
    ],
    [
      "upstream",
      `{ commands: {  }, channels: { discord: { token: "x", guilds: { "1": {} }, dm: { allowFrom: ["2"] } } } }`,
      0,
    ],
    [
      "upstream",
      `{ commands: {  }, channels: { discord: { token: "x", guilds: { "1": {} }, dm: { allowFrom: [" "] } } } }`,
      1,
    ],
    [
      "upstream",
      `{ commands: {  }, channels: { discord: { token: "x", guilds: { "1": { users: [2] } } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsDiscordCommandsNativeNoAllowlists, text, { profile })
          .length,
        expected,
      ));
  }
});
