import assert from "node:assert/strict";
import { channelsSenderByName as rule } from "../../../server/src/core/rules/channels/sender-by-name.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severitiesOf } from "../../support/offered-fixes.ts";

describe("channels.sender_by_name", () => {
  it("points at the first name of each list", () =>
    check(
      rule,
      `{ channels: {
  matrix: { dm: { allowFrom: ["@anna:example.org", "anna", "ben"] } },
  //                                               ^^^^^^ channels.sender_by_name
  slack: { channels: { C0123456789: { users: ["U0123456", "anna"] } } },
  //                                                      ^^^^^^ channels.sender_by_name
  telegram: { allowFrom: ["@anna"], groupAllowFrom: [5] },
  //                      ^^^^^^^ channels.sender_by_name
} }`,
    ));
  const table: readonly (readonly [string, string | number, number])[] = [
    ["telegram", 123, 0],
    ["telegram", "telegram:123", 0],
    ["telegram", "anna", 1],
    ["discord", "234567890123456789", 0],
    ["discord", "<@!234567890123456789>", 0],
    ["discord", "user:234567890123456789", 0],
    ["discord", "anna", 1],
    ["slack", "user:U0123456", 0],
    ["slack", "Anna", 1],
    ["msteams", "29:abc", 0],
    ["msteams", "01234567-89ab-cdef-0123-456789abcdef", 0],
    ["msteams", "anna@example.com", 0],
    ["msteams", "Anna Smith", 1],
    ["matrix", "matrix:@anna:example.org", 0],
    ["matrix", "@anna", 1],
    ["googlechat", "anna@example.com", 0],
    ["mattermost", "anna", 0],
    ["nextcloud-talk", "anna", 0],
    ["matrix", "${OWNER}", 0],
    ["matrix", "*", 0],
    // Nobody at all has a rule of its own.
    ["matrix", "!room:example.org", 0],
    ["telegram", -5, 0],
  ];
  const nested = new Set(["discord", "slack", "googlechat", "matrix"]);
  for (const [channel, entry, expected] of table)
    it(`${entry} on ${channel} is ${expected === 0 ? "no name" : "a name"}`, () => {
      const list = { allowFrom: [entry] };
      const block = nested.has(channel) ? { dm: list } : list;
      const text = JSON.stringify({ channels: { [channel]: block } });
      assert.equal(findingsOf(rule, text).length, expected);
    });
  it("is milder where a name belongs to one person at a time", () => {
    assert.deepEqual(
      severitiesOf(
        rule,
        `{ channels: { matrix: { dm: { allowFrom: ["anna"] } } } }`,
      ),
      ["warning"],
    );
    const telegram = `{ channels: { telegram: { allowFrom: ["@anna"] } } }`;
    assert.deepEqual(severitiesOf(rule, telegram), ["info"]);
    assert.deepEqual(severitiesOf(rule, telegram, { profile: "strict" }), [
      "warning",
    ]);
  });
  it("is silent about a channel that is off", () =>
    check(
      rule,
      `{ channels: { matrix: { enabled: false, dm: { allowFrom: ["anna"] } } } }`,
    ));
});
