import {
  directMessagePatterns,
  directMessages,
} from "../../access/direct-messages.ts";
import { defineRule, pathText } from "../rule.ts";

export const channelsDmOpenInvalid = defineRule({
  code: "channels.dm.open_invalid",
  effect: "risk",
  severity: { upstream: "warning", recommended: "info", strict: "warning" },
  watches: [...directMessagePatterns],
  fixable: "always",
  docs: {
    summary: 'An open policy without "*" in its list',
    why: "The policy says that everybody may write, the list names some people or nobody. One of the two is not meant, and the policy wins.",
    remedy: "Use `pairing` or `allowlist` if only the people listed may write.",
    bad: `{
  gateway: { mode: "local" },
  channels: { mattermost: { botToken: "\${MATTERMOST_BOT_TOKEN}", baseUrl: "https://chat.example.net", dmPolicy: "open", allowFrom: ["anna"] } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { mattermost: { botToken: "\${MATTERMOST_BOT_TOKEN}", baseUrl: "https://chat.example.net", dmPolicy: "allowlist", allowFrom: ["anna"] } },
}`,
    since: "next",
    calm: "For channels that plugins bring; of the others such a file is refused. It needs a policy that is written as open and obeyed by an account that is switched on.",
    upstream: {
      relation: "stricter",
      checkId: "channels.<channel>.dm.open_invalid",
    },
  },
  *check(config) {
    const levels = directMessages(config).filter(
      ({ policy, allowFrom }) =>
        policy.value === "open" && allowFrom.hasWildcard !== true,
    );
    for (const level of levels) {
      const { policy, channel } = level;
      if (policy.source !== "own") continue;
      const where = pathText(policy.lookup.path);
      const isAudited = levels.some(
        (other) =>
          other.audited && pathText(other.policy.lookup.path) === where,
      );
      const isObeyed =
        level.effective &&
        level.enabled &&
        level.allowFrom.hasWildcard === false &&
        !channel.hasSchema;
      if (!isAudited && !isObeyed) continue;
      const listed = level.allowFrom.entries.length;
      yield {
        at: policy.lookup,
        message: `${where} is "open", but the list of senders has no "*"`,
        upstream: `channels.${channel.id}.dm.open_invalid`,
        onlyUpstream: !isObeyed,
        ...(isAudited ? {} : { asUpstream: false }),
        fixes: [
          {
            title:
              listed === 0
                ? "Ask strangers for a pairing code"
                : "Answer only the senders who are listed",
            safety: "review",
            preferred: true,
            asks: "Whoever writes to the assistant now and is not listed will have to be let in.",
            changes: [
              {
                op: "set",
                path: policy.lookup.path,
                value: listed === 0 ? "pairing" : "allowlist",
              },
            ],
          },
        ],
      };
    }
  },
});
