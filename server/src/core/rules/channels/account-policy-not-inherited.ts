import {
  directMessagePatterns,
  directMessages,
  type DirectMessageAccess,
} from "../../access/direct-messages.ts";
import {
  groupPatterns,
  groups,
  type GroupAccess,
} from "../../access/groups.ts";
import { openDoors } from "../../access/open-doors.ts";
import type { ConfigView, Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, pathText } from "../rule.ts";
import { isStricter } from "./strictness.ts";

/** A policy of a channel that an account does not get, and what the account does instead. */
interface PassedOver {
  readonly level: DirectMessageAccess | GroupAccess;
  readonly passedOver: Lookup;
  /** Where the account would say it. */
  readonly path: JSONPath;
  readonly about: string;
}

function* passedOver(config: ConfigView): Iterable<PassedOver> {
  for (const level of directMessages(config)) {
    const { passedOver: lookup, rules, policy } = level;
    if (lookup === undefined || rules.accountPolicy === "channel") continue;
    const { path } = policy.lookup;
    yield { level, passedOver: lookup, path, about: "direct messages" };
  }
  for (const level of groups(config)) {
    const { passedOver: lookup, policy } = level;
    if (lookup === undefined) continue;
    const { path } = policy.lookup;
    yield { level, passedOver: lookup, path, about: "groups" };
  }
}

function fixes(
  path: JSONPath,
  wanted: string,
  used: string,
): readonly [Fix, ...Fix[]] {
  const copy: Fix = {
    title: `Say ${wanted} for the account too`,
    safety: "review",
    preferred: true,
    asks: "Strangers whom the account answers or asks for a code now will be turned away.",
    changes: [{ op: "set", path, value: wanted }],
  };
  const asIs: Fix = {
    title: `Write down what counts: ${used}`,
    // Nothing changes, but the mistake would no longer be seen.
    safety: "review",
    changes: [{ op: "set", path, value: used }],
  };
  return isStricter(wanted, used) ? [copy, asIs] : [asIs];
}

export const channelsAccountPolicyNotInherited = defineRule({
  code: "channels.account_policy_not_inherited",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...directMessagePatterns, ...groupPatterns],
  fixable: "always",
  docs: {
    summary: "An account does not obey its channel's policy",
    why: "On most channels the program gives an account without a policy the default, not its channel's. So an account goes on asking strangers for a code, or answering listed people in groups, although the channel was closed. A `dm` block of its own even takes the place of the whole `dm` of Discord, Slack or Google Chat.",
    remedy: "Write the policy into every account.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { dmPolicy: "disabled", accounts: { work: { botToken: "\${TELEGRAM_WORK_TOKEN}" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { dmPolicy: "disabled", accounts: { work: { botToken: "\${TELEGRAM_WORK_TOKEN}", dmPolicy: "disabled" } } } },
}`,
    since: "next",
    calm: "It needs a policy that is written for the channel, and an account that is switched on and does something else. Where the account is the stricter of the two it is an info: the bot answers less than one may think.",
    upstream: {
      relation: "ours",
      reason:
        "The audit judges each account's policy in effect, and does not tell that another one was meant.",
    },
  },
  *check(config) {
    const open = new Set<unknown>(openDoors(config).map(({ level }) => level));
    for (const { level, passedOver: meant, path, about } of passedOver(
      config,
    )) {
      if (!level.isUsed || meant.state !== "set") continue;
      // An account that is open by other means has a finding that matters more.
      if (open.has(level)) continue;
      const wanted = String(meant.value);
      const used = level.policy.value;
      if (wanted === used || used === "unknown" || used === "other") continue;
      yield {
        at: level.policy.lookup,
        message: `The account ${level.account ?? ""} does not inherit ${pathText(meant.path)}: its policy for ${about} is "${used}", not "${wanted}"`,
        related: [{ at: meant, message: "This is for the channel alone" }],
        ...(isStricter(wanted, used)
          ? {}
          : { severity: { recommended: "info", strict: "info" } }),
        fixes: fixes(path, wanted, used),
      };
    }
  },
});
