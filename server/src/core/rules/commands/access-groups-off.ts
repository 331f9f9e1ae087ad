import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import { groupPlacePatterns, groupPlaces } from "../../access/group-places.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

/** The channels about which the audit has rules of its own; Discord keeps to lists of people even without access groups. */
const audited = new Set(["discord", "slack"]);

/** Whether Telegram offers the commands as such, at one level (telegram/bot-native-commands.js). */
function hasNative(
  config: ConfigView,
  { channel, account }: DirectMessageAccess,
): boolean {
  const block = ["channels", channel.id];
  const places = [
    ...(account === undefined ? [] : [[...block, "accounts", account]]),
    block,
  ].map((path) => config.at([...path, "commands", "native"]));
  const own = places.find(({ state }) => state !== "absent");
  const shared = config.at("commands.native");
  return !is(own ?? shared, false);
}

/** Whether strangers reach commands past the policy: Telegram's own commands ask for the sender alone, if any is listed. */
const isPastPolicy = (
  config: ConfigView,
  level: DirectMessageAccess,
): boolean =>
  level.channel.id === "telegram" &&
  level.allowFrom.entries.length === 0 &&
  hasNative(config, level);

const isConcerned = ({ channel, isUsed }: DirectMessageAccess): boolean =>
  isUsed &&
  !audited.has(channel.id) &&
  channel.isDeaf !== true &&
  channel.takesNoCommands !== true;

/** The channels on which people get through in groups whom nobody listed, and who are no owners where owners alone command. */
function openGroups(config: ConfigView): readonly string[] {
  const ownersOnly = directMessages(config).filter(
    ({ channel, allowFrom }) =>
      channel.id === "whatsapp" &&
      allowFrom.entries.length > 0 &&
      allowFrom.wildcards.length === 0,
  );
  const labels = groupPlaces(config)
    .filter(
      ({ admitsAll, level }) =>
        admitsAll !== undefined &&
        !audited.has(level.channel.id) &&
        level.channel.takesNoCommands !== true &&
        !ownersOnly.some(
          ({ channel, account }) =>
            channel === level.channel && account === level.account,
        ),
    )
    .map(({ level }) => level.channel.label);
  return [...new Set(labels)];
}

export const commandsAccessGroupsOff = defineRule({
  code: "commands.access_groups_off",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [
    ...directMessagePatterns,
    ...groupPlacePatterns,
    "commands.useAccessGroups",
    "commands.native",
    "channels.telegram.commands.native",
    "channels.telegram.accounts.*.commands.native",
  ],
  fixable: "always",
  docs: {
    summary: "Commands do not obey the lists of senders",
    why: "Every member of a group that is answered may start a new conversation, change the model, and use whatever other commands are on. On Telegram the commands of the menu do not even ask whether the sender was let in: as long as nobody is listed, any stranger may use them.",
    remedy: "Remove `commands.useAccessGroups: false`.",
    bad: `{
  gateway: { mode: "local" },
  commands: { useAccessGroups: false },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}" } },
}`,
    good: `{
  gateway: { mode: "local" },
  commands: { useAccessGroups: true },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}" } },
}`,
    since: "next",
    calm: "It needs `false` in the file, and a group in which people get through whom nobody listed; otherwise the strict profile alone speaks. It is an error where Telegram offers commands and lists nobody. The audit's own findings cover Discord and Slack.",
    upstream: {
      relation: "ours",
      reason: "The audit asks for Discord and Slack alone.",
    },
  },
  *check(config) {
    const isOff = config.at("commands.useAccessGroups");
    if (!is(isOff, false)) return;
    const levels = directMessages(config).filter(isConcerned);
    if (levels.length === 0) return;
    const open = levels.filter((level) => isPastPolicy(config, level));
    const inGroups = openGroups(config);
    const [first] = levels;
    const where = inGroups.length > 0 ? inGroups : [first?.channel.label];
    yield {
      at: isOff,
      message:
        open.length > 0
          ? "commands.useAccessGroups is false, and Telegram lists nobody: any stranger may use the commands of its menu"
          : `commands.useAccessGroups is false: whoever gets a message through in a group on ${where.join(", ")} may give commands`,
      related: open.map(({ allowFrom }) => ({
        at: allowFrom.lookup,
        message: "Nobody is listed",
      })),
      ...(open.length > 0
        ? { severity: { recommended: "error", strict: "error" } }
        : inGroups.length > 0
          ? {}
          : { severity: { strict: "warning" }, onlyStrict: true }),
      fixes: [
        {
          title: "Let commands obey the lists of senders",
          safety: "review",
          preferred: true,
          asks: "Only people who are listed or paired will be able to give commands.",
          changes: [{ op: "set", path: isOff.path, value: true }],
        },
      ],
    };
  },
});
