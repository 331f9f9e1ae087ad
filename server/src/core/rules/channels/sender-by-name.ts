import {
  listPatterns,
  listsInUse,
  mismatchOf,
} from "../../access/sender-entries.ts";
import { senderText } from "../../access/senders.ts";
import type { Entry } from "../../config/config-view.ts";
import {
  senderForms,
  type SenderEntryForms,
} from "../../dialects/clawdbot/sender-forms.ts";
import { defineRule, pathText } from "../rule.ts";

/** Whether an entry can only be compared with a name. */
function isName(entry: Entry, forms: SenderEntryForms): boolean {
  const text = senderText(entry);
  if (text === undefined || text === "" || text === "*") return false;
  return (
    forms.id?.test(text) === false && mismatchOf(entry, forms) === undefined
  );
}

export const channelsSenderByName = defineRule({
  code: "channels.sender_by_name",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...listPatterns],
  fixable: "never",
  whyNoFix: "Only you know whose id it is.",
  docs: {
    summary: "People are let in by a name that can change hands",
    why: "On Matrix and Slack everybody chooses a display name freely, and whoever chooses yours is let in as you. A username on Telegram or Discord belongs to one person at a time, but it can be given up and taken by somebody else.",
    remedy:
      "List people by their ids: numbers on Telegram and Discord, `U…` on Slack, `@name:server` on Matrix.",
    bad: `{
  gateway: { mode: "local" },
  channels: { matrix: { homeserver: "https://matrix.example.org", accessToken: "\${MATRIX_ACCESS_TOKEN}", dm: { policy: "allowlist", allowFrom: ["anna"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { matrix: { homeserver: "https://matrix.example.org", accessToken: "\${MATRIX_ACCESS_TOKEN}", dm: { policy: "allowlist", allowFrom: ["@anna:example.org"] } } },
}`,
    since: "next",
    calm: "One finding a list, about entries that are no id on that channel. Where names are unique at any time it is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit counts entries and does not read them.",
    },
  },
  *check(config) {
    for (const { channel, list } of listsInUse(config)) {
      const forms = senderForms.get(channel.id);
      if (forms?.name === undefined) continue;
      const named = list.entries.filter((entry) => isName(entry, forms));
      const [first, ...others] = named;
      if (first === undefined) continue;
      const { what, isFree } = forms.name;
      yield {
        at: first.lookup,
        message: `${JSON.stringify(senderText(first))} in ${pathText(list.lookup.path)} is ${what}, no id: ${isFree ? "whoever takes that name is let in" : "it can be given up and taken by somebody else"}`,
        related: others.map(({ lookup }) => ({
          at: lookup,
          message: "By name as well",
        })),
        ...(isFree
          ? {}
          : { severity: { recommended: "info", strict: "warning" } }),
      };
    }
  },
});
