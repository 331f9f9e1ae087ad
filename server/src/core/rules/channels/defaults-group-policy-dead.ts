import {
  groupPatterns,
  groups,
  type GroupAccess,
} from "../../access/groups.ts";
import type { Fix } from "../../config/fix.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { defineRule } from "../rule.ts";
import { isStricter } from "./strictness.ts";

const named = (levels: readonly GroupAccess[]): string =>
  [...new Set(levels.map(({ channel }) => channel.label))].join(", ");

export const channelsDefaultsGroupPolicyDead = defineRule({
  code: "channels.defaults_group_policy_dead",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...groupPatterns],
  fixable: "sometimes",
  docs: {
    summary: "channels.defaults.groupPolicy does not reach these channels",
    why: 'The program writes `"allowlist"` into every block of the channels it knows before it looks at `channels.defaults`. So groups that were switched off for all channels go on being answered when a listed person writes.',
    remedy: "Write `groupPolicy` into each channel, and into each account.",
    bad: `{
  gateway: { mode: "local" },
  channels: { defaults: { groupPolicy: "disabled" }, telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groupPolicy: "disabled" } },
}`,
    since: "next",
    calm: 'It needs a default other than "allowlist", and a channel that is switched on and has no policy of its own. A default that would open groups is an info: they stay closed.',
    upstream: {
      relation: "ours",
      reason:
        "The audit counts the default as if it reached every channel, and speaks when it is open.",
    },
  },
  *check(config) {
    const shared = config.at("channels.defaults.groupPolicy");
    if (shared.state !== "set") return;
    const wanted = String(shared.value);
    if (wanted === defaults.groupPolicy) return;
    const levels = groups(config).filter(({ isUsed }) => isUsed);
    // Of a channel that obeys the default, the default is the source.
    const deaf = levels.filter(
      ({ policy }) => policy.source === "default" && policy.value !== wanted,
    );
    if (deaf.length === 0) return;
    const isMissed = isStricter(wanted, defaults.groupPolicy);
    const say: Fix = {
      title: `Say ${wanted} for ${named(deaf)}`,
      safety: "review",
      preferred: true,
      asks: "Groups that are answered now will no longer be.",
      changes: deaf.map(
        ({ policy }) =>
          ({ op: "set", path: policy.lookup.path, value: wanted }) as const,
      ),
    };
    const remove: Fix = {
      title: "Remove it: it has no effect",
      safety: "safe",
      changes: [{ op: "remove", path: shared.path }],
    };
    const reachesOthers = levels.some(({ rules }) => rules.obeysDefaults);
    yield {
      at: shared,
      message: `channels.defaults.groupPolicy "${wanted}" has no effect on ${named(deaf)}: there it is "${defaults.groupPolicy}"`,
      ...(isMissed
        ? {}
        : { severity: { recommended: "info", strict: "info" } }),
      fixes: [
        ...(isMissed ? [say] : []),
        ...(reachesOthers || isMissed ? [] : [remove]),
      ],
    };
  },
});
