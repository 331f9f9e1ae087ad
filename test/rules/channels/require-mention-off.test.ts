import assert from "node:assert/strict";
import { channelsRequireMentionOff as rule } from "../../../server/src/core/rules/channels/require-mention-off.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

const strict = { profile: "strict" } as const;

describe("channels.require_mention_off", () => {
  it("points at the setting wherever it stands", () =>
    check(
      rule,
      `{ channels: {
  discord: { guilds: { "1": { requireMention: false, channels: { a: {}, b: {}, c: { requireMention: true } } } } },
  //                                          ^^^^^ channels.require_mention_off
  slack: { groupPolicy: "open", requireMention: false },
  //                                            ^^^^^ channels.require_mention_off
  telegram: { groupPolicy: "open", groups: { "*": { requireMention: false } } },
  //                                                                ^^^^^ channels.require_mention_off
  matrix: { groups: { r: { autoReply: true } } },
  //                                  ^^^^ channels.require_mention_off
  msteams: { teams: { t: { requireMention: false } } },
  //                                       ^^^^^ channels.require_mention_off
} }`,
    ));
  it("sees what an account inherits", () =>
    check(
      rule,
      `{ channels: { googlechat: { groups: { "spaces/A": {} },
  requireMention: false, accounts: { a: {}, b: { requireMention: true } } } } }
  //              ^^^^^ channels.require_mention_off`,
    ));
  for (const text of [
    `{ channels: { telegram: { groups: { "*": { requireMention: true } }, groupPolicy: "open" } } }`,
    `{ channels: { telegram: { groupPolicy: "open" } } }`,
    `{ channels: { telegram: { groups: { "-1": { requireMention: "\${M}" } }, groupPolicy: "open" } } }`,
    `{ channels: { telegram: { groupPolicy: "disabled", groups: { "-1": { requireMention: false } } } } }`,
    `{ channels: { discord: { guilds: { "1": { requireMention: false, users: [5] } } } } }`,
    `{ channels: { discord: { enabled: false, guilds: { "1": { requireMention: false } } } } }`,
    // Its own code asks for a mention whatever these say.
    `{ channels: { mattermost: { groupPolicy: "open", requireMention: false, chatmode: "onmessage" } } }`,
    `{ channels: { line: { channelAccessToken: "t", groupPolicy: "open", groups: { "*": { requireMention: false } } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));

  const anywhere = `{ channels: { telegram: { groupPolicy: "open", groups: { "*": { requireMention: false } } } } }`;
  const named = `{ channels: { discord: { guilds: { "1": { requireMention: false } } } } }`;
  const listed = `{ channels: { discord: { guilds: { "1": { requireMention: false, users: [5] } } } } }`;
  it("is as severe as the people are many", () => {
    assert.deepEqual(severitiesOf(rule, anywhere), ["warning"]);
    assert.deepEqual(severitiesOf(rule, named), ["info"]);
    assert.deepEqual(severitiesOf(rule, named, strict), ["warning"]);
    assert.deepEqual(severitiesOf(rule, listed, strict), ["info"]);
    assert.deepEqual(profilesThatSpeak(rule, listed), ["strict"]);
  });
  it("turns the setting round", () => {
    const text = `{ gateway: { mode: "local" }, channels: { matrix: { groups: { r: { autoReply: true } } } } }`;
    assert.deepEqual(offeredFixes(rule, text), [
      ["Answer only when mentioned", text.replace("true", "false")],
    ]);
  });
});
