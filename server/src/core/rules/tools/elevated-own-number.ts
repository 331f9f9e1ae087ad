import {
  directMessagePatterns,
  directMessages,
  doorOf,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import { groupPlacePatterns, groupPlaces } from "../../access/group-places.ts";
import {
  distinctSenders,
  normalizedSender,
  senderText,
} from "../../access/senders.ts";
import { is, type ConfigView, type Entry } from "../../config/config-view.ts";
import { defineRule, type FixableFinding } from "../rule.ts";
import { elevatedNobody, elevatedOff } from "./elevated-off.ts";

/** The channel whose messages are all sent to the bot's own number (web/inbound/monitor.js). */
const provider = "whatsapp";

/** Whether the assistant runs on its owner's phone, at one level. */
function isOwnPhone(
  config: ConfigView,
  { channel, account }: DirectMessageAccess,
): boolean {
  const general = config.at(["channels", channel.id, "selfChatMode"]);
  if (account === undefined) return is(general, true);
  const path = ["channels", channel.id, "accounts", account, "selfChatMode"];
  const own = config.at(path);
  return is(own.state === "absent" ? general : own, true);
}

/** How bad it is, by who else gets a message through; undefined when nobody does. */
function othersWhoWrite(
  config: ConfigView,
  level: DirectMessageAccess,
): Pick<FixableFinding, "severity" | "onlyStrict"> | undefined {
  const { allowFrom, rules, policy, channel, account } = level;
  const isShared =
    doorOf(level).open === true ||
    distinctSenders(allowFrom, rules.senders) > 1 ||
    groupPlaces(config).some(
      ({ admitsAll, level: groups }) =>
        admitsAll !== undefined &&
        groups.channel === channel &&
        groups.account === account,
    );
  if (isShared) return {};
  // Nobody else yet; whoever is paired later gets it without a word.
  return policy.value === "pairing"
    ? { severity: { recommended: "info", strict: "warning" } }
    : undefined;
}

export const toolsElevatedOwnNumber = defineRule({
  code: "tools.elevated_own_number",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...elevatedPeoplePatterns,
    ...directMessagePatterns,
    ...groupPlacePatterns,
    "channels.whatsapp.selfChatMode",
    "channels.whatsapp.accounts.*.selfChatMode",
  ],
  fixable: "always",
  docs: {
    summary: "The bot's own number lets every sender run commands on the host",
    why: "Elevated mode compares its list also with the number a message was sent to. When the assistant runs on your own WhatsApp number, every message is sent to that number. So listing yourself lists everybody whose message gets through.",
    remedy:
      "Give the assistant a number of its own, or let nobody on WhatsApp use elevated mode: `tools.elevated.allowFrom.whatsapp: []`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { whatsapp: { selfChatMode: true, dmPolicy: "allowlist", allowFrom: ["+4915112345678", "+4915187654321"] } },
  tools: { elevated: { allowFrom: { whatsapp: ["+4915112345678"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { whatsapp: { selfChatMode: true, dmPolicy: "allowlist", allowFrom: ["+4915112345678", "+4915187654321"] } },
  tools: { elevated: { allowFrom: { whatsapp: [] } } },
}`,
    since: "next",
    calm: "It needs `selfChatMode: true`, and a number that stands both in `allowFrom` and in the elevated list: with several numbers in `allowFrom` it may be another than the bot's. If nobody but you gets through it is silent, or an info as long as others can be paired.",
    upstream: {
      relation: "ours",
      reason: 'The audit looks for "*" and counts entries.',
    },
  },
  *check(config) {
    const elevated = elevatedPeople(config).find(
      (people) => people.provider === provider,
    );
    if (elevated === undefined || elevated.senders.wildcards.length > 0) return;
    for (const level of directMessages(config)) {
      if (level.channel.id !== provider || !level.isUsed) continue;
      if (!isOwnPhone(config, level)) continue;
      const numberOf = (entry: Entry): string | undefined => {
        const text = senderText(entry);
        return text === undefined || text === "*"
          ? undefined
          : normalizedSender(text, level.rules.senders);
      };
      const own = new Set(level.allowFrom.entries.map(numberOf));
      const entry = elevated.senders.entries.find((each) => {
        const number = numberOf(each);
        return number !== undefined && own.has(number);
      });
      const others = othersWhoWrite(config, level);
      if (entry === undefined || others === undefined) continue;
      yield {
        at: entry.lookup,
        message:
          "The assistant runs on its owner's number, and every message is sent to that number: whoever gets through may run commands outside the sandbox",
        related: [{ at: level.allowFrom.lookup, message: "They get through" }],
        ...others,
        fixes: [elevatedNobody(provider), elevatedOff],
      };
      return;
    }
  },
});
