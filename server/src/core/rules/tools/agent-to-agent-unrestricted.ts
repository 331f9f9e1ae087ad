import { agentPatterns, agentsOf } from "../../access/agents.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

const list = ["tools", "agentToAgent", "allow"];

export const toolsAgentToAgentUnrestricted = defineRule({
  code: "tools.agent_to_agent_unrestricted",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...agentPatterns,
    "tools.agentToAgent.enabled",
    "tools.agentToAgent.allow[]",
  ],
  fixable: "sometimes",
  docs: {
    summary: "Every agent may read and command every other",
    why: "Agents are often kept apart so that one may do what another must not. With `agentToAgent` and no list, an agent that strangers talk to reads the conversations of all others and gives them orders.",
    remedy:
      "List the agents that work together in `tools.agentToAgent.allow`; both ends have to be on it.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "work" }, { id: "public" }] },
  tools: { agentToAgent: { enabled: true } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "work" }, { id: "public" }] },
  tools: { agentToAgent: { enabled: true, allow: ["main", "work"] } },
}`,
    since: "next",
    calm: 'It needs `enabled: true`, three agents or more, and no list, an empty one, or one with "*". Two agents that may talk are what the switch is for.',
    upstream: toolsNotAudited,
  },
  *check(config) {
    const enabled = config.at("tools.agentToAgent.enabled");
    if (!is(enabled, true)) return;
    const agents = agentsOf(config).list.filter(
      ({ shadowedBy }) => shadowedBy === undefined,
    );
    if (agents.length < 3) return;
    const items = config.items(list);
    const wildcard = items.find(
      ({ lookup }) =>
        lookup.state === "set" && String(lookup.value).trim() === "*",
    );
    if (items.length > 0 && wildcard === undefined) return;
    const ids = agents.flatMap(({ id }) => id ?? []);
    const other = items.filter((item) => item !== wildcard);
    yield {
      at: wildcard?.lookup ?? enabled,
      message:
        wildcard === undefined
          ? `All ${agents.length} agents may read and command each other: no list says which`
          : `"*" lets all ${agents.length} agents read and command each other`,
      fixes:
        wildcard !== undefined && other.length > 0
          ? [
              {
                title: 'Take "*" off the list',
                safety: "review",
                preferred: true,
                changes: [{ op: "remove", path: wildcard.lookup.path }],
              },
            ]
          : [
              {
                title: `List the agents: ${ids.slice(0, 2).join(", ")}`,
                safety: "review",
                asks: "Add the others that have to work together.",
                changes: [{ op: "set", path: list, value: ids.slice(0, 2) }],
              },
            ],
    };
  },
});
