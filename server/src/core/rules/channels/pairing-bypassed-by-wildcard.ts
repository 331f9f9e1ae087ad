import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import { groupPatterns, groups } from "../../access/groups.ts";
import { openDoors } from "../../access/open-doors.ts";
import { exactWildcards } from "../../access/senders.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { defineRule, pathText, type RelatedPlace } from "../rule.ts";
import { wildcardRemovals } from "./wildcard-removals.ts";

const asks =
  "Whoever writes to the assistant now and is not listed will have to be let in.";

/** Takes "*" out of the list; an open policy that has to have it becomes pairing. */
function removal(
  levels: readonly DirectMessageAccess[],
  { allowFrom }: DirectMessageAccess,
): Fix {
  const policies = new Map<string, SettingChange>();
  for (const { policy } of levels) {
    if (policy.value !== "open") continue;
    const { path } = policy.lookup;
    policies.set(pathText(path), { op: "set", path, value: "pairing" });
  }
  return {
    title: `Remove "*" from ${pathText(allowFrom.lookup.path)}`,
    safety: "review",
    preferred: true,
    asks,
    changes: [...policies.values(), ...wildcardRemovals(allowFrom)],
  };
}

/** Gives every account that inherits the list one of its own, without the "*". */
function ownLists(levels: readonly DirectMessageAccess[]): readonly Fix[] {
  const inheriting = levels.flatMap((level) =>
    level.account !== undefined && level.allowFrom.source === "channel"
      ? [{ ...level, account: level.account }]
      : [],
  );
  if (inheriting.length === 0) return [];
  const changes = inheriting.map(
    ({ channel, account, allowFrom, rules }): SettingChange => ({
      op: "set",
      path: ["channels", channel.id, "accounts", account].concat(
        rules.style === "flat" ? ["allowFrom"] : ["dm", "allowFrom"],
      ),
      value: allowFrom.entries
        .filter(({ lookup }) => !is(lookup, "*"))
        .map(({ lookup }) => lookup.node.toValue()),
    }),
  );
  const names = inheriting.map(({ account }) => account).join(", ");
  return [
    {
      title:
        inheriting.length === 1
          ? `Use a list of its own for the account ${names}`
          : `Use lists of their own for the accounts ${names}`,
      safety: "review",
      asks,
      changes,
    },
  ];
}

/** Whether the same list also lets people in from groups. */
const opensGroups = (config: ConfigView, level: DirectMessageAccess): boolean =>
  groups(config).some(
    ({ channel, account, policy, senders }) =>
      channel === level.channel &&
      account === level.account &&
      policy.value === "allowlist" &&
      senders !== undefined &&
      pathText(senders.lookup.path) === pathText(level.allowFrom.lookup.path),
  );

function policyPlace({ policy }: DirectMessageAccess): readonly RelatedPlace[] {
  const { lookup } = policy;
  return lookup.state === "absent"
    ? []
    : [{ at: lookup, message: "This has no effect" }];
}

export const channelsPairingBypassedByWildcard = defineRule({
  code: "channels.pairing_bypassed_by_wildcard",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...directMessagePatterns, ...groupPatterns],
  fixable: "always",
  docs: {
    summary: 'A "*" among the senders lets everybody in, whatever the policy',
    why: "The policy says that strangers are asked for a code or turned away, but a list with a star in it has everybody on it. So a stranger talks to an assistant that reads mail and runs commands, and counts as somebody who may give it commands.",
    remedy:
      'Remove `"*"` from the list. With `pairing` a stranger gets a code, and you decide.',
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "pairing", allowFrom: ["*", 123456789] } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", dmPolicy: "pairing", allowFrom: [123456789] } },
}`,
    since: "next",
    calm: 'It needs a "*" that is written, in a list that an account uses which is switched on. With an open policy `channels.dm.open` speaks instead.',
    upstream: {
      relation: "ours",
      reason:
        "The audit looks at the policy alone; of such a list it only says that people share a conversation.",
    },
  },
  *check(config) {
    const doors = openDoors(config).filter(
      ({ because }) => because === "wildcard",
    );
    const told = new Set<string>();
    for (const { level, lookup } of doors) {
      const list = pathText(level.allowFrom.lookup.path);
      if (told.has(list)) continue;
      told.add(list);
      const same = directMessages(config).filter(
        (other) => pathText(other.allowFrom.lookup.path) === list,
      );
      const others = exactWildcards(level.allowFrom).slice(1);
      const { policy, channel } = level;
      const said =
        policy.lookup.state === "set"
          ? `although the policy is "${String(policy.lookup.value)}"`
          : "although strangers should be asked for a pairing code";
      const groupsToo = opensGroups(config, level)
        ? ", and in groups as well"
        : "";
      yield {
        at: lookup,
        message: `"*" in ${list} lets everybody on ${channel.label} in${groupsToo}, ${said}`,
        related: [
          ...same
            .filter((other) => other.isUsed && other.policy.value !== "open")
            .flatMap(policyPlace),
          ...others.map((other) => ({
            at: other.lookup,
            message: 'Another "*" in the same list',
          })),
        ],
        fixes: [removal(same, level), ...ownLists(same)],
      };
    }
  },
});
