import type { ChannelRow } from "./channel-row.ts";
import { blueBubbles, checkedChannels } from "./checked-channels.ts";
import { pluginChannels } from "./plugin-channels.ts";

/** The 17 channels of the release, in the audit's order. */
export const channels: readonly ChannelRow[] = [
  ...checkedChannels,
  ...pluginChannels,
  blueBubbles,
];

const byId = new Map(channels.map((row) => [row.id, row]));

/** The row of a key under `channels`; undefined for `defaults` and for channels the release does not have. */
export const channelRow = (id: string): ChannelRow | undefined => byId.get(id);
