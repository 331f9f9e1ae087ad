import {
  groupPlacePatterns,
  groupPlaces,
  type GroupPlace,
} from "../../access/group-places.ts";
import {
  mentionPatternPatterns,
  canTellMentions,
} from "../../access/mention-patterns.ts";
import { is, type PresentLookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule, pathText } from "../rule.ts";

/** A name that is certainly not part of ordinary speech; its owner will put another. */
const examplePattern = "@clawdbot\\b";

const addPattern: Fix = {
  title: "Answer when somebody writes @clawdbot",
  safety: "review",
  preferred: true,
  changes: [
    {
      op: "set",
      path: ["messages", "groupChat", "mentionPatterns"],
      value: [examplePattern],
    },
  ],
};

/** The setting of somebody who believes in it. */
const wanted = ({ mention }: GroupPlace): PresentLookup | undefined =>
  mention !== undefined && is(mention, true) ? mention : undefined;

export const channelsRequireMentionDead = defineRule({
  code: "channels.require_mention_dead",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...groupPlacePatterns, ...mentionPatternPatterns],
  fixable: "sometimes",
  docs: {
    summary: "requireMention has no effect, and every message is answered",
    why: "iMessage and BlueBubbles have no mentions of their own. Without `mentionPatterns`, and without an agent that has a name, the assistant cannot tell whether it is meant, and answers everything. LINE and Zalo Personal do not ask at all: the setting only tells the model how to behave.",
    remedy:
      "Set `messages.groupChat.mentionPatterns`, or give the agent an `identity.name`. On LINE list the senders in `groupAllowFrom`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { imessage: { cliPath: "imsg", groupAllowFrom: ["+4915112345678"], groups: { "*": { requireMention: true } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  messages: { groupChat: { mentionPatterns: ["@clawdbot\\\\b"] } },
  channels: { imessage: { cliPath: "imsg", groupAllowFrom: ["+4915112345678"], groups: { "*": { requireMention: true } } } },
}`,
    since: "next",
    calm: "It needs `requireMention: true` in the file, for a group that is answered. Defaults alone are told in the strict profile.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at mentions.",
    },
  },
  *check(config) {
    const told = new Set<string>();
    const places = groupPlaces(config).filter(
      ({ gate }) => gate.mention.asked !== "always",
    );
    if (places.length === 0) return;
    const canTell = canTellMentions(config);
    for (const place of places) {
      const { gate, level, answersAll } = place;
      const byPatterns = gate.mention.asked === "patterns";
      if (byPatterns && (canTell || answersAll !== false)) continue;
      const believed = wanted(place);
      // Where it is never asked for, a default deceives nobody.
      if (believed === undefined && !byPatterns) continue;
      const at = believed ?? level.policy.lookup;
      const where = pathText(at.path);
      if (told.has(where)) continue;
      told.add(where);
      const { label } = level.channel;
      yield {
        at,
        message: byPatterns
          ? `${label} cannot tell whether the assistant is mentioned: no mentionPatterns, and no agent has a name. It answers every message`
          : `${label} never asks for a mention: ${where} has no effect, and every message is answered`,
        ...(believed !== undefined
          ? {}
          : { severity: { strict: "info" }, onlyStrict: true }),
        fixes: byPatterns ? [addPattern] : [],
      };
    }
  },
});
