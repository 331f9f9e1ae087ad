import type { ConfigView, Lookup } from "../config/config-view.ts";
import {
  directMessagePatterns,
  directMessages,
  doorOf,
} from "./direct-messages.ts";
import { groupPatterns, groups } from "./groups.ts";
import { oncePerView } from "./once-per-view.ts";

/** A setting that lets people write to the assistant whom nobody named. */
export interface OpenDoor {
  readonly channel: string;
  /** What is open, as a message says it. */
  readonly what: "direct messages" | "groups";
  readonly lookup: Lookup;
}

/** Every setting that `openDoors` reads. */
export const openDoorPatterns = [...directMessagePatterns, ...groupPatterns];

/** Where strangers certainly come in, in accounts that are switched on. */
export const openDoors = oncePerView(
  (config: ConfigView): readonly OpenDoor[] => {
    if (config.at("channels").state === "absent") return [];
    const doors: OpenDoor[] = [];
    for (const level of directMessages(config)) {
      if (!level.enabled || !level.effective) continue;
      if (level.channel.isDeaf === true) continue;
      const { open, because } = doorOf(level);
      if (open !== true) continue;
      const [wildcard] = level.allowFrom.wildcards;
      doors.push({
        channel: level.channel.id,
        what: "direct messages",
        lookup:
          because === "wildcard" && wildcard !== undefined
            ? wildcard.lookup
            : level.policy.lookup,
      });
    }
    for (const { channel, policy, enabled, effective } of groups(config)) {
      if (enabled && effective && policy.value === "open")
        doors.push({
          channel: channel.id,
          what: "groups",
          lookup: policy.lookup,
        });
    }
    return doors;
  },
);
