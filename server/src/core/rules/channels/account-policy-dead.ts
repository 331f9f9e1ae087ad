import {
  directMessagePatterns,
  directMessages,
} from "../../access/direct-messages.ts";
import { groupPatterns } from "../../access/groups.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import {
  defaultAccountId,
  type ChannelRow,
} from "../../dialects/clawdbot/channel-row.ts";
import { defineRule, type FixableFinding } from "../rule.ts";
import { isStricter } from "./strictness.ts";

/** A policy for direct messages that an account has and that its channel overrules. */
function* deadPolicies(config: ConfigView): Iterable<FixableFinding> {
  for (const level of directMessages(config)) {
    const { passedOver, rules, channel, policy, account } = level;
    if (passedOver?.state !== "set" || rules.accountPolicy !== "channel")
      continue;
    const written = String(passedOver.value);
    const used = policy.value;
    if (!level.isUsed || written === used || used === "unknown") continue;
    const forAll: Fix = {
      title: `Say ${written} for the whole channel`,
      safety: "review",
      preferred: true,
      asks: `Every ${channel.label} account will obey it.`,
      changes: [
        {
          op: "set",
          path: ["channels", channel.id, "dmPolicy"],
          value: written,
        },
        { op: "remove", path: passedOver.path },
      ],
    };
    const isMissed = isStricter(written, used);
    const remove: Fix = {
      title: "Remove it: it has no effect",
      // With it goes the only sign that somebody wanted the account closed.
      safety: isMissed ? "review" : "safe",
      changes: [{ op: "remove", path: passedOver.path }],
    };
    yield {
      at: passedOver,
      message: `${channel.label} asks the channel alone: the account ${account ?? ""} is "${used}" for direct messages, not "${written}"`,
      related:
        policy.lookup.state === "absent"
          ? []
          : [{ at: policy.lookup, message: "This is what counts" }],
      ...(isMissed
        ? {}
        : { severity: { recommended: "info", strict: "info" } }),
      fixes: isMissed ? [forAll, remove] : [remove],
    };
  }
}

/** Groups that an account lists and that the channel never looks up for it. */
function* deadPlaces(
  config: ConfigView,
  { id, label, groups }: ChannelRow,
): Iterable<FixableFinding> {
  const channel = ["channels", id];
  for (const { key, lookup } of config.entries([...channel, "accounts"])) {
    const account = String(key);
    if (account.toLowerCase() === defaultAccountId) continue;
    if (is(config.at([...lookup.path, "enabled"]), false)) continue;
    for (const placesKey of groups?.places ?? []) {
      const places = config.at([...lookup.path, placesKey]);
      if (places.state !== "group") continue;
      const general = config.at([...channel, placesKey]);
      const remove: Fix = {
        title: "Remove them: they have no effect",
        safety: "review",
        changes: [{ op: "remove", path: places.path }],
      };
      const move: Fix = {
        title: "Move them to the channel",
        safety: "review",
        preferred: true,
        asks: `They will count for every ${label} account.`,
        changes: [{ op: "move", from: places.path, to: [general.path] }],
      };
      yield {
        at: places,
        message: `${label} takes groups from the channel, or from the account "default": the ones of ${account} have no effect`,
        related:
          general.state === "absent"
            ? []
            : [{ at: general, message: "These count" }],
        fixes: general.state === "absent" ? [move, remove] : [remove],
      };
    }
  }
}

export const channelsAccountPolicyDead = defineRule({
  code: "channels.account_policy_dead",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...directMessagePatterns,
    ...groupPatterns,
    "channels.*.accounts.*.dmPolicy",
  ],
  fixable: "always",
  docs: {
    summary: "An account's own policy has no effect",
    why: "WhatsApp messages meet the channel's `dmPolicy` alone, and the groups of the account `default` or of the channel. An account that was closed for itself goes on answering strangers if the channel lets them in.",
    remedy:
      "Say it for the whole channel, or run the account in a gateway of its own.",
    bad: `{
  gateway: { mode: "local" },
  channels: { whatsapp: { dmPolicy: "pairing", accounts: { work: { dmPolicy: "disabled" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { whatsapp: { dmPolicy: "disabled", accounts: { work: {} } } },
}`,
    since: "next",
    calm: "It needs a policy that stands under an account which is switched on and differs from what counts, or groups listed there. A policy that is looser than the channel's is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit believes the account's policy.",
    },
  },
  *check(config) {
    yield* deadPolicies(config);
    for (const row of channels)
      if (row.groups?.placesOfDefaultAccount === true)
        yield* deadPlaces(config, row);
  },
});
