import assert from "node:assert/strict";
import { channelsEveryMemberTrusted as rule } from "../../../server/src/core/rules/channels/every-member-trusted.ts";
import { check } from "../../support/check-rule.ts";
import { messagesOf, offeredFixes } from "../../support/offered-fixes.ts";

describe("channels.every_member_trusted", () => {
  it("points at the star in lists of single places", () =>
    check(
      rule,
      `{ channels: {
  discord: { guilds: { "1": { users: ["*"], channels: { a: { users: [5] } } }, "2": { users: [5, "*"] } } },
  //                                                                                             ^^^ channels.every_member_trusted
  slack: { channels: { C0123456789: { users: ["*"] } } },
  //                                          ^^^ channels.every_member_trusted
  telegram: { groups: { "-1": { topics: { "7": { allowFrom: ["*"] } } } } },
  //                                                         ^^^ channels.every_member_trusted
  matrix: { rooms: { r: { users: ["*"] } } },
  //                              ^^^ channels.every_member_trusted
} }`,
    ));
  it("points at the general list where groups are named", () =>
    check(
      rule,
      `{ channels: { whatsapp: { groups: { "1@g.us": {} },
  groupAllowFrom: ["*"] } } }
  //               ^^^ channels.every_member_trusted`,
    ));
  it("points at Tlon's open channels, at the channel alone", () =>
    check(
      rule,
      `{ channels: { tlon: { ship: "~zod", authorization: { channelRules: {
  "chat/~zod/general": { mode: "open" },
  //                           ^^^^^^ channels.every_member_trusted
  "chat/~zod/team": { mode: "restricted" },
} }, accounts: { a: { authorization: { channelRules: { "chat/~zod/x": { mode: "open" } } } } } } } }`,
    ));
  for (const text of [
    `{ channels: { discord: { guilds: { "1": {} } } } }`,
    `{ channels: { discord: { guilds: { "1": { users: ["\${A}"] } } } } }`,
    `{ channels: { discord: { guilds: { "*": { users: ["*"] } } } } }`,
    `{ channels: { discord: { enabled: false, guilds: { "1": { users: ["*"] } } } } }`,
    `{ channels: { discord: { groupPolicy: "disabled", guilds: { "1": { users: ["*"] } } } } }`,
    `{ channels: { telegram: { groups: { "-1": {} }, groupAllowFrom: ["*"] } } }`,
    `{ channels: { tlon: { enabled: false, ship: "~zod", authorization: { channelRules: { x: { mode: "open" } } } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("does not speak of commands where there are none", () =>
    assert.deepEqual(
      messagesOf(
        rule,
        `{ channels: { line: { channelAccessToken: "t", groupAllowFrom: ["Uaa"], groups: { C1: { allowFrom: ["*"] } } } } }`,
      ),
      ['"*" in channels.line.groups.C1.allowFrom: every member is answered'],
    ));
  it("takes the star out", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { discord: { guilds: { "1": { users: ["*", "234567890123456789"] } } } } }`,
      ),
      [
        [
          'Remove "*" from channels.discord.guilds.1.users',
          `{ gateway: { mode: "local" }, channels: { discord: { guilds: { "1": { users: ["234567890123456789"] } } } } }`,
        ],
      ],
    ));
});
