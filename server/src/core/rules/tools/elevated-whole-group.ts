import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import { groupPlacePatterns } from "../../access/group-places.ts";
import { senderText } from "../../access/senders.ts";
import type { ConfigView, Entry } from "../../config/config-view.ts";
import { elevatedGroups } from "../../dialects/clawdbot/sender-forms.ts";
import { defineRule } from "../rule.ts";
import { elevatedOff } from "./elevated-off.ts";

/** Every id of a channel inside a server that the file lists: a person's id looks the same. */
function discordChannels(config: ConfigView): ReadonlySet<string> {
  const discord = ["channels", "discord"];
  const blocks = [
    discord,
    ...config
      .entries([...discord, "accounts"])
      .map(({ lookup }) => lookup.path),
  ];
  return new Set(
    blocks
      .flatMap((block) => config.entries([...block, "guilds"]))
      .flatMap(({ lookup }) => config.entries([...lookup.path, "channels"]))
      .map(({ key }) => String(key)),
  );
}

export const toolsElevatedWholeGroup = defineRule({
  code: "tools.elevated_whole_group",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...elevatedPeoplePatterns, ...groupPlacePatterns],
  fixable: "always",
  docs: {
    summary: "All members of a group may run commands on the host",
    why: "Elevated mode compares its list not only with who writes, but also with where the message was sent to. The id of a group therefore stands for all its members, those who join tomorrow included, and their commands leave the sandbox.",
    remedy: "List people by their ids.",
    bad: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { telegram: ["-1001234567890"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { telegram: ["123456789"] } } },
}`,
    since: "next",
    calm: "Only entries that are groups for certain: a negative number on Telegram, `…@g.us` on WhatsApp, `channel:…`, and on Discord an id that the file lists as a channel.",
    upstream: {
      relation: "ours",
      reason: 'The audit looks for "*" and counts entries.',
    },
  },
  *check(config) {
    const people = elevatedPeople(config).filter(
      ({ isFallback }) => !isFallback,
    );
    if (people.length === 0) return;
    for (const { provider, senders } of people) {
      const form = elevatedGroups.get(provider);
      if (form === undefined) continue;
      const listed =
        provider === "discord" ? discordChannels(config) : undefined;
      const isGroup = (entry: Entry): boolean => {
        const text = senderText(entry) ?? "";
        return form.test(text) || listed?.has(text) === true;
      };
      for (const entry of senders.entries.filter(isGroup)) {
        yield {
          at: entry.lookup,
          message: `${JSON.stringify(senderText(entry))} is a group: all its members may run commands outside the sandbox`,
          fixes: [
            {
              title: "Remove the group from the list",
              safety: "review",
              preferred: true,
              asks: "Whoever relies on elevated mode has to be listed by id.",
              changes: [{ op: "remove", path: entry.lookup.path }],
            },
            elevatedOff,
          ],
        };
      }
    }
  },
});
