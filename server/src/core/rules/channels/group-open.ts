import {
  groupPatterns,
  groups,
  type GroupAccess,
} from "../../access/groups.ts";
import {
  directMessagePatterns,
  directMessages,
} from "../../access/direct-messages.ts";
import { defineRule, pathText } from "../rule.ts";

/** What the audit says of direct messages in the same breath (extensions/googlechat/src/channel.ts). */
const toldTwice = "googlechat";

/** A default that an account takes from its channel is told for the channel. */
const isTold = ({ policy, account }: GroupAccess): boolean =>
  policy.source === "default" && account !== undefined;

const whoMayWrite = ({ channel, hasPlaces }: GroupAccess): string =>
  hasPlaces
    ? `any member of the groups that ${channel.label} lets it into`
    : `anybody in any ${channel.label} group`;

export const channelsGroupOpen = defineRule({
  code: "channels.group_open",
  effect: "risk",
  severity: { upstream: "error", recommended: "error", strict: "error" },
  watches: [...groupPatterns, ...directMessagePatterns],
  fixable: "always",
  docs: {
    summary: "Anybody in a group may use the assistant",
    why: "Whoever is in a group, or adds the assistant to one, talks to it as you do, and can talk it into what it may do.",
    remedy:
      'Use `groupPolicy: "allowlist"`, the default, and list the groups and people.',
    bad: `{
  gateway: { mode: "local" },
  channels: { signal: { account: "+15550100", groupPolicy: "open" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { signal: { account: "+15550100", groupPolicy: "allowlist" } },
}`,
    since: "next",
    calm: "Only a policy that is written as open is reported, where an account that is switched on obeys it; and Zalo Personal without a policy, whose default is open.",
    upstream: { relation: "stricter", checkId: "channels.<channel>.warning" },
  },
  *check(config) {
    const open = groups(config).filter(
      (level) => level.policy.value === "open" && !isTold(level),
    );
    const isSame = (a: GroupAccess, b: GroupAccess): boolean =>
      a.channel === b.channel &&
      pathText(a.policy.lookup.path) === pathText(b.policy.lookup.path);
    for (const [index, level] of open.entries()) {
      // A policy that several levels obey is one finding.
      if (open.findIndex((other) => isSame(other, level)) !== index) continue;
      const levels = open.filter((other) => isSame(other, level));
      const isAudited = levels.some(({ audited }) => audited);
      const isObeyed = levels.some(
        ({ effective, enabled }) => effective && enabled,
      );
      if (!isAudited && !isObeyed) continue;
      const { path } = level.policy.lookup;
      const how =
        level.policy.source === "default" ? "open by default" : '"open"';
      yield {
        at: level.policy.lookup,
        message: `${pathText(path)} is ${how}: ${whoMayWrite(level)} can use the assistant`,
        upstream: `channels.${level.channel.id}.warning`,
        onlyUpstream: !isObeyed,
        ...(isAudited ? {} : { asUpstream: false }),
        fixes: [
          {
            title: "Answer only groups and people who are listed",
            safety: "review",
            preferred: true,
            asks: "Groups that are not listed will no longer be answered.",
            changes: [{ op: "set", path, value: "allowlist" }],
          },
          {
            title: "Answer no group at all",
            safety: "review",
            asks: "No group will be answered any more.",
            changes: [{ op: "set", path, value: "disabled" }],
          },
        ],
      };
    }
    for (const level of directMessages(config)) {
      const { channel, audited, policy } = level;
      if (channel.id !== toldTwice || !audited || policy.value !== "open")
        continue;
      yield {
        at: policy.lookup,
        message: `Anybody on ${channel.label} can write to the assistant`,
        upstream: `channels.${channel.id}.warning`,
        onlyUpstream: true,
        severity: { upstream: "warning" },
        fixes: [
          {
            title: "Ask strangers for a pairing code",
            safety: "review",
            asks: "Whoever writes to the assistant now and is not listed will have to be let in.",
            changes: [
              { op: "set", path: policy.lookup.path, value: "pairing" },
            ],
          },
        ],
      };
    }
  },
});
