import { usesAccessGroups } from "../../access/chat-commands.ts";
import { placeSenderLists } from "../../access/groups.ts";
import { defineRule } from "../rule.ts";
import { shownFor } from "./slash-commands.ts";
import {
  telegramGroupLevels,
  telegramGroupPatterns,
} from "./telegram-group-senders.ts";

export const channelsTelegramGroupsAllowFromMissing = defineRule({
  code: "channels.telegram.groups.allowFrom.missing",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...telegramGroupPatterns, "commands.useAccessGroups"],
  fixable: "sometimes",
  docs: {
    summary: "No list says who may use the assistant in Telegram groups",
    why: "Any member of a group that gets through is answered and, without access groups, may call the assistant's commands.",
    remedy:
      "List yourself in `channels.telegram.groupAllowFrom`, or let only listed groups in and leave access groups on.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groupPolicy: "open" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groupPolicy: "allowlist", groupAllowFrom: ["123456789"] } },
}`,
    since: "next",
    calm: "The audit reports every list of groups without senders. With the usual policy such groups stay unanswered and commands need a listed sender, so the recommended profile asks for an open policy, or access groups that are switched off.",
    upstream: {
      relation: "stricter",
      checkId: "channels.telegram.groups.allowFrom.missing",
    },
  },
  *check(config) {
    const isUnguarded = !usesAccessGroups(config);
    for (const level of telegramGroupLevels(config)) {
      const { groupAllowFrom, policy, account } = level;
      if ((groupAllowFrom?.entries.length ?? 0) > 0) continue;
      if (placeSenderLists(config, level).some((list) => list.entries.length))
        continue;
      const shown = shownFor([level]);
      if (shown === undefined) continue;
      const isOpen = policy.value === "open";
      const isHarmless = !isOpen && !isUnguarded;
      if (isHarmless && shown.asUpstream === false) continue;
      yield {
        at: config.at([
          "channels",
          "telegram",
          ...(account === undefined ? [] : ["accounts", account]),
          "groupAllowFrom",
        ]),
        message: `Any member of a Telegram group that gets through ${isUnguarded ? "may give commands" : "is answered"}: no list of senders`,
        ...shown,
        onlyUpstream: shown.onlyUpstream || isHarmless,
        fixes:
          isOpen && policy.lookup.state !== "absent"
            ? [
                {
                  title: "Answer only groups and people who are listed",
                  safety: "review",
                  asks: "Groups that are not listed will no longer be answered.",
                  changes: [
                    { op: "set", path: policy.lookup.path, value: "allowlist" },
                  ],
                },
              ]
            : [],
      };
    }
  },
});
