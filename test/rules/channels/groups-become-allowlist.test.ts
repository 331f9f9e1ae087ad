import assert from "node:assert/strict";
import { channelsGroupsBecomeAllowlist as rule } from "../../../server/src/core/rules/channels/groups-become-allowlist.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { severitiesOf } from "../../support/offered-fixes.ts";

describe("channels.groups_become_allowlist", () => {
  it("points at the list that closes an open policy", () =>
    check(
      rule,
      `{ channels: { telegram: { groupPolicy: "open",
    groups: { "-1": { requireMention: false } },
  //^^^^^^ channels.groups_become_allowlist
}, discord: { groupPolicy: "open",
    guilds: { "1": {} },
  //^^^^^^ channels.groups_become_allowlist
} } }`,
    ));
  for (const text of [
    `{ channels: { telegram: { groupPolicy: "open", groups: { "-1": {}, "*": {} } } } }`,
    `{ channels: { telegram: { groupPolicy: "open", groups: {} } } }`,
    `{ channels: { telegram: { groupPolicy: "open" } } }`,
    `{ channels: { telegram: { groups: { "-1": {} } } } }`,
    `{ channels: { telegram: { groupPolicy: "\${P}", groups: { "-1": {} } } } }`,
    // An open policy of Slack or Matrix also lets in places that are not listed.
    `{ channels: { slack: { groupPolicy: "open", channels: { C1: {} } } } }`,
    `{ channels: { matrix: { groupPolicy: "open", groups: { r: {} } } } }`,
    `{ channels: { telegram: { enabled: false, groupPolicy: "open", groups: { "-1": {} } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("is a hint of the strict profile under the usual policy", () => {
    const text = `{ channels: { telegram: { groups: { "-1": {} } } } }`;
    assert.deepEqual(profilesThatSpeak(rule, text), ["strict"]);
    assert.deepEqual(severitiesOf(rule, text, { profile: "strict" }), ["hint"]);
    assert.deepEqual(
      profilesThatSpeak(
        rule,
        `{ channels: { discord: { guilds: { "1": {} } } } }`,
      ),
      [],
    );
  });
});
