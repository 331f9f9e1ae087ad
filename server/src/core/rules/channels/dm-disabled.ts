import {
  directMessagePatterns,
  directMessages,
} from "../../access/direct-messages.ts";
import { defineRule, pathText } from "../rule.ts";

export const channelsDmDisabled = defineRule({
  code: "channels.dm.disabled",
  effect: "note",
  severity: { upstream: "info", strict: "hint" },
  watches: [...directMessagePatterns],
  fixable: "never",
  whyNoFix: "Nothing is wrong: nobody gets in.",
  docs: {
    summary: "The assistant ignores direct messages",
    why: "Nobody can write to it directly on this channel, not even you.",
    remedy: "Nothing, unless you miss an answer; then use `pairing`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "disabled" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "pairing" } },
}`,
    since: "next",
    calm: "Silent in the recommended profile, a hint in the strict one: it is safe.",
    upstream: { relation: "same", checkId: "channels.<channel>.dm.disabled" },
  },
  *check(config) {
    const told = new Set<string>();
    for (const { policy, channel, audited } of directMessages(config)) {
      const where = pathText(policy.lookup.path);
      if (!audited || policy.value !== "disabled" || told.has(where)) continue;
      told.add(where);
      yield {
        at: policy.lookup,
        message: `${where} is "disabled": direct messages on ${channel.label} are ignored`,
        upstream: `channels.${channel.id}.dm.disabled`,
      };
    }
  },
});
