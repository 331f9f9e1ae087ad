import { usesAccessGroups } from "../../access/chat-commands.ts";
import { defineRule } from "../rule.ts";
import {
  levelsWithSlashCommands,
  namesOwners,
  namesPeople,
  slashCommandPatterns,
} from "./slash-commands.ts";

export const channelsDiscordCommandsNativeNoAllowlists = defineRule({
  code: "channels.discord.commands.native.no_allowlists",
  effect: "note",
  severity: { upstream: "warning", strict: "info" },
  watches: [...slashCommandPatterns],
  fixable: "never",
  whyNoFix: "Only you know your Discord id.",
  docs: {
    summary: "Nobody may call the commands that Discord offers",
    why: "Discord shows the assistant's commands, and every call is turned down unless somebody was paired.",
    remedy:
      "Add your id to `channels.discord.dm.allowFrom`, or to `users` of a server.",
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", guilds: { "123456789012345678": {} } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", guilds: { "123456789012345678": { users: ["234567890123456789"] } } } },
}`,
    since: "next",
    calm: "It may be wrong: people who were paired are not in the file. So the recommended profile is silent.",
    upstream: {
      relation: "same",
      checkId: "channels.discord.commands.native.no_allowlists",
    },
  },
  *check(config) {
    if (!usesAccessGroups(config)) return;
    for (const level of levelsWithSlashCommands(config, "discord")) {
      const { audited, policy, hasPlaces, places } = level;
      if (!audited || policy.value === "disabled" || !hasPlaces) continue;
      if (places === undefined || namesPeople(config, level)) continue;
      if (namesOwners(config, level)) continue;
      yield {
        at: places,
        message:
          "Discord offers commands, but nobody is named who may call them",
      };
    }
  },
});
