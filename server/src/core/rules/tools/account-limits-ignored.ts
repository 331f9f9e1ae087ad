import { settingsAt } from "../../config/settings-at.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule, pathText } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

const places = [
  "channels.discord.accounts.*.guilds.*.tools",
  "channels.discord.accounts.*.guilds.*.channels.*.tools",
] as const;

export const toolsAccountLimitsIgnored = defineRule({
  code: "tools.account_limits_ignored",
  effect: "note",
  severity: noteAs("warning"),
  watches: [
    "channels.discord.accounts.*.guilds.*.tools",
    "channels.discord.accounts.*.guilds.*.channels.*.tools",
    "channels.discord.guilds.*.tools",
    "channels.discord.guilds.*.channels.*.tools",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Limits of tools for a Discord account that nothing reads",
    why: "Clawdbot looks for the tools of a Discord server under `channels.discord.guilds` alone, not under an account. The people on that server have every tool that the agent has.",
    remedy:
      "Write the limits under `channels.discord.guilds.<server>.tools`, where they hold for all accounts.",
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { guilds: { "1234": {} }, accounts: { work: { token: "\${DISCORD_WORK}", guilds: { "1234": { tools: { deny: ["exec"] } } } } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { discord: { guilds: { "1234": { tools: { deny: ["exec"] } } }, accounts: { work: { token: "\${DISCORD_WORK}", guilds: { "1234": {} } } } } },
}`,
    since: "next",
    calm: "It needs such a key. Accounts of other channels are read, and are no finding.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    if (config.at("channels.discord.accounts").state === "absent") return;
    for (const pattern of places) {
      for (const lookup of settingsAt(config, pattern)) {
        // channels.discord.accounts.<account>.guilds… → channels.discord.guilds…
        const shared = ["channels", "discord", ...lookup.path.slice(4)];
        // A server that is not listed there yet would be let in by it, for every account.
        const isListed =
          config.at(shared.slice(0, -1)).state === "group" &&
          config.at(shared).state === "absent";
        yield {
          at: lookup,
          message: `${pathText(lookup.path)} holds nobody back: only ${pathText(shared)} is read`,
          fixes: isListed
            ? [
                {
                  title: "Move it to the server's settings for all accounts",
                  safety: "review",
                  preferred: true,
                  changes: [{ op: "move", from: lookup.path, to: [shared] }],
                },
              ]
            : [],
        };
      }
    }
  },
});
