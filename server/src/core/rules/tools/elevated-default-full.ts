import {
  elevatedPeople,
  elevatedPeoplePatterns,
} from "../../access/elevated.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { elevatedOff } from "./elevated-off.ts";

export const toolsElevatedDefaultFull = defineRule({
  code: "tools.elevated_default_full",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [...elevatedPeoplePatterns, "agents.defaults.elevatedDefault"],
  fixable: "always",
  docs: {
    summary: "Commands run on the host, and nobody is asked",
    why: "For people who may use elevated mode every command of the assistant leaves the sandbox and skips all approvals from the first message on. A mail or page with hidden instructions that one of them has it read is enough.",
    remedy:
      'Use `"ask"`, or remove `elevatedDefault`; whoever needs it can still say `/elevated full`.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { elevatedDefault: "full" } },
  tools: { elevated: { allowFrom: { telegram: ["123456789"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { elevatedDefault: "ask" } },
  tools: { elevated: { allowFrom: { telegram: ["123456789"] } } },
}`,
    since: "next",
    calm: "It needs the word `full` in the file, and somebody who may use elevated mode.",
    upstream: {
      relation: "ours",
      reason: "The audit looks at who may use it, not at what it does.",
    },
  },
  *check(config) {
    const level = config.at("agents.defaults.elevatedDefault");
    if (!is(level, "full")) return;
    const people = elevatedPeople(config);
    if (people.length === 0) return;
    yield {
      at: level,
      message:
        'agents.defaults.elevatedDefault is "full": commands leave the sandbox and skip all approvals',
      related: people.map(({ senders }) => ({
        at: senders.lookup,
        message: "For these people",
      })),
      fixes: [
        {
          title: "Ask before each command",
          safety: "review",
          preferred: true,
          changes: [{ op: "set", path: level.path, value: "ask" }],
        },
        elevatedOff,
      ],
    };
  },
});
