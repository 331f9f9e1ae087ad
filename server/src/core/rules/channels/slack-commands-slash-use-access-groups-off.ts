import { usesAccessGroups } from "../../access/chat-commands.ts";
import { defineRule } from "../rule.ts";
import {
  levelsWithSlashCommands,
  obeyLists,
  shownFor,
  slashCommandPatterns,
} from "./slash-commands.ts";

export const channelsSlackCommandsSlashUseAccessGroupsOff = defineRule({
  code: "channels.slack.commands.slash.useAccessGroups_off",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...slashCommandPatterns],
  fixable: "always",
  docs: {
    summary: "Slack commands do not obey the lists of senders",
    why: "Everybody in the workspace can command the assistant, whoever the lists name.",
    remedy: "Remove `commands.useAccessGroups: false`.",
    bad: `{
  gateway: { mode: "local" },
  commands: { useAccessGroups: false },
  channels: { slack: { botToken: "\${SLACK_BOT_TOKEN}", appToken: "\${SLACK_APP_TOKEN}", slashCommand: { enabled: true } } },
}`,
    good: `{
  gateway: { mode: "local" },
  commands: { useAccessGroups: true },
  channels: { slack: { botToken: "\${SLACK_BOT_TOKEN}", appToken: "\${SLACK_APP_TOKEN}", slashCommand: { enabled: true } } },
}`,
    since: "next",
    calm: "Both have to stand in the file: access groups off, and commands on for Slack.",
    upstream: {
      relation: "stricter",
      checkId: "channels.slack.commands.slash.useAccessGroups_off",
    },
  },
  *check(config) {
    if (usesAccessGroups(config)) return;
    const shown = shownFor(levelsWithSlashCommands(config, "slack"));
    if (shown === undefined) return;
    yield {
      at: config.at("commands.useAccessGroups"),
      message:
        "commands.useAccessGroups is false: everybody in the Slack workspace can call commands",
      ...shown,
      fixes: [obeyLists],
    };
  },
});
