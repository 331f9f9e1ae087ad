import type { GroupAccess } from "../../access/groups.ts";
import {
  listPatterns,
  listsInUse,
  mismatchOf,
  type ListInUse,
} from "../../access/sender-entries.ts";
import { senderText } from "../../access/senders.ts";
import type { ConfigView, Entry } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { groupGates } from "../../dialects/clawdbot/group-gates.ts";
import { senderForms } from "../../dialects/clawdbot/sender-forms.ts";
import { defineRule, pathText } from "../rule.ts";

/** The group an entry names, as it would be listed. */
const groupId = (text: string): string =>
  text.replace(/^(?:telegram|tg|whatsapp):/i, "").replace(/^group:/i, "");

/** Lists a group where groups are listed, where that is the place for it. */
function listAsGroup(
  config: ConfigView,
  { forGroups }: ListInUse,
  entry: Entry,
): readonly Fix[] {
  const text = senderText(entry);
  if (forGroups === undefined || text === undefined) return [];
  const { places, channel }: GroupAccess = forGroups;
  const gate = groupGates.get(channel.id);
  if (places === undefined || gate?.places.allowlist !== "once-listed")
    return [];
  const path = [...places.path, groupId(text)];
  if (config.at(path).state !== "absent") return [];
  return [
    {
      title: `List the group under ${pathText(places.path)} instead`,
      safety: "review",
      preferred: true,
      asks: "Groups that are not listed will no longer be answered, and in the listed ones only people you list.",
      changes: [
        { op: "set", path, value: {} },
        { op: "remove", path: entry.lookup.path },
      ],
    },
  ];
}

export const channelsSenderNeverMatches = defineRule({
  code: "channels.sender_never_matches",
  effect: "note",
  severity: { recommended: "info", strict: "warning" },
  watches: [...listPatterns],
  fixable: "sometimes",
  docs: {
    summary: "An entry of a sender list that is nobody",
    why: "Lists of senders are compared with the person who writes. A group, a channel, or a number without its country's code never is that person, so whoever was meant is not let in, and the list looks safer or wider than it is.",
    remedy:
      'List people by their ids. Phone numbers begin with "+" and the country\'s code. Groups belong under `groups`.',
    bad: `{
  gateway: { mode: "local" },
  channels: { whatsapp: { groupAllowFrom: ["004915112345678"] } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { whatsapp: { groupAllowFrom: ["+4915112345678"] } },
}`,
    since: "next",
    calm: "Only entries that cannot be a sender's id or name on that channel, in lists that an account uses which is switched on. It does not guess at ids that look odd.",
    upstream: {
      relation: "ours",
      reason: "The audit counts entries and does not read them.",
    },
  },
  *check(config) {
    for (const used of listsInUse(config)) {
      const forms = senderForms.get(used.channel.id);
      if (forms === undefined) continue;
      for (const entry of used.list.entries) {
        const mismatch = mismatchOf(entry, forms);
        if (mismatch === undefined) continue;
        const { what, repaired } = mismatch;
        yield {
          at: entry.lookup,
          message: `${JSON.stringify(senderText(entry))} is ${what}: no sender on ${used.channel.label} ever is`,
          fixes: [
            ...(repaired === undefined
              ? []
              : [
                  {
                    title: `Write ${repaired}`,
                    safety: "review",
                    preferred: true,
                    asks: "Whoever has this number will be let in.",
                    changes: [
                      { op: "set", path: entry.lookup.path, value: repaired },
                    ],
                  } satisfies Fix,
                ]),
            ...(what === "a group" ? listAsGroup(config, used, entry) : []),
          ],
        };
      }
    }
  },
});
