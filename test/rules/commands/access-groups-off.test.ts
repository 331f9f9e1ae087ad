import assert from "node:assert/strict";
import { commandsAccessGroupsOff as rule } from "../../../server/src/core/rules/commands/access-groups-off.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import {
  messagesOf,
  offeredFixes,
  severitiesOf,
} from "../../support/offered-fixes.ts";

const off = (channels: string, more = ""): string =>
  `{ commands: { useAccessGroups: false${more} }, channels: { ${channels} } }`;

describe("commands.access_groups_off", () => {
  it("points at the switch", () =>
    check(
      rule,
      `{ channels: { telegram: {} }, commands: {
  useAccessGroups: false } }
  //               ^^^^^ commands.access_groups_off`,
    ));
  for (const text of [
    `{ commands: { useAccessGroups: true }, channels: { telegram: {} } }`,
    `{ commands: {}, channels: { telegram: {} } }`,
    `{ commands: { useAccessGroups: false } }`,
    off("telegram: { enabled: false }"),
    // The audit has rules for these two; LINE takes no commands from anybody.
    off(`discord: { guilds: { "1": {} } }, slack: { groupPolicy: "open" }`),
    off(`line: { channelAccessToken: "t", groupPolicy: "open" }`),
    // Whoever is not on the list is no owner, and on WhatsApp owners alone may command.
    off(`whatsapp: { groupPolicy: "open", allowFrom: ["+1555"] }`),
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  // telegram/bot-native-commands.js never asks for the policy; without access groups nobody listed means everybody.
  it("is an error where Telegram's menu is there for anybody", () => {
    assert.deepEqual(severitiesOf(rule, off("telegram: {}")), ["error"]);
    assert.deepEqual(
      severitiesOf(
        rule,
        off(
          "telegram: { accounts: { a: { commands: { native: true } } } }",
          ", native: false",
        ),
      ),
      ["error"],
    );
    assert.deepEqual(
      severitiesOf(
        rule,
        off('telegram: { groupPolicy: "open", allowFrom: [5] }'),
      ),
      ["warning"],
    );
    assert.deepEqual(
      severitiesOf(
        rule,
        off(`telegram: { groupPolicy: "open", commands: { native: false } }`),
      ),
      ["warning"],
    );
  });
  it("names the channels on which people get through whom nobody listed", () =>
    assert.deepEqual(
      messagesOf(
        rule,
        off(
          `signal: { groupPolicy: "open" }, msteams: { teams: { t: {} } }, imessage: {}, whatsapp: { groupPolicy: "open" }`,
        ),
      ),
      [
        "commands.useAccessGroups is false: whoever gets a message through in a group on Signal, WhatsApp, Microsoft Teams may give commands",
      ],
    ));
  it("is told in the strict profile alone where only listed people get through", () =>
    assert.deepEqual(
      profilesThatSpeak(rule, off(`signal: { allowFrom: ["+1555"] }`)),
      ["strict"],
    ));
  it("switches access groups on", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, commands: { useAccessGroups: false }, channels: { telegram: {} } }`,
      ),
      [
        [
          "Let commands obey the lists of senders",
          `{ gateway: { mode: "local" }, commands: { useAccessGroups: true }, channels: { telegram: {} } }`,
        ],
      ],
    ));
});
