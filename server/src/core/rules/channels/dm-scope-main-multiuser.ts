import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import { distinctSenders } from "../../access/senders.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { defineRule, pathText } from "../rule.ts";

const isShared = ({ policy, allowFrom, rules }: DirectMessageAccess): boolean =>
  policy.value !== "disabled" &&
  (allowFrom.hasWildcard === true ||
    distinctSenders(allowFrom, rules.senders) > 1);

/** Whether somebody on the list really ends up in the shared conversation. */
const isObeyedLevel = ({
  effective,
  isUsed,
  rules,
  channel,
}: DirectMessageAccess): boolean =>
  effective &&
  isUsed &&
  rules.ownConversations !== true &&
  channel.isDeaf !== true;

export const channelsDmScopeMainMultiuser = defineRule({
  code: "channels.dm.scope_main_multiuser",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "warning" },
  watches: [...directMessagePatterns, "session.dmScope"],
  fixable: "always",
  docs: {
    summary: "Several people share one conversation with the assistant",
    why: "What one of them says in a direct message the assistant remembers, and may tell the next.",
    remedy:
      'Set `session.dmScope` to `"per-channel-peer"`: a conversation for each person.',
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "allowlist", allowFrom: [1001, 1002] } },
}`,
    good: `{
  gateway: { mode: "local" },
  session: { dmScope: "per-channel-peer" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "allowlist", allowFrom: [1001, 1002] } },
}`,
    since: "next",
    calm: 'It needs a list that names two different people, or has a "*", on a channel that is switched on; people who were paired are not in the file and not counted.',
    upstream: {
      relation: "stricter",
      checkId: "channels.<channel>.dm.scope_main_multiuser",
    },
  },
  *check(config) {
    const scope = config.at("session.dmScope");
    const isMain =
      scope.state === "absent" ||
      (scope.state === "set" && scope.value === defaults.dmScope);
    if (!isMain) return;
    const levels = directMessages(config).filter(isShared);
    const told = new Set<string>();
    for (const { allowFrom, channel } of levels) {
      const where = pathText(allowFrom.lookup.path);
      if (told.has(where)) continue;
      told.add(where);
      const same = levels.filter(
        (other) => pathText(other.allowFrom.lookup.path) === where,
      );
      const isAudited = same.some(({ audited }) => audited);
      const isObeyed = same.some(isObeyedLevel);
      if (!isAudited && !isObeyed) continue;
      yield {
        at: allowFrom.lookup,
        message: `Everybody whom ${where} lets in shares one conversation`,
        upstream: `channels.${channel.id}.dm.scope_main_multiuser`,
        onlyUpstream: !isObeyed,
        ...(isAudited ? {} : { asUpstream: false }),
        ...(scope.state === "absent"
          ? {}
          : { related: [{ at: scope, message: "One conversation for all" }] }),
        fixes: [
          {
            title: "Give each person a conversation",
            safety: "review",
            preferred: true,
            asks: "Direct messages will start new conversations; what was said so far stays in the old one.",
            changes: [
              {
                op: "set",
                path: ["session", "dmScope"],
                value: "per-channel-peer",
              },
            ],
          },
        ],
      };
    }
  },
});
