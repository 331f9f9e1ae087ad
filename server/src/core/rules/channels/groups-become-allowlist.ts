import { groupPlacePatterns } from "../../access/group-places.ts";
import { groups } from "../../access/groups.ts";
import { groupGates } from "../../dialects/clawdbot/group-gates.ts";
import { defineRule, pathText } from "../rule.ts";

export const channelsGroupsBecomeAllowlist = defineRule({
  code: "channels.groups_become_allowlist",
  effect: "note",
  severity: { recommended: "info", strict: "info" },
  watches: [...groupPlacePatterns],
  fixable: "never",
  whyNoFix:
    "Nothing is wrong if these groups are meant; and to answer all groups is not for a fix.",
  docs: {
    summary: "Naming one group shuts out all others",
    why: "As soon as a group stands in the list, even for the sake of another setting, only groups in the list are answered. An open policy does not change that.",
    remedy:
      'If the others are meant as well, add `"*": {}` beside it; if not, say `groupPolicy: "allowlist"`, so that the policy tells the truth.',
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groupPolicy: "open", groups: { "-1001234567890": { skills: [] } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", groupPolicy: "open" } },
}`,
    since: "next",
    calm: 'In the recommended profile it needs a policy that is written as "open" beside a list without "*": the two contradict each other. Under `allowlist` the strict profile gives a hint.',
    upstream: {
      relation: "ours",
      reason: "The audit words its finding about open groups accordingly.",
    },
  },
  *check(config) {
    const told = new Set<string>();
    for (const { channel, policy, places, hasPlaces, isUsed } of groups(
      config,
    )) {
      const gate = groupGates.get(channel.id);
      if (!isUsed || !hasPlaces || gate === undefined || places === undefined)
        continue;
      const word = policy.value;
      if (word !== "open" && word !== "allowlist") continue;
      if (gate.places[word] !== "once-listed") continue;
      if (config.at([...places.path, "*"]).state !== "absent") continue;
      const where = pathText(places.path);
      if (told.has(where)) continue;
      told.add(where);
      yield {
        at: places,
        message: `Only the groups listed in ${where} are answered${word === "open" ? ', although the policy is "open"' : ""}`,
        related:
          word === "open" && policy.lookup.state !== "absent"
            ? [{ at: policy.lookup, message: "It opens these groups alone" }]
            : [],
        ...(word === "open"
          ? {}
          : { severity: { strict: "hint" }, onlyStrict: true }),
      };
    }
  },
});
