import { directMessagePatterns } from "../../access/direct-messages.ts";
import {
  groupPlacePatterns,
  groupPlaces,
  type GroupPlace,
} from "../../access/group-places.ts";
import type { GroupAccess } from "../../access/groups.ts";
import { openDoors } from "../../access/open-doors.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { Fix, SettingChange } from "../../config/fix.ts";
import { defineRule, pathText } from "../rule.ts";
import { wildcardRemovals } from "./wildcard-removals.ts";

const asks = "Groups and people who are not listed will no longer be answered.";

/** The path of a level's own key. */
const own = ({ channel, account }: GroupAccess, key: string): string[] =>
  ["channels", channel.id].concat(
    account === undefined ? [] : ["accounts", account],
    key,
  );

const nobody = (level: GroupAccess): Fix => ({
  title: "Answer no group at all",
  safety: "review",
  asks: "No group will be answered any more.",
  changes: [{ op: "set", path: own(level, "groupPolicy"), value: "disabled" }],
});

/** Whether direct messages lend groups their list. */
const isBorrowed = ({ senders, groupAllowFrom }: GroupAccess): boolean =>
  senders !== undefined &&
  groupAllowFrom !== undefined &&
  pathText(senders.lookup.path) !== pathText(groupAllowFrom.lookup.path);

/** Takes the star away: from the senders, or from the places. */
function closing({ level, lookup, ownSenders, admitsAll }: GroupPlace): Fix {
  const list = ownSenders ?? level.senders;
  const isSender = admitsAll?.because === "wildcard" && list !== undefined;
  if (isSender && ownSenders === undefined && isBorrowed(level))
    return {
      title: "Answer nobody in groups who is not listed for them",
      safety: "review",
      preferred: true,
      asks,
      changes: [{ op: "set", path: own(level, "groupAllowFrom"), value: [] }],
    };
  const changes: readonly SettingChange[] = isSender
    ? wildcardRemovals(list)
    : lookup === undefined
      ? []
      : [{ op: "remove", path: lookup.path }];
  return {
    title: isSender
      ? `Remove "*" from ${pathText(list.lookup.path)}`
      : `Remove ${lookup === undefined ? '"*"' : pathText(lookup.path)}`,
    safety: "review",
    preferred: true,
    asks,
    changes,
  };
}

/** Whether the audit's rule for Telegram, or one about direct messages, speaks about the very same "*". */
function isToldElsewhere(config: ConfigView, place: GroupPlace): boolean {
  const { level, admitsAll, ownSenders } = place;
  if (admitsAll?.because !== "wildcard") return false;
  const { path } = admitsAll.wildcard.lookup;
  if (
    openDoors(config).some(
      (door) =>
        pathText(door.level.allowFrom.lookup.path) ===
        pathText(path.slice(0, -1)),
    )
  )
    return true;
  return (
    level.channel.id === "telegram" &&
    ownSenders === undefined &&
    level.hasPlaces &&
    !isBorrowed(level) &&
    !is(config.at("commands.text"), false)
  );
}

export const channelsGroupAllowlistBypassedByWildcard = defineRule({
  code: "channels.group_allowlist_bypassed_by_wildcard",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...groupPlacePatterns, ...directMessagePatterns, "commands.text"],
  fixable: "always",
  docs: {
    summary: 'A "*" makes an open policy of a list of groups',
    why: 'The policy is `allowlist`, but "*" lists everybody: every sender, or every server, room or team, with nobody named who may write there. Whoever adds the assistant to a group of theirs talks to it as you do, and can talk it into what it may do.',
    remedy:
      'List the groups and the people. A "*" among the groups is fine where the senders are listed.',
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", groupPolicy: "allowlist", guilds: { "*": { requireMention: true } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", groupPolicy: "allowlist", guilds: { "123456789012345678": { requireMention: true } } } },
}`,
    since: "next",
    calm: 'It needs a "*" that is written, under the policy `allowlist`, on an account that is switched on, and nobody listed beside it. For Slack, Google Chat and others where only people of one organisation can bring the assistant in, it is a warning.',
    upstream: {
      relation: "ours",
      reason:
        "The audit looks at the policy; of the lists it reads Telegram's alone.",
    },
  },
  *check(config) {
    const told = new Set<string>();
    for (const place of groupPlaces(config)) {
      if (!place.isAnywhere) continue;
      const { level, admitsAll, gate } = place;
      if (admitsAll === undefined || admitsAll.because === "policy") continue;
      const at: Lookup | undefined =
        admitsAll.because === "wildcard"
          ? admitsAll.wildcard.lookup
          : place.lookup;
      if (at === undefined || isToldElsewhere(config, place)) continue;
      const where = pathText(at.path);
      if (told.has(where)) continue;
      told.add(where);
      const { channel, policy } = level;
      yield {
        at,
        message:
          admitsAll.because === "wildcard"
            ? `"*" in ${pathText(at.path.slice(0, -1))} lets everybody in any ${channel.label} group use the assistant`
            : `${where} lets everybody use the assistant, wherever it is on ${channel.label}: nobody is named who may`,
        related:
          policy.lookup.state === "absent"
            ? []
            : [{ at: policy.lookup, message: "This has no effect" }],
        ...(gate.isPublic
          ? {}
          : { severity: { recommended: "warning", strict: "error" } }),
        fixes: [closing(place), nobody(level)],
      };
    }
  },
});
