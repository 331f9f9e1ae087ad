import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import type { GroupAccess } from "./groups.ts";

/** What the answers below read. */
export const chatCommandPatterns = [
  "commands.native",
  "commands.nativeSkills",
  "commands.useAccessGroups",
  "channels.discord.commands.native",
  "channels.discord.commands.nativeSkills",
  "channels.discord.accounts.*.commands.native",
  "channels.discord.accounts.*.commands.nativeSkills",
  "channels.slack.commands.native",
  "channels.slack.commands.nativeSkills",
  "channels.slack.accounts.*.commands.native",
  "channels.slack.accounts.*.commands.nativeSkills",
  "channels.slack.slashCommand.enabled",
  "channels.slack.accounts.*.slashCommand.enabled",
] as const satisfies readonly WatchPattern[];

/** A key of a channel's level: the account's own, which is taken whole, else the channel's. */
function merged(
  config: ConfigView,
  { channel, account }: GroupAccess,
  key: string,
  below: string,
): Lookup {
  const base = ["channels", channel.id];
  if (account !== undefined) {
    const own = [...base, "accounts", account, key];
    if (config.at(own).state !== "absent") return config.at([...own, below]);
  }
  return config.at([...base, key, below]);
}

/** Whether a switch of true, false and "auto" is on, `auto` being what the channel does by itself (config/commands.js). */
function isOn(own: Lookup, shared: Lookup, auto: boolean): boolean {
  const isSaid =
    own.state === "set" &&
    (typeof own.value === "boolean" || own.value === "auto");
  const lookup = isSaid ? own : shared;
  if (lookup.state === "set" && typeof lookup.value === "boolean")
    return lookup.value;
  return auto;
}

/** Whether people can call commands by a slash at this level. Discord offers them by itself, Slack does not. */
export function hasSlashCommands(
  config: ConfigView,
  level: GroupAccess,
): boolean {
  const auto = level.channel.id === "discord";
  const native = merged(config, level, "commands", "native");
  const skills = merged(config, level, "commands", "nativeSkills");
  if (
    isOn(native, config.at("commands.native"), auto) ||
    isOn(skills, config.at("commands.nativeSkills"), auto)
  )
    return true;
  if (level.channel.id !== "slack") return false;
  const slash = merged(config, level, "slashCommand", "enabled");
  return slash.state === "set" && slash.value === true;
}

/** Whether commands obey lists of senders: unless `commands.useAccessGroups` is `false`. */
export function usesAccessGroups(config: ConfigView): boolean {
  const lookup = config.at("commands.useAccessGroups");
  return !(lookup.state === "set" && lookup.value === false);
}
