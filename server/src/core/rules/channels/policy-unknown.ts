import {
  directMessagePatterns,
  directMessages,
  dmPolicies,
} from "../../access/direct-messages.ts";
import { groupPatterns, groupPolicies, groups } from "../../access/groups.ts";
import type { Fix } from "../../config/fix.ts";
import { groupGates } from "../../dialects/clawdbot/group-gates.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, pathText } from "../rule.ts";

/** The words in lower case, as a sentence names them. */
const asWords = (words: readonly string[]): string =>
  words.map((word) => `"${word}"`).join(", ");

const setTo = (path: JSONPath, value: string): Fix => ({
  title: `Set to ${value}`,
  safety: "review",
  preferred: true,
  asks: "Whoever is not listed will no longer be answered.",
  changes: [{ op: "set", path, value }],
});

export const channelsPolicyUnknown = defineRule({
  code: "channels.policy_unknown",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...directMessagePatterns, ...groupPatterns],
  fixable: "always",
  docs: {
    summary: "A policy that is no word of the program",
    why: "The program does not check the settings of channels that plugins bring. LINE, Matrix, Mattermost and Zalo Personal take a group policy they do not know for an open one: a slip of the pen lets every member of every group in. For direct messages it counts as `allowlist`, so nobody is asked for a pairing code.",
    remedy:
      'Use `"allowlist"`, `"open"` or `"disabled"`; for direct messages also `"pairing"`.',
    bad: `{
  gateway: { mode: "local" },
  channels: { mattermost: { botToken: "\${MATTERMOST_BOT_TOKEN}", baseUrl: "https://chat.example.net", groupPolicy: "Allowlist" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { mattermost: { botToken: "\${MATTERMOST_BOT_TOKEN}", baseUrl: "https://chat.example.net", groupPolicy: "allowlist" } },
}`,
    since: "next",
    calm: "Only a policy that is written and no word of the program. Of the channels the program checks such a file is refused instead. Where the word counts as `allowlist` it is a warning.",
    upstream: {
      relation: "ours",
      reason: "The audit looks for the word `open` alone.",
    },
  },
  *check(config) {
    const told = new Set<string>();
    const isNew = (path: JSONPath): boolean => {
      const where = pathText(path);
      return !told.has(where) && Boolean(told.add(where));
    };
    for (const { policy, channel, enabled } of groups(config)) {
      const { lookup } = policy;
      if (policy.value !== "other" || channel.hasSchema || !enabled) continue;
      if (lookup.state !== "set" || !isNew(lookup.path)) continue;
      const opens = groupGates.get(channel.id)?.opensOnUnknownPolicy === true;
      yield {
        at: lookup,
        message: `${pathText(lookup.path)} is none of ${asWords(groupPolicies)}: ${channel.label} takes it for "${opens ? "open" : "allowlist"}"`,
        ...(opens
          ? {}
          : { severity: { recommended: "warning", strict: "warning" } }),
        fixes: [setTo(lookup.path, "allowlist")],
      };
    }
    for (const { policy, channel, enabled } of directMessages(config)) {
      const { lookup } = policy;
      if (policy.value !== "other" || channel.hasSchema || !enabled) continue;
      if (lookup.state !== "set" || !isNew(lookup.path)) continue;
      yield {
        at: lookup,
        message: `${pathText(lookup.path)} is none of ${asWords(dmPolicies)}: ${channel.label} takes it for "allowlist"`,
        severity: { recommended: "warning", strict: "warning" },
        fixes: [setTo(lookup.path, "allowlist")],
      };
    }
  },
});
