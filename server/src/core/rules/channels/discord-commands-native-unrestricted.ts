import { usesAccessGroups } from "../../access/chat-commands.ts";
import { defineRule } from "../rule.ts";
import {
  levelsWithSlashCommands,
  namesPeople,
  obeyLists,
  shownFor,
  slashCommandPatterns,
} from "./slash-commands.ts";

export const channelsDiscordCommandsNativeUnrestricted = defineRule({
  code: "channels.discord.commands.native.unrestricted",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...slashCommandPatterns],
  fixable: "always",
  docs: {
    summary: "Anybody on a Discord server may call commands",
    why: "With access groups off and no `users` listed, every member of a listed server can command the assistant, its skills included.",
    remedy:
      "Remove `commands.useAccessGroups: false`, or list the people under `users` of the server.",
    bad: `{
  gateway: { mode: "local" },
  commands: { useAccessGroups: false },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", guilds: { "123456789012345678": {} } } },
}`,
    good: `{
  gateway: { mode: "local" },
  commands: { useAccessGroups: true },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", guilds: { "123456789012345678": {} } } },
}`,
    since: "next",
    calm: "Access groups have to be switched off in the file, a server listed, and nobody named below it.",
    upstream: {
      relation: "stricter",
      checkId: "channels.discord.commands.native.unrestricted",
    },
  },
  *check(config) {
    if (usesAccessGroups(config)) return;
    const levels = levelsWithSlashCommands(config, "discord").filter(
      (level) =>
        level.policy.value !== "disabled" &&
        level.hasPlaces &&
        !namesPeople(config, level),
    );
    const shown = shownFor(levels);
    if (shown === undefined) return;
    yield {
      at: config.at("commands.useAccessGroups"),
      message:
        "commands.useAccessGroups is false: every member of the Discord servers listed can call commands",
      related: levels.flatMap(({ places }) =>
        places === undefined
          ? []
          : [{ at: places, message: "Nobody is named under these servers" }],
      ),
      ...shown,
      fixes: [obeyLists],
    };
  },
});
