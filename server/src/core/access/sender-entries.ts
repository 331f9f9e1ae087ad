import type { ConfigNode } from "../config/config-node.ts";
import type { Entry } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import type { ChannelRow } from "../dialects/clawdbot/channel-row.ts";
import type { SenderEntryForms } from "../dialects/clawdbot/sender-forms.ts";
import { directMessagePatterns, directMessages } from "./direct-messages.ts";
import { groupPlacePatterns, groupPlaces } from "./group-places.ts";
import { groups, type GroupAccess } from "./groups.ts";
import { oncePerView } from "./once-per-view.ts";
import { senderText, type SenderList } from "./senders.ts";

/** A list of people that some account which is switched on obeys. */
export interface ListInUse {
  readonly channel: ChannelRow;
  readonly list: SenderList;
  /** The level whose groups it is for; undefined for direct messages and for the list of one place. */
  readonly forGroups: GroupAccess | undefined;
}

export const listPatterns = [
  ...directMessagePatterns,
  ...groupPlacePatterns,
] as const satisfies readonly WatchPattern[];

/** Every list of people in use, each once. */
export const listsInUse = oncePerView((config): readonly ListInUse[] => {
  const seen = new Set<ConfigNode>();
  const found: ListInUse[] = [];
  const add = (
    channel: ChannelRow,
    list: SenderList | undefined,
    forGroups?: GroupAccess,
  ): void => {
    if (list?.lookup.state !== "group" || list.entries.length === 0) return;
    const { node } = list.lookup;
    if (seen.has(node)) return;
    seen.add(node);
    found.push({ channel, list, forGroups });
  };
  for (const { channel, allowFrom, isUsed } of directMessages(config))
    if (isUsed && channel.isDeaf !== true) add(channel, allowFrom);
  for (const level of groups(config))
    if (level.isUsed) add(level.channel, level.groupAllowFrom, level);
  for (const { level, ownSenders } of groupPlaces(config))
    add(level.channel, ownSenders);
  return found;
});

/** Why an entry is nobody, and what was probably meant. */
export interface Mismatch {
  /** What it is, as the end of "… is". */
  readonly what: string;
  /** The number that was meant, where that is certain. */
  readonly repaired?: string;
}

/** Numbers as the release compares them begin with a country's code, which never begins with 0, and have at most 15 digits. */
function phoneMismatch(text: string): Mismatch | undefined {
  const bare = text.replace(/^(?:whatsapp|signal):/i, "").trim();
  // Signal also knows people by an id of hexadecimal digits.
  if (/^uuid:|^[0-9a-f-]*[a-f][0-9a-f-]*$/i.test(bare)) return undefined;
  const digits = bare.replace(/\D/g, "");
  if (digits === "") return { what: "no phone number" };
  if (digits.startsWith("00"))
    return {
      what: 'written with 00 instead of "+"',
      repaired: `+${digits.slice(2)}`,
    };
  if (digits.startsWith("0")) return { what: "without its country's code" };
  return digits.length > 15 && !bare.includes("@")
    ? { what: "too long for a phone number" }
    : undefined;
}

/** Why an entry can never be the sender of a message; undefined where it can, or a variable decides. */
export function mismatchOf(
  entry: Entry,
  forms: SenderEntryForms,
): Mismatch | undefined {
  const text = senderText(entry);
  if (text === undefined || text === "" || text === "*") return undefined;
  const other = forms.noPerson.find(({ pattern }) => pattern.test(text));
  if (other !== undefined) return { what: other.what };
  return forms.phone === true ? phoneMismatch(text) : undefined;
}
