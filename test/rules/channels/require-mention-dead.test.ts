import assert from "node:assert/strict";
import { channelsRequireMentionDead as rule } from "../../../server/src/core/rules/channels/require-mention-dead.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

const imessage = (rest: string): string =>
  `{ ${rest} channels: { imessage: { groupAllowFrom: ["+4915112345678"], groups: { "*": { requireMention: true } } } } }`;

describe("channels.require_mention_dead", () => {
  it("points at settings that have no effect", () =>
    check(
      rule,
      `{ channels: {
  imessage: { groupAllowFrom: ["+1555"], groups: { "*": { requireMention: true } } },
  //                                                                      ^^^^ channels.require_mention_dead
  line: { channelAccessToken: "t", groupAllowFrom: ["Uaa"], groups: { C1: { requireMention: true } } },
  //                                                                                        ^^^^ channels.require_mention_dead
  telegram: { groups: { "*": { requireMention: true } } },
} }`,
    ));
  for (const given of [
    `messages: { groupChat: { mentionPatterns: ["@clawd"] } },`,
    `messages: { groupChat: { mentionPatterns: ["\${NAME}"] } },`,
    `agents: { list: [{ id: "main", groupChat: { mentionPatterns: ["@clawd"] } }] },`,
    `agents: { list: [{ id: "main", identity: { name: "Clawd" } }] },`,
    `agents: { list: [{ id: "main", identity: { emoji: "🦞" } }] },`,
  ])
    it(`is silent beside ${given}`, () => check(rule, imessage(given)));
  // As buildMentionRegexes says: a list that is there counts alone, and what does not compile is dropped.
  for (const given of [
    "",
    `messages: { groupChat: { mentionPatterns: [] } }, agents: { list: [{ id: "main", identity: { name: "Clawd" } }] },`,
    `messages: { groupChat: { mentionPatterns: ["clawd("] } },`,
    `agents: { list: [{ id: "main", identity: { name: " " } }] },`,
  ])
    it(`speaks beside ${given || "nothing"}`, () =>
      assert.deepEqual(profilesThatSpeak(rule, imessage(given)), [
        "recommended",
        "strict",
      ]));
  for (const text of [
    `{ channels: { imessage: { groupPolicy: "disabled", groups: { "*": { requireMention: true } } } } }`,
    `{ channels: { imessage: { groups: { "*": { requireMention: false } } } } }`,
    `{ channels: { imessage: { enabled: false, groups: { "*": { requireMention: true } } } } }`,
    `{ channels: { signal: { groupPolicy: "open" } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text, { profile: "strict" }));
  it("tells defaults in the strict profile alone", () =>
    assert.deepEqual(
      profilesThatSpeak(
        rule,
        `{ channels: { bluebubbles: { allowFrom: ["+1555"] } } }`,
      ),
      ["strict"],
    ));
  it("gives the assistant a name to be called by", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: [] } }, channels: { imessage: { groupAllowFrom: ["+1555"], groups: { "*": { requireMention: true } } } } }`,
      ),
      [
        [
          "Answer when somebody writes @clawdbot",
          `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["@clawdbot\\\\b"] } }, channels: { imessage: { groupAllowFrom: ["+1555"], groups: { "*": { requireMention: true } } } } }`,
        ],
      ],
    ));
});
