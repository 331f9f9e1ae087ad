import {
  chatCommandPatterns,
  hasSlashCommands,
} from "../../access/chat-commands.ts";
import {
  directMessagePatterns,
  directMessages,
} from "../../access/direct-messages.ts";
import {
  groupPatterns,
  groups,
  placeSenderLists,
  placeSenderPatterns,
  type GroupAccess,
} from "../../access/groups.ts";
import { senderText } from "../../access/senders.ts";
import type { ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";

export const slashCommandPatterns = [
  ...chatCommandPatterns,
  ...groupPatterns,
  ...directMessagePatterns,
  ...placeSenderPatterns,
] as const;

/** The levels of a channel at which people can call commands by a slash. */
export const levelsWithSlashCommands = (
  config: ConfigView,
  channel: "discord" | "slack",
): readonly GroupAccess[] =>
  groups(config).filter(
    (level) => level.channel.id === channel && hasSlashCommands(config, level),
  );

/** Whether a list of people stands below any of the level's servers or rooms. */
export const namesPeople = (config: ConfigView, level: GroupAccess): boolean =>
  placeSenderLists(config, level).some(({ entries }) => entries.length > 0);

/** Whether the level's direct messages name people, who then may call commands. */
export const namesOwners = (config: ConfigView, level: GroupAccess): boolean =>
  directMessages(config).some(
    ({ channel, account, allowFrom }) =>
      channel === level.channel &&
      account === level.account &&
      allowFrom.entries.some((entry) => senderText(entry) !== ""),
  );

/** How a finding about several levels is shown: by the audit if it looks at one of them, by us if one of them counts. */
export function shownFor(
  levels: readonly GroupAccess[],
): { readonly onlyUpstream: boolean; readonly asUpstream?: false } | undefined {
  const isAudited = levels.some(({ audited }) => audited);
  const isObeyed = levels.some(
    ({ effective, enabled }) => effective && enabled,
  );
  if (!isAudited && !isObeyed) return undefined;
  return {
    onlyUpstream: !isObeyed,
    ...(isAudited ? {} : { asUpstream: false as const }),
  };
}

export const obeyLists: Fix = {
  title: "Let commands obey the lists of senders",
  safety: "review",
  preferred: true,
  asks: "Only people who are listed or paired will be able to call commands.",
  changes: [{ op: "set", path: ["commands", "useAccessGroups"], value: true }],
};
