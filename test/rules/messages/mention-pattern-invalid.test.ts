import assert from "node:assert/strict";
import { messagesMentionPatternInvalid as rule } from "../../../server/src/core/rules/messages/mention-pattern-invalid.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("messages.mention_pattern_invalid", () => {
  it("points at what does not compile", () =>
    check(
      rule,
      `{ messages: { groupChat: { mentionPatterns: [
  "clawd", "clawd(", "*"] } },
  //                 ^^^ messages.mention_pattern_invalid
  //       ^^^^^^^^ messages.mention_pattern_invalid
agents: { list: [{ id: "a", groupChat: { mentionPatterns: ["[a"] } }] } }
  //                                                       ^^^^ messages.mention_pattern_invalid`,
    ));
  for (const text of [
    `{ messages: { groupChat: { mentionPatterns: ["\\\\bclawd\\\\b", ".*", "\${NAME}("] } } }`,
    `{ messages: { groupChat: { mentionPatterns: [] } } }`,
    `{ messages: { groupChat: {} } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("takes the name word for word", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["clawd :("] } } }`,
      ),
      [
        [
          "Take it word for word",
          `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["clawd :\\\\("] } } }`,
        ],
      ],
    ));
});
