import {
  agentNameFirst,
  agentPatterns,
  agentsOf,
} from "../../access/agents.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";

export const agentsSubagentsAllowAny = defineRule({
  code: "agents.subagents_allow_any",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [...agentPatterns, "agents.list[].subagents.allowAgents[]"],
  fixable: "always",
  docs: {
    summary: "An agent may start runs of every other agent",
    why: 'A run of another agent has that agent\'s tools, login and sandbox. With "*" this holds for every agent that is added later as well.',
    remedy: "Name the agents whose runs it may start.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main", subagents: { allowAgents: ["*"] } }, { id: "research" }] },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main", subagents: { allowAgents: ["research"] } }, { id: "research" }] },
}`,
    since: "next",
    calm: 'It needs a "*" and a second agent. An info: where the star leads out of a sandbox, `sandbox.escape_through_agent` says so.',
    upstream: {
      relation: "ours",
      reason: "The audit does not look at what agents may ask of each other.",
    },
  },
  *check(config) {
    const { list } = agentsOf(config);
    if (list.length < 2) return;
    for (const agent of list) {
      const allowed = [...agent.path, "subagents", "allowAgents"];
      const items = config.items(allowed);
      const wildcard = items.find(
        ({ lookup }) =>
          is(lookup, "*") ||
          (lookup.state === "set" && String(lookup.value).trim() === "*"),
      );
      if (wildcard === undefined) continue;
      const others = list.flatMap(({ id, shadowedBy }) =>
        shadowedBy === undefined && id !== undefined && id !== agent.id
          ? [id]
          : [],
      );
      const kept = items
        .filter((item) => item !== wildcard)
        .map(({ lookup }) =>
          lookup.state === "set" ? lookup.value : undefined,
        );
      if (kept.includes(undefined)) continue;
      yield {
        at: wildcard.lookup,
        message: `${agentNameFirst(agent)} may start runs of every agent, those added later included`,
        fixes: [
          {
            title: "Name the agents there are now",
            safety: "review",
            preferred: true,
            changes: [
              {
                op: "set",
                path: allowed,
                value: [
                  ...new Set([
                    ...kept.filter((value) => value !== undefined),
                    ...others,
                  ]),
                ],
              },
            ],
          },
        ],
      };
    }
  },
});
