import { usesAccessGroups } from "../../access/chat-commands.ts";
import { defineRule } from "../rule.ts";
import {
  levelsWithSlashCommands,
  namesOwners,
  namesPeople,
  slashCommandPatterns,
} from "./slash-commands.ts";

export const channelsSlackCommandsSlashNoAllowlists = defineRule({
  code: "channels.slack.commands.slash.no_allowlists",
  effect: "note",
  severity: { upstream: "warning", strict: "info" },
  watches: [...slashCommandPatterns],
  fixable: "never",
  whyNoFix: "Only you know your Slack id.",
  docs: {
    summary: "Nobody may call the commands that Slack offers",
    why: "Slack shows the assistant's commands, and every call is turned down unless somebody was paired.",
    remedy:
      "Add your id to `channels.slack.dm.allowFrom`, or to `users` of a channel.",
    bad: `{
  gateway: { mode: "local" },
  channels: { slack: { botToken: "\${SLACK_BOT_TOKEN}", appToken: "\${SLACK_APP_TOKEN}", slashCommand: { enabled: true } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { slack: { botToken: "\${SLACK_BOT_TOKEN}", appToken: "\${SLACK_APP_TOKEN}", slashCommand: { enabled: true }, dm: { allowFrom: ["U0123456789"] } } },
}`,
    since: "next",
    calm: "It may be wrong: people who were paired are not in the file. So the recommended profile is silent.",
    upstream: {
      relation: "same",
      checkId: "channels.slack.commands.slash.no_allowlists",
    },
  },
  *check(config) {
    if (!usesAccessGroups(config)) return;
    for (const level of levelsWithSlashCommands(config, "slack")) {
      if (!level.audited || namesPeople(config, level)) continue;
      if (namesOwners(config, level)) continue;
      const { channel, account } = level;
      yield {
        at: config.at(
          account === undefined
            ? ["channels", channel.id]
            : ["channels", channel.id, "accounts", account],
        ),
        message: "Slack offers commands, but nobody is named who may call them",
      };
    }
  },
});
