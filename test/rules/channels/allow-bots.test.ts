import assert from "node:assert/strict";
import { channelsAllowBots as rule } from "../../../server/src/core/rules/channels/allow-bots.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("channels.allow_bots", () => {
  it("points at the setting of a channel, an account and a Slack channel", () =>
    check(
      rule,
      `{ channels: {
  discord: { allowBots: true, guilds: { "1": {} }, accounts: { a: {}, b: { allowBots: false } } },
  //                    ^^^^ channels.allow_bots
  slack: { channels: { C0123456789: { allowBots: true } } },
  //                                             ^^^^ channels.allow_bots
  googlechat: { groups: { "spaces/A": {} }, accounts: { a: { allowBots: true } } },
  //                                                                    ^^^^ channels.allow_bots
} }`,
    ));
  for (const text of [
    `{ channels: { discord: { allowBots: false, guilds: { "1": {} } } } }`,
    `{ channels: { discord: { allowBots: true } } }`,
    `{ channels: { discord: { allowBots: true, enabled: false, guilds: { "1": {} } } } }`,
    `{ channels: { discord: { allowBots: true, groupPolicy: "disabled", guilds: { "1": {} } } } }`,
    `{ channels: { discord: { allowBots: true, guilds: { "1": {} }, accounts: { a: { allowBots: false } } } } }`,
    `{ channels: { telegram: { groupPolicy: "open" } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("ignores bots again", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { slack: { allowBots: true, channels: { C0123456789: {} } } } }`,
      ),
      [
        [
          "Ignore other bots",
          `{ gateway: { mode: "local" }, channels: { slack: { allowBots: false, channels: { C0123456789: {} } } } }`,
        ],
      ],
    ));
});
