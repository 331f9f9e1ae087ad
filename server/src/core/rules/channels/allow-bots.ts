import { groupPlacePatterns, groupPlaces } from "../../access/group-places.ts";
import { is, type Lookup } from "../../config/config-view.ts";
import { defineRule, pathText } from "../rule.ts";

/** The channels that know the setting (config/zod-schema.providers-core.js). */
const channelsWithBots = new Set(["discord", "slack", "googlechat"]);

export const channelsAllowBots = defineRule({
  code: "channels.allow_bots",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...groupPlacePatterns,
    "channels.discord.allowBots",
    "channels.discord.accounts.*.allowBots",
    "channels.slack.allowBots",
    "channels.slack.accounts.*.allowBots",
    "channels.googlechat.allowBots",
    "channels.googlechat.accounts.*.allowBots",
  ],
  fixable: "always",
  docs: {
    summary: "The assistant answers other bots",
    why: "Bots repeat what others feed them: tickets, mails, commit messages, forms on a website. Whoever can make a bot say something in the group can so talk to the assistant, and two bots that answer each other never stop.",
    remedy: "Remove `allowBots: true`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", allowBots: true, guilds: { "123456789012345678": {} } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", allowBots: false, guilds: { "123456789012345678": {} } } },
}`,
    since: "next",
    calm: "It needs `allowBots: true` in the file, and a group that is answered.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at bots.",
    },
  },
  *check(config) {
    const told = new Map<string, Lookup>();
    const places = groupPlaces(config).filter(({ level }) =>
      channelsWithBots.has(level.channel.id),
    );
    if (places.length === 0) return;
    const add = (lookup: Lookup): void => {
      if (is(lookup, true)) told.set(pathText(lookup.path), lookup);
    };
    for (const place of places) {
      const { channel, account } = place.level;
      const lookup = channel.id === "slack" ? place.lookup : undefined;
      if (lookup !== undefined) add(config.at([...lookup.path, "allowBots"]));
      const block = ["channels", channel.id];
      const own =
        account === undefined
          ? undefined
          : config.at([...block, "accounts", account, "allowBots"]);
      add(
        own === undefined || own.state === "absent"
          ? config.at([...block, "allowBots"])
          : own,
      );
    }
    for (const [where, lookup] of told) {
      yield {
        at: lookup,
        message: `${where} is true: what other bots write is answered`,
        fixes: [
          {
            title: "Ignore other bots",
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path: lookup.path, value: false }],
          },
        ],
      };
    }
  },
});
