import assert from "node:assert/strict";
import { channelsSlackCommandsSlashNoAllowlists } from "../../../server/src/core/rules/channels/slack-commands-slash-no-allowlists.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("channels.slack.commands.slash.no_allowlists", () => {
  for (const [profile, text, expected] of [
    [
      "upstream",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
      1,
    ],
    [
      "strict",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
      1,
    ],
    [
      "recommended",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true } } } }`,
      0,
    ],
    [
      "upstream",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y",  } } }`,
      0,
    ],
    [
      "upstream",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true }, dm: { allowFrom: ["U1"] } } } }`,
      0,
    ],
    [
      "upstream",
      `{ commands: {  }, channels: { slack: { botToken: "x", appToken: "y", slashCommand: { enabled: true }, channels: { C1: { users: ["U1"] } } } } }`,
      0,
    ],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(channelsSlackCommandsSlashNoAllowlists, text, { profile })
          .length,
        expected,
      ));
  }
});
