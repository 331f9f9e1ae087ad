import {
  agentNameFirst,
  agentPatterns,
  agentsOf,
} from "../../access/agents.ts";
import { lookupOf } from "../../config/config-view.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";

export const agentsSeveralDefaults = defineRule({
  code: "agents.several_defaults",
  effect: "note",
  severity: noteAs("warning"),
  watches: [...agentPatterns],
  fixable: "always",
  docs: {
    summary: "Two agents are marked as the default one",
    why: "Only one agent answers where no binding names another: the first that is marked. The others do not get the messages, webhooks and heartbeats that their mark makes one expect, and the first gets them with its own tools and sandbox.",
    remedy: "Mark one agent with `default: true`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main", default: true }, { id: "work", default: true }] },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main", default: true }, { id: "work" }] },
}`,
    since: "next",
    calm: "It needs two entries with `default: true`. The program says so in its log.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at how agents are chosen.",
    },
  },
  *check(config) {
    const [first, ...others] = agentsOf(config).markedDefault;
    if (first === undefined) return;
    const mark = ["default"];
    for (const agent of others) {
      const path = [...agent.path, ...mark];
      yield {
        at: config.at(path),
        message: `${agentNameFirst(first)} is the default: it stands before this one`,
        related: [
          {
            at: lookupOf(first.node, first.path),
            message: "The first that is marked",
          },
        ],
        fixes: [
          {
            title: "Take the mark away, which does nothing",
            safety: "safe",
            preferred: true,
            changes: [{ op: "remove", path }],
          },
        ],
      };
    }
  },
});
