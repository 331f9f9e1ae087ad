import assert from "node:assert/strict";
import { channelsSenderNeverMatches as rule } from "../../../server/src/core/rules/channels/sender-never-matches.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("channels.sender_never_matches", () => {
  it("points at entries that are nobody, in every kind of list", () =>
    check(
      rule,
      `{ channels: {
  telegram: { allowFrom: [-100123], groups: { "-5": { allowFrom: ["Anna Smith"] } } },
  //                                                              ^^^^^^^^^^^^ channels.sender_never_matches
  //                      ^^^^^^^ channels.sender_never_matches
  discord: { guilds: { "1": { channels: { a: { users: ["<@&77>"] } } } } },
  //                                                   ^^^^^^^^ channels.sender_never_matches
  whatsapp: { accounts: { a: { groupAllowFrom: ["120363@g.us"] } } },
  //                                            ^^^^^^^^^^^^^ channels.sender_never_matches
} }`,
    ));

  // As the release's own comparisons decide (telegram/bot-access.js, signal/identity.js, utils.js and their like).
  const table: readonly (readonly [string, string, number])[] = [
    ["telegram", "123456789", 0],
    ["telegram", "tg:123456789", 0],
    ["telegram", "@anna_s", 0],
    ["telegram", "-1001234567890", 1],
    ["telegram", "group:-1001234567890", 1],
    ["telegram", "https://t.me/anna", 1],
    ["whatsapp", "+4915112345678", 0],
    ["whatsapp", "4915112345678", 0],
    ["whatsapp", "+49 151 12345678", 0],
    ["whatsapp", "4915112345678@s.whatsapp.net", 0],
    ["whatsapp", "015112345678", 1],
    ["whatsapp", "004915112345678", 1],
    ["whatsapp", "Anna", 1],
    ["whatsapp", "120363123456789@g.us", 1],
    ["signal", "+4915112345678", 0],
    ["signal", "uuid:5f2d1a90-0000-4000-8000-000000000000", 0],
    ["signal", "5f2d1a90-0000-4000-8000-0000000000ab", 0],
    ["signal", "group:abc=", 1],
    ["signal", "0151 12345678", 1],
    ["slack", "U0123456789", 0],
    ["slack", "anna", 0],
    ["slack", "C0123456789", 1],
    ["slack", "#general", 1],
    ["discord", "234567890123456789", 0],
    ["discord", "<@234567890123456789>", 0],
    ["discord", "<@&234567890123456789>", 1],
    ["googlechat", "users/123", 0],
    ["googlechat", "spaces/AAA", 1],
    ["msteams", "19:abc@thread.tacv2", 1],
    ["msteams", "anna@example.com", 0],
    ["matrix", "@anna:example.org", 0],
    ["matrix", "!room:example.org", 1],
    ["line", "U0123456789abcdef0123456789abcdef", 0],
    ["line", "C0123456789abcdef0123456789abcdef", 1],
    ["imessage", "chat_id:5", 0],
    ["bluebubbles", "0151", 0],
    ["whatsapp", "${OWNER}", 0],
    ["whatsapp", "*", 0],
  ];
  const nested = new Set(["discord", "slack", "googlechat", "matrix"]);
  for (const [channel, entry, expected] of table)
    it(`${entry} on ${channel} is ${expected === 0 ? "left alone" : "nobody"}`, () => {
      const list = { allowFrom: [entry] };
      const block = {
        channelAccessToken: "t",
        ...(nested.has(channel) ? { dm: list } : list),
      };
      const text = JSON.stringify({ channels: { [channel]: block } });
      assert.equal(findingsOf(rule, text).length, expected);
    });

  for (const text of [
    `{ channels: { telegram: { enabled: false, allowFrom: [-1] } } }`,
    `{ channels: { telegram: { allowFrom: [-1], accounts: { a: { allowFrom: [5] } } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));

  const local = `gateway: { mode: "local" }`;
  it("writes a number as the program compares it", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ ${local}, channels: { signal: { allowFrom: ["0049 151 12345678"] } } }`,
      ),
      [
        [
          "Write +4915112345678",
          `{ ${local}, channels: { signal: { allowFrom: ["+4915112345678"] } } }`,
        ],
      ],
    ));
  it("does not guess a country", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ ${local}, channels: { signal: { allowFrom: ["0151 12345678"] } } }`,
      ),
      [],
    ));
  it("lists a group where groups are listed", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ ${local}, channels: { telegram: { groupAllowFrom: [5, "tg:group:-1001"] } } }`,
      ),
      [
        [
          "List the group under channels.telegram.groups instead",
          `{ ${local}, channels: { telegram: { groupAllowFrom: [5], groups: { "-1001": {} } } } }`,
        ],
      ],
    ));
});
