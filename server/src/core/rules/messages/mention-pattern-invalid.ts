import {
  compiledPattern,
  mentionPatternLists,
  mentionPatternPatterns,
} from "../../access/mention-patterns.ts";
import { defineRule } from "../rule.ts";
import { readablePattern } from "./readable-pattern.ts";

export const messagesMentionPatternInvalid = defineRule({
  code: "messages.mention_pattern_invalid",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...mentionPatternPatterns],
  fixable: "always",
  docs: {
    summary: "A mention pattern that is no regular expression",
    why: "The program drops it without a word. The assistant does not answer to that name; and on iMessage and BlueBubbles, which know mentions by patterns alone, it answers every message if no other pattern is left.",
    remedy:
      "Correct the expression. Characters that mean something in one, such as `+` or `(`, need two backslashes in front.",
    bad: `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["@clawd", "clawd("] } } }`,
    good: `{ gateway: { mode: "local" }, messages: { groupChat: { mentionPatterns: ["@clawd", "clawd\\\\("] } } }`,
    since: "next",
    calm: "Only what the language's own compiler refuses.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at mentions.",
    },
  },
  *check(config) {
    for (const { entries } of mentionPatternLists(config)) {
      for (const { lookup } of entries) {
        const text = readablePattern(lookup);
        if (text === undefined || compiledPattern(text) !== undefined) continue;
        yield {
          at: lookup,
          message: `${JSON.stringify(text)} is no regular expression, and is dropped`,
          fixes: [
            {
              title: "Take it word for word",
              safety: "review",
              preferred: true,
              changes: [
                {
                  op: "set",
                  path: lookup.path,
                  value: text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
                },
              ],
            },
          ],
        };
      }
    }
  },
});
