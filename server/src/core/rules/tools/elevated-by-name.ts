import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import { senderText } from "../../access/senders.ts";
import type { Entry } from "../../config/config-view.ts";
import {
  elevatedGroups,
  elevatedIds,
} from "../../dialects/clawdbot/sender-forms.ts";
import { defineRule, pathText } from "../rule.ts";

export const toolsElevatedByName = defineRule({
  code: "tools.elevated_by_name",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [...elevatedPeoplePatterns],
  fixable: "never",
  whyNoFix: "Only you know whose id it is.",
  docs: {
    summary: "Whoever takes a name may run commands on the host",
    why: "Elevated mode compares its list with the display name of who writes. Anybody whose message gets through can choose that name, and has commands run outside the sandbox. On Matrix an id without `matrix:` in front matches display names alone.",
    remedy:
      "List ids: numbers on Telegram and Discord, `U…` on Slack, phone numbers on WhatsApp and Signal, `matrix:@name:server` on Matrix.",
    bad: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { telegram: ["anna"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { telegram: ["123456789"] } } },
}`,
    since: "next",
    calm: "One finding a list, about entries that are no id of that channel, where the release was seen to compare display names.",
    upstream: {
      relation: "ours",
      reason: 'The audit looks for "*" and counts entries.',
    },
  },
  *check(config) {
    for (const { provider, senders, isFallback } of elevatedPeople(config)) {
      const id = elevatedIds.get(provider);
      // The list of direct messages has a rule of its own.
      if (id === undefined || isFallback) continue;
      const isName = (entry: Entry): boolean => {
        const text = senderText(entry);
        if (text === undefined || text === "" || text === "*") return false;
        return (
          !id.test(text) && elevatedGroups.get(provider)?.test(text) !== true
        );
      };
      const [first, ...others] = senders.entries.filter(isName);
      if (first === undefined) continue;
      yield {
        at: first.lookup,
        message: `${JSON.stringify(senderText(first))} in ${pathText(senders.lookup.path)} is compared with display names: whoever takes that name may run commands outside the sandbox`,
        related: others.map(({ lookup }) => ({
          at: lookup,
          message: "By name as well",
        })),
      };
    }
  },
});
