import { defineRule, pathText } from "../rule.ts";
import { shownFor } from "./slash-commands.ts";
import {
  telegramGroupLevels,
  telegramGroupPatterns,
} from "./telegram-group-senders.ts";

export const channelsTelegramGroupsAllowFromWildcard = defineRule({
  code: "channels.telegram.groups.allowFrom.wildcard",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...telegramGroupPatterns],
  fixable: "always",
  docs: {
    summary: "Every member of a Telegram group may give commands",
    why: 'With "*" among the senders, any member of a group that is let in talks to the assistant as you do and may call its commands.',
    remedy: "List the people by their Telegram ids.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groups: { "-1001234567890": {} }, groupAllowFrom: ["*", "123456789"] } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groups: { "-1001234567890": {} }, groupAllowFrom: ["123456789"] } },
}`,
    since: "next",
    calm: 'It needs a "*" that is written in `groupAllowFrom`, and groups that get through at all.',
    upstream: {
      relation: "stricter",
      checkId: "channels.telegram.groups.allowFrom.wildcard",
    },
  },
  *check(config) {
    const levels = telegramGroupLevels(config);
    const told = new Set<string>();
    for (const { groupAllowFrom } of levels) {
      const [first, ...others] = groupAllowFrom?.wildcards ?? [];
      if (groupAllowFrom === undefined || first === undefined) continue;
      const where = pathText(groupAllowFrom.lookup.path);
      if (told.has(where)) continue;
      told.add(where);
      const shown = shownFor(
        levels.filter(
          (level) =>
            level.groupAllowFrom !== undefined &&
            pathText(level.groupAllowFrom.lookup.path) === where,
        ),
      );
      if (shown === undefined) continue;
      yield {
        at: first.lookup,
        message: `"*" in ${where} lets every member of a group give commands`,
        ...shown,
        fixes: [
          {
            title: `Remove "*" from ${where}`,
            safety: "review",
            preferred: true,
            asks: "Members of groups who are not listed will no longer be answered.",
            // From the end, so that indices stay right.
            changes: [first, ...others]
              .map(
                ({ lookup }) => ({ op: "remove", path: lookup.path }) as const,
              )
              .reverse(),
          },
        ],
      };
    }
  },
});
