import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import { defineRule, pathText } from "../rule.ts";
import { elevatedOff } from "./elevated-off.ts";

export const toolsElevatedInUse = defineRule({
  code: "tools.elevated_in_use",
  effect: "risk",
  severity: { strict: "warning" },
  watches: [...elevatedPeoplePatterns],
  fixable: "always",
  docs: {
    summary: "Somebody may run commands outside the sandbox",
    why: "Elevated mode is on by default for everybody it lists: their commands run on the host, as you. What a mail or page talks the assistant into runs there as well.",
    remedy:
      "Switch elevated mode off, `tools.elevated.enabled: false`, and on for the hour in which you need it.",
    bad: `{
  gateway: { mode: "local" },
  tools: { elevated: { allowFrom: { telegram: ["123456789"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { elevated: { enabled: false, allowFrom: { telegram: ["123456789"] } } },
}`,
    since: "next",
    calm: "In the strict profile alone, whose baseline wants elevated mode empty or off, and only where somebody is listed.",
    upstream: {
      relation: "ours",
      reason: "The audit speaks of long lists and of a star.",
    },
  },
  *check(config) {
    for (const { senders, isFallback } of elevatedPeople(config)) {
      // Discord's own senders have a rule of their own.
      if (isFallback) continue;
      yield {
        at: senders.lookup,
        message: `${pathText(senders.lookup.path)} lets people run commands outside the sandbox`,
        fixes: [elevatedOff],
      };
    }
  },
});
