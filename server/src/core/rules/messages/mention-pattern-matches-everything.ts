import {
  compiledPattern,
  mentionPatternLists,
  mentionPatternPatterns,
} from "../../access/mention-patterns.ts";
import { defineRule } from "../rule.ts";
import { readablePattern } from "./readable-pattern.ts";

/** Short messages without a letter in common: what matches all of them matches nearly everything. */
const samples = ["ok", "hm", "yes"];

export const messagesMentionPatternMatchesEverything = defineRule({
  code: "messages.mention_pattern_matches_everything",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...mentionPatternPatterns],
  fixable: "always",
  docs: {
    summary: "Every message counts as a mention of the assistant",
    why: "In groups the assistant is to answer when it is meant. A pattern that matches anything has it answer everything, in every group on every channel, and takes each message for a call by name, which is also what lets people switch elevated mode.",
    remedy:
      'Use the assistant\'s name, with the edges of a word around it: `"\\\\bclawd\\\\b"`.',
    bad: `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: [".*", "@clawd"] } } }`,
    good: `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["@clawd"] } } }`,
    since: "next",
    calm: 'The pattern has to match "ok", "hm" and "yes" alike; patterns that are very long or come from a variable are left alone.',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at mentions.",
    },
  },
  *check(config) {
    for (const { entries } of mentionPatternLists(config)) {
      for (const { lookup } of entries) {
        const text = readablePattern(lookup);
        if (text === undefined) continue;
        const pattern = compiledPattern(text);
        if (pattern === undefined) continue;
        if (!samples.every((sample) => pattern.test(sample))) continue;
        yield {
          at: lookup,
          message: `The pattern ${JSON.stringify(text)} matches every message, so each counts as a mention`,
          fixes: [
            {
              title: "Remove the pattern",
              safety: "review",
              preferred: true,
              changes: [{ op: "remove", path: lookup.path }],
            },
          ],
        };
      }
    }
  },
});
