import assert from "node:assert/strict";
import { messagesMentionPatternMatchesEverything as rule } from "../../../server/src/core/rules/messages/mention-pattern-matches-everything.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

describe("messages.mention_pattern_matches_everything", () => {
  it("points at the pattern, of everybody and of an agent", () =>
    check(
      rule,
      `{ messages: { groupChat: { mentionPatterns: [
  "@clawd", ".*"] } },
  //        ^^^^ messages.mention_pattern_matches_everything
agents: { list: [{ id: "a", groupChat: { mentionPatterns: ["\\\\w"] } }] } }
  //                                                       ^^^^^ messages.mention_pattern_matches_everything`,
    ));
  for (const [pattern, expected] of [
    ["", 1],
    [".", 1],
    ["^", 1],
    ["a*", 1],
    ["[a-z]", 1],
    ["clawd|", 1],
    ["clawd", 0],
    ["\\bclawd\\b", 0],
    // What `"\b"` in JSON really is: the program puts it right.
    ["\bclawd\b", 0],
    ["^$", 0],
    ["o", 0],
    ["clawd(", 0],
    ["${NAME}", 0],
    [".".repeat(201), 0],
  ] as const)
    it(`${expected === 0 ? "leaves" : "finds"} ${JSON.stringify(pattern.slice(0, 20))}`, () =>
      assert.equal(
        findingsOf(
          rule,
          JSON.stringify({
            messages: { groupChat: { mentionPatterns: [pattern] } },
          }),
        ).length,
        expected,
      ));
  // Steps grow with the pattern's length and the sample's; both are short.
  it("is not held up by a pattern that backtracks", () => {
    const patterns = [`${"(.*)".repeat(49)}z$`, "(((((a+)+)+)+)+)+$"];
    assert.equal(
      findingsOf(
        rule,
        JSON.stringify({
          messages: { groupChat: { mentionPatterns: patterns } },
        }),
      ).length,
      0,
    );
  });
  it("takes the pattern out", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: [".*", "@clawd"] } } }`,
      ),
      [
        [
          "Remove the pattern",
          `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["@clawd"] } } }`,
        ],
      ],
    ));
});
