import { agentName } from "../../access/agents.ts";
import { sandboxes, type AgentSandbox } from "../../access/sandboxes.ts";
import { usableToolPatterns, usableTools } from "../../access/usable-tools.ts";
import type { ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule } from "../rule.ts";

const shared = ["agents", "defaults", "sandbox", "mode"];

const switchOn = (path: JSONPath, title: string): Fix => ({
  title,
  safety: "review",
  preferred: true,
  asks: "Commands will run in containers, which Docker has to provide, and see the workspace no more than workspaceAccess says.",
  changes: [{ op: "set", path, value: "all" }],
});

/** Tools with which an agent outside a container changes something on the computer. */
const harmful = ["exec", "write", "edit", "apply_patch"];

/** The agents that could do harm outside a container. */
const dangerous = (config: ConfigView): ReadonlySet<AgentSandbox> =>
  new Set(
    usableTools(config)
      .filter(({ onHost }) => harmful.some((tool) => onHost(tool)))
      .map(({ sandbox }) => sandbox),
  );

export const sandboxOff = defineRule({
  code: "sandbox.off",
  effect: "risk",
  severity: { strict: "warning" },
  watches: [...usableToolPatterns],
  fixable: "always",
  docs: {
    summary: "An agent's commands run on the computer itself",
    why: "Without a sandbox the agent reads, writes and runs commands as you. One message, mail or web page that talks it into something is enough.",
    remedy:
      'Set `agents.defaults.sandbox.mode` to `"all"`, with `scope: "agent"` and `workspaceAccess: "none"`. Docker has to run on the computer.',
    bad: `{
  gateway: { mode: "local" },
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [{ id: "main" }, { id: "work", sandbox: { mode: "off" } }],
  },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [{ id: "main" }, { id: "work", sandbox: { mode: "all" } }],
  },
}`,
    since: "next",
    calm: "The sandbox is off unless the file says otherwise, so the recommended profile speaks only about an agent that leaves the sandbox of all others. It is a warning if the agent may write files or run commands, else an info.",
    upstream: {
      relation: "ours",
      reason: "The audit asks for the sandbox of small models only.",
    },
  },
  *check(config) {
    const off = sandboxes(config).agents.filter(({ isOn }) => !isOn);
    if (off.length === 0) return;
    const everybody = config.at(shared);
    const isException =
      everybody.state === "set" &&
      (everybody.value === "all" || everybody.value === "non-main");
    const uncovered: AgentSandbox[] = [];
    const armed = dangerous(config);
    for (const sandbox of off) {
      const { agent, mode } = sandbox;
      if (agent === undefined || mode.lookup.path[1] !== "list") {
        uncovered.push(sandbox);
        continue;
      }
      const severity = armed.has(sandbox) ? "warning" : "info";
      yield {
        at: mode.lookup,
        message: isException
          ? `The sandbox is on for all agents but ${agentName(agent)}, whose commands run on this computer`
          : `Commands of ${agentName(agent)} run on this computer: its sandbox is off`,
        ...(isException
          ? {
              severity: { recommended: severity, strict: "warning" } as const,
              related: [
                { at: everybody, message: "Everybody else is kept in here" },
              ],
            }
          : {}),
        fixes: [switchOn(mode.lookup.path, "Put the agent in the sandbox")],
      };
    }
    if (uncovered.length === 0) return;
    yield {
      at: everybody,
      message:
        everybody.state === "absent"
          ? "No sandbox is set, so commands of agents run on this computer"
          : 'agents.defaults.sandbox.mode is "off", so commands of agents run on this computer',
      fixes: [switchOn(shared, "Put all agents in the sandbox")],
    };
  },
});
