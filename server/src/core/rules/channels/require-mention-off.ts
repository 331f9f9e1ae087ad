import {
  groupPlacePatterns,
  groupPlaces,
  type GroupPlace,
} from "../../access/group-places.ts";
import type { PresentLookup } from "../../config/config-view.ts";
import { defineRule, pathText, type FixableFinding } from "../rule.ts";

/** How bad it is that messages which are not meant for the assistant reach it, by who may write them. */
function severityOf(
  places: readonly GroupPlace[],
): Pick<FixableFinding, "severity" | "onlyStrict"> {
  const unlisted = places.filter(({ admitsAll }) => admitsAll !== undefined);
  if (unlisted.length === 0)
    return { severity: { strict: "info" }, onlyStrict: true };
  return unlisted.some(({ isAnywhere }) => isAnywhere)
    ? {}
    : { severity: { recommended: "info", strict: "warning" } };
}

/** A setting with the places it counts for. */
interface Found {
  readonly mention: PresentLookup;
  readonly first: GroupPlace;
  readonly places: GroupPlace[];
}

export const channelsRequireMentionOff = defineRule({
  code: "channels.require_mention_off",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...groupPlacePatterns],
  fixable: "always",
  docs: {
    summary: "The assistant takes every message of a group for itself",
    why: "Each message anybody writes is put before the model, pasted mails and links included. Whoever may write there can slip it instructions without even addressing it, and what the others say to each other goes to the model as well.",
    remedy:
      "Set `requireMention` to `true`, which is the default on most channels.",
    bad: `{
  gateway: { mode: "local" },
  channels: { slack: { botToken: "\${SLACK_BOT_TOKEN}", appToken: "\${SLACK_APP_TOKEN}", groupPolicy: "open", requireMention: false } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { slack: { botToken: "\${SLACK_BOT_TOKEN}", appToken: "\${SLACK_APP_TOKEN}", groupPolicy: "open", requireMention: true } },
}`,
    since: "next",
    calm: "It needs `requireMention: false` in the file, for a group that is answered. Where any group will do it is a warning; in a group that is named and whose members are not listed, an info; where only listed people get through, the recommended profile is silent.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at mentions.",
    },
  },
  *check(config) {
    const found = new Map<string, Found>();
    for (const place of groupPlaces(config)) {
      if (place.answersAll !== true || place.gate.mention.asked === "never")
        continue;
      const { mention } = place;
      if (mention === undefined) continue;
      const where = pathText(mention.path);
      const same = found.get(where);
      if (same === undefined)
        found.set(where, { mention, first: place, places: [place] });
      else same.places.push(place);
    }
    for (const [where, { mention, first, places }] of found) {
      const { gate, level } = first;
      const isOpposite = mention.path.at(-1) === gate.mention.opposite;
      const { policy } = level;
      yield {
        at: mention,
        message: `${where} is ${String(isOpposite)}: the assistant answers every message there, mentioned or not`,
        ...severityOf(places),
        related:
          policy.value === "open" && policy.lookup.state !== "absent"
            ? [{ at: policy.lookup, message: "Anybody may write" }]
            : [],
        fixes: [
          {
            title: "Answer only when mentioned",
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path: mention.path, value: !isOpposite }],
          },
        ],
      };
    }
  },
});
