import assert from "node:assert/strict";
import { toolsElevatedWholeGroup as rule } from "../../../server/src/core/rules/tools/elevated-whole-group.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("tools.elevated_whole_group", () => {
  it("points at each entry that is a group", () =>
    check(
      rule,
      `{ tools: { elevated: { allowFrom: {
  telegram: [5, -1001234567890],
  //            ^^^^^^^^^^^^^^ tools.elevated_whole_group
  whatsapp: ["+4915112345678", "120363@g.us"],
  //                           ^^^^^^^^^^^^^ tools.elevated_whole_group
} } } }`,
    ));
  // What resolveElevatedPermissions of the release said to a message of somebody else in that group.
  const table: readonly (readonly [string, string, boolean])[] = [
    ["telegram", "-1001234567890", true],
    ["telegram", "telegram:group:-1001234567890", true],
    ["telegram", "group:-1001234567890", true],
    ["telegram", "123456789", false],
    ["whatsapp", "120363123@g.us", true],
    ["whatsapp", "+4915112345678", false],
    ["slack", "C0123456789", true],
    ["slack", "channel:C0123456789", true],
    ["slack", "U0123456789", false],
    ["discord", "channel:99", true],
    ["discord", "77", false],
    ["signal", "group:abc=", true],
    ["signal", "+4915112345678", false],
    ["imessage", "chat_id:5", true],
    ["imessage", "5", false],
    ["msteams", "conversation:19:x@thread", true],
    ["msteams", "19:x@thread", false],
    ["mattermost", "channel:abc", true],
    // A room of two has such an id as well.
    ["matrix", "room:!r:example.org", false],
    ["googlechat", "spaces/AAA", false],
    ["telegram", "${GROUP}", false],
  ];
  for (const [provider, entry, expected] of table)
    it(`${entry} on ${provider} is ${expected ? "a group" : "none for certain"}`, () =>
      assert.equal(
        findingsOf(
          rule,
          JSON.stringify({
            tools: { elevated: { allowFrom: { [provider]: [entry] } } },
          }),
        ).length,
        expected ? 1 : 0,
      ));
  it("knows the ids of Discord channels that the file lists", () =>
    check(
      rule,
      `{ channels: { discord: { accounts: { a: { guilds: { "1": { channels: { "99": {} } } } } } } },
tools: { elevated: { allowFrom: { discord: [
    "99", "77",
  //^^^^ tools.elevated_whole_group
] } } } }`,
    ));
  for (const text of [
    `{ tools: { elevated: { enabled: false, allowFrom: { telegram: [-5] } } } }`,
    `{ channels: { telegram: { enabled: false } }, tools: { elevated: { allowFrom: { telegram: [-5] } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("takes the group out", () => {
    const text = `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: [5, -77] } } } }`;
    assert.deepEqual(offeredFixes(rule, text)[0], [
      "Remove the group from the list",
      text.replace(", -77", ""),
    ]);
  });
});
