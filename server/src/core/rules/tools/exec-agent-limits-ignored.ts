import { agentName, agentPatterns, agentsOf } from "../../access/agents.ts";
import { lookupOf } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule, pathText } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** Keys with which one would hold an agent back. */
const limits = ["host", "security", "ask"];

/** The tool, and those with which an agent does what it could have done with it. */
const around = ["exec", "process", "gateway", "nodes"];

export const toolsExecAgentLimitsIgnored = defineRule({
  code: "tools.exec_agent_limits_ignored",
  effect: "note",
  severity: noteAs("warning"),
  watches: [
    ...agentPatterns,
    "agents.list[].tools.exec.host",
    "agents.list[].tools.exec.security",
    "agents.list[].tools.exec.ask",
    "tools.exec",
    "tools.exec.host",
    "tools.exec.security",
    "tools.exec.ask",
  ],
  fixable: "sometimes",
  docs: {
    summary: "An agent's own limits on commands protect nothing",
    why: "The gateway reads `tools.exec` for every agent and never an agent's own. In this release those count on node hosts and in what `/exec` shows, so the file, and the chat, tell of a limit that is not there.",
    remedy:
      'Set `host`, `security` and `ask` in `tools.exec`, for all agents. To hold one agent back, deny it the tool: `agents.list[].tools.deny: ["exec", "process", "gateway", "nodes"]`, or put it in the sandbox.',
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "public", tools: { exec: { security: "deny" } } }] },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "public", tools: { deny: ["exec", "process", "gateway", "nodes"] } }] },
}`,
    since: "next",
    calm: "It needs `host`, `security` or `ask` under an agent's own `tools.exec`. Times and paths there are no limits and no finding.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    for (const agent of agentsOf(config).list) {
      const tools = agent.node.get("tools");
      const exec = tools?.get("exec");
      if (exec === undefined) continue;
      const block = [...agent.path, "tools", "exec"];
      const found = limits.flatMap((key) => {
        const node = exec.get(key);
        return node === undefined
          ? []
          : [{ key, lookup: lookupOf(node, [...block, key]) }];
      });
      const [first, ...others] = found;
      if (first === undefined) continue;
      const denied: JSONPath = [...agent.path, "tools", "deny"];
      const deny: Fix = {
        title: "Deny the agent exec, and the tools that get around it",
        safety: "review",
        preferred: true,
        asks: "The agent will not run any commands, nor change this config.",
        changes: [
          ...found.map(
            ({ lookup: { path } }) => ({ op: "remove", path }) as const,
          ),
          ...around.map(
            (value) =>
              ({
                op: "append",
                path: denied,
                value,
              }) as const,
          ),
        ],
      };
      const share: Fix = {
        title: "Make it a limit for all agents",
        safety: "review",
        asks: "Commands of all agents will obey it.",
        changes: found.map(
          ({ key, lookup: { path } }) =>
            ({ op: "move", from: path, to: [["tools", "exec", key]] }) as const,
        ),
      };
      const isFree = found.every(
        ({ key }) => config.at(["tools", "exec", key]).state === "absent",
      );
      const isTotal = found.some(
        ({ key, lookup }) =>
          key === "security" &&
          lookup.state === "set" &&
          lookup.value === "deny",
      );
      yield {
        at: first.lookup,
        message: `${pathText(first.lookup.path)} does not hold ${agentName(agent)} back: the gateway reads tools.exec alone`,
        related: others.map(({ lookup: at }) => ({
          at,
          message: "Neither does this",
        })),
        fixes: [...(isTotal ? [deny] : []), ...(isFree ? [share] : [])],
      };
    }
  },
});
