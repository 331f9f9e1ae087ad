import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import { distinctSenders } from "../../access/senders.ts";
import { channelRow } from "../../dialects/clawdbot/channels.ts";
import { defineRule, pathText, type FixableFinding } from "../rule.ts";
import { elevatedNobody, elevatedOff } from "./elevated-off.ts";

export const toolsElevatedDiscordFallback = defineRule({
  code: "tools.elevated_discord_fallback",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...elevatedPeoplePatterns],
  fixable: "always",
  docs: {
    summary: "Whoever may write on Discord may run commands on the host",
    why: "Elevated mode is on unless it is switched off, and where it lists nobody for Discord it takes the senders of Discord's direct messages, even if `tools` is not in the file at all. With a star among them everybody whose message gets through, in any server, has commands run outside the sandbox.",
    remedy:
      "Set `tools.elevated.allowFrom.discord` to the ids that you trust with it, or to `[]`. Or switch elevated mode off.",
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", dm: { policy: "open", allowFrom: ["*"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { discord: [] } } },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", dm: { policy: "open", allowFrom: ["*"] } } },
}`,
    since: "next",
    calm: 'An error needs a "*" among the senders of Discord\'s direct messages, and no list for Discord under `tools.elevated`. Several people listed there are an info, one person is told in the strict profile alone.',
    upstream: {
      relation: "ours",
      reason: "The audit looks at `tools.elevated.allowFrom` alone.",
    },
  },
  *check(config) {
    for (const { provider, senders, isFallback } of elevatedPeople(config)) {
      if (!isFallback) continue;
      const row = channelRow(provider);
      const label = row?.label ?? provider;
      const list = pathText(senders.lookup.path);
      const [wildcard] = senders.wildcards;
      const form = row?.directMessages?.senders;
      const people = form === undefined ? 0 : distinctSenders(senders, form);
      const milder: Pick<FixableFinding, "severity" | "onlyStrict"> =
        people > 1
          ? { severity: { recommended: "info", strict: "warning" } }
          : { severity: { strict: "info" }, onlyStrict: true };
      yield {
        at: wildcard?.lookup ?? senders.lookup,
        message:
          wildcard === undefined
            ? `Whoever is listed in ${list} may also use elevated mode: no list for ${label} under tools.elevated`
            : `"*" in ${list} lets everybody on ${label} run commands outside the sandbox: no list for ${label} under tools.elevated`,
        ...(wildcard === undefined ? milder : {}),
        fixes: [elevatedNobody(provider), elevatedOff],
      };
    }
  },
});
