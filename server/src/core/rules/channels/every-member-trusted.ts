import { accountsOf } from "../../access/accounts.ts";
import { directMessagePatterns } from "../../access/direct-messages.ts";
import { groupPlacePatterns, groupPlaces } from "../../access/group-places.ts";
import { openDoors } from "../../access/open-doors.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { defineRule, pathText, type FixableFinding } from "../rule.ts";
import { wildcardRemovals } from "./wildcard-removals.ts";

const asks =
  "Members of the group who are not listed will no longer be answered.";

function* wildcards(config: ConfigView): Iterable<FixableFinding> {
  const told = new Set(
    openDoors(config).map(({ level }) => pathText(level.allowFrom.lookup.path)),
  );
  for (const place of groupPlaces(config)) {
    if (place.isAnywhere) continue;
    const { admitsAll, level } = place;
    if (admitsAll?.because !== "wildcard") continue;
    const { ownSenders } = place;
    const list = ownSenders ?? level.senders;
    // The audit has a rule for Telegram's general list.
    const isAudited =
      level.channel.id === "telegram" && ownSenders === undefined;
    if (list === undefined || isAudited) continue;
    const where = pathText(list.lookup.path);
    if (told.has(where)) continue;
    told.add(where);
    const remove: Fix = {
      title: `Remove "*" from ${where}`,
      safety: "review",
      preferred: true,
      asks,
      changes: wildcardRemovals(list),
    };
    yield {
      at: admitsAll.wildcard.lookup,
      message:
        level.channel.takesNoCommands === true
          ? `"*" in ${where}: every member is answered`
          : `"*" in ${where}: every member is answered and may give commands`,
      fixes: [remove],
    };
  }
}

/** Channels of Tlon that anybody may use (extensions/tlon/src/monitor/index.ts); only the channel's own block counts. */
function* openTlonChannels(config: ConfigView): Iterable<FixableFinding> {
  if (!accountsOf(config, "tlon").some(({ enabled }) => enabled)) return;
  const rules = config.entries("channels.tlon.authorization.channelRules");
  for (const { lookup } of rules) {
    const mode = config.at([...lookup.path, "mode"]);
    if (!is(mode, "open")) continue;
    yield {
      at: mode,
      message: `${pathText(mode.path)} is "open": every ship that reads this channel is answered`,
      fixes: [
        {
          title: "Answer only the ships that are listed",
          safety: "review",
          preferred: true,
          asks,
          changes: [{ op: "set", path: mode.path, value: "restricted" }],
        },
      ],
    };
  }
}

export const channelsEveryMemberTrusted = defineRule({
  code: "channels.every_member_trusted",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...groupPlacePatterns,
    ...directMessagePatterns,
    "channels.tlon.authorization.channelRules.*.mode",
  ],
  fixable: "always",
  docs: {
    summary: "Every member of a group counts as a trusted person",
    why: 'A "*" among the people of a server or room is more than no list: on most channels all its members may also give commands, such as `/new`, `/model` or, where it is switched on, `/config`. Whoever joins the group gets the same.',
    remedy:
      "List the people. Without a list the members of a listed server or room may talk, and only people you named may command.",
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", guilds: { "123456789012345678": { users: ["*"] } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", guilds: { "123456789012345678": { users: ["234567890123456789"] } } } },
}`,
    since: "next",
    calm: 'It needs a "*" that is written in a list of people which counts for a group that is named, or a Tlon channel in mode `open`.',
    upstream: {
      relation: "ours",
      reason: "The audit only asks whether such a list has any entry at all.",
    },
  },
  *check(config) {
    yield* wildcards(config);
    yield* openTlonChannels(config);
  },
});
