import type { Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import {
  directMessagePatterns,
  directMessages,
  doorOf,
  type DirectMessageAccess,
} from "./direct-messages.ts";
import { groupPlacePatterns, groupPlaces } from "./group-places.ts";
import { oncePerView } from "./once-per-view.ts";
import { exactWildcards } from "./senders.ts";

/** A way by which anybody may write to the assistant directly. */
export interface OpenDoor {
  readonly level: DirectMessageAccess;
  readonly because: "policy" | "wildcard" | "empty-list";
  /** The open policy, the "*", or where a list would stand. */
  readonly lookup: Lookup;
}

/** The door of one level, if it certainly stands open. */
function openDoorOf(level: DirectMessageAccess): OpenDoor | undefined {
  const { rules, channel, policy, allowFrom, overruledBy } = level;
  if (channel.isDeaf === true || !level.isUsed) return undefined;
  // `dm.enabled: false` closes it; `allowlistOnly` only makes a list of what is listed, and "*" may be.
  const isListOnly = overruledBy?.path.at(-1) === channel.onlyListed;
  if (overruledBy !== undefined && !isListOnly) return undefined;
  const wildcard = exactWildcards(allowFrom)[0];
  if (overruledBy !== undefined)
    return wildcard && { level, because: "wildcard", lookup: wildcard.lookup };
  const { open, because } = doorOf(level);
  if (open !== true || because === undefined) return undefined;
  if (because === "policy") return { level, because, lookup: policy.lookup };
  if (because === "wildcard")
    return wildcard && { level, because, lookup: wildcard.lookup };
  return rules.emptyListAdmits === true
    ? { level, because, lookup: allowFrom.lookup }
    : undefined;
}

/** Every level of direct messages at which a stranger is answered for certain. */
export const openDoors = oncePerView((config): readonly OpenDoor[] =>
  directMessages(config).flatMap((level) => openDoorOf(level) ?? []),
);

/** What `strangersInCommand` reads. */
export const strangerPatterns = [
  ...directMessagePatterns,
  ...groupPlacePatterns,
  "commands.useAccessGroups",
] as const satisfies readonly WatchPattern[];

/** Why somebody the owner never chose may give commands in a chat. */
export interface StrangersInCommand {
  readonly lookup: Lookup;
  readonly message: string;
}

/**
 * Why people the owner never chose may give commands in a chat (channels/command-gating.js): "*" is a listed sender, and
 * without access groups whoever gets a message through may command. An open policy or an empty list alone lets nobody
 * command, though it lets everybody talk.
 */
export const strangersInCommand = oncePerView(
  (config): readonly StrangersInCommand[] => {
    const found: StrangersInCommand[] = [];
    for (const { level, lookup } of openDoors(config)) {
      const { allowFrom, channel } = level;
      if (channel.takesNoCommands === true) continue;
      if (exactWildcards(allowFrom).length === 0) continue;
      found.push({
        lookup,
        message: `Anybody on ${level.channel.label} may give commands`,
      });
    }
    for (const { admitsAll, level } of groupPlaces(config)) {
      if (admitsAll?.because !== "wildcard") continue;
      if (level.channel.takesNoCommands === true) continue;
      found.push({
        lookup: admitsAll.wildcard.lookup,
        message: `Every member of a ${level.channel.label} group may give commands`,
      });
    }
    const groups = config.at("commands.useAccessGroups");
    if (groups.state === "set" && groups.value === false)
      found.push({
        lookup: groups,
        message: "Whoever gets a message through may give commands",
      });
    return found;
  },
);
