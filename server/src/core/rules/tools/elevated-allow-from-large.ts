import { elevatedAccess, elevatedPatterns } from "../../access/elevated.ts";
import { senderText } from "../../access/senders.ts";
import { defineRule, pathText } from "../rule.ts";

/** The audit's own limit (the release's security/audit.js). */
const most = 25;

export const toolsElevatedAllowFromLarge = defineRule({
  code: "tools.elevated.allowFrom.large",
  effect: "risk",
  severity: { upstream: "warning", recommended: "warning", strict: "warning" },
  watches: [...elevatedPatterns],
  fixable: "never",
  whyNoFix: "Only you know who of them needs it.",
  docs: {
    summary: "Many people may run commands on the host",
    why: "Elevated mode leaves the sandbox and runs commands as you. One account taken over among many is enough.",
    remedy: "List only those who really need it.",
    bad: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { telegram: [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
  ] } } },
}`,
    good: `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: [1, 2, 3] } } } }`,
    since: "next",
    calm: "More than 25 entries in one list, with elevated mode not switched off.",
    upstream: { relation: "same", checkId: "tools.elevated.allowFrom.large" },
  },
  *check(config) {
    const { enabled, providers } = elevatedAccess(config);
    if (!enabled) return;
    for (const { provider, senders, isFallback } of providers) {
      if (isFallback || senders.wildcards.length > 0) continue;
      const count = senders.entries.filter(
        (entry) => senderText(entry) !== "",
      ).length;
      if (count <= most) continue;
      yield {
        at: senders.lookup,
        message: `${pathText(senders.lookup.path)} lets ${count} senders run commands outside the sandbox`,
        upstream: `tools.elevated.allowFrom.${provider}.large`,
      };
    }
  },
});
