import { agentName } from "../../access/agents.ts";
import {
  usableToolPatterns,
  usableTools,
  type UsableTools,
} from "../../access/usable-tools.ts";
import { toolsAt } from "../../access/tool-lists.ts";
import { namesTool } from "../../access/tool-names.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import type { ConfigView } from "../../config/config-view.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { defineRule } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** Tools with which an agent does what another, denied one would have done, with how. */
const detours = [
  {
    denied: ["exec"],
    tool: "gateway",
    how: "with the gateway tool it may rewrite this config",
  },
  {
    denied: ["exec"],
    tool: "nodes",
    how: "with the nodes tool it runs commands on paired computers",
  },
  {
    denied: ["write", "edit"],
    tool: "exec",
    how: "with the exec tool it writes files all the same",
  },
] as const;

/** An item that denies a tool in vain, with what the agent does instead. */
interface Vain {
  readonly list: ConfigNode;
  readonly entry: ConfigNode;
  readonly ways: readonly (typeof detours)[number][];
}

/** The item that denies all of the tools, in one of the lists. */
function denialOf(
  config: ConfigView,
  lists: readonly (ConfigNode | undefined)[],
  denied: readonly string[],
): { readonly list: ConfigNode; readonly entry: ConfigNode } | undefined {
  for (const list of lists) {
    const tools = toolsAt(config, list);
    if (list === undefined || tools === undefined) continue;
    if (!denied.every((tool) => tools.names(tool))) continue;
    const entry = tools.entries.find(
      ({ name }) => name !== undefined && namesTool([name], denied[0] ?? ""),
    );
    if (entry !== undefined) return { list, entry: entry.node };
  }
  return undefined;
}

/** What an agent may do in spite of its lists, by the item that was to stop it. */
function vainDenials(
  config: ConfigView,
  { sandbox, onHost }: UsableTools,
  shared: ConfigNode | undefined,
): readonly Vain[] {
  if (sandbox.mode.value === "all") return [];
  const found = new Map<ConfigNode, Vain>();
  for (const way of detours) {
    const { denied, tool } = way;
    if (!onHost(tool) || denied.some((name) => onHost(name))) continue;
    const own = sandbox.agent?.node.find(["tools", "deny"]);
    const denial = denialOf(config, [shared, own], denied);
    if (denial === undefined) continue;
    const before = found.get(denial.entry);
    found.set(denial.entry, {
      ...denial,
      ways: [...(before?.ways ?? []), way],
    });
  }
  return [...found.values()];
}

export const toolsDeniedToolHasDetour = defineRule({
  code: "tools.denied_tool_has_detour",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...usableToolPatterns],
  fixable: "always",
  docs: {
    summary: "A denied tool can be done without",
    why: "An agent that may not run commands but has the `gateway` tool can write a config in which it may; the `nodes` tool runs commands on paired computers; and who may run commands writes files, with or without the `write` tool. Denying the one alone stops nobody who has talked the agent into it.",
    remedy:
      "Deny the detours as well, or allow only what the agent needs: `tools.allow` or a `tools.profile`.",
    bad: `{ gateway: { mode: "local" }, tools: { deny: ["exec", "process", "nodes"] } }`,
    good: `{ gateway: { mode: "local" }, tools: { deny: ["exec", "process", "nodes", "gateway"] } }`,
    since: "next",
    calm: "It needs a list that denies exec, or write and edit, and an agent outside the sandbox that certainly has the other tool.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    const deny = config.at("tools.deny");
    const shared = deny.state === "group" ? deny.node : undefined;
    const told = new Set<ConfigNode>();
    for (const agent of usableTools(config)) {
      for (const { list, entry, ways } of vainDenials(config, agent, shared)) {
        // A list for all agents has the same hole for each of them.
        if (told.has(entry)) continue;
        told.add(entry);
        const tools = ways.map(({ tool }) => tool);
        const denied = ways[0]?.denied.join(" and ");
        const path = list.path;
        yield {
          at: lookupOfNode(entry),
          message: `Denying ${denied} does not stop ${agentName(agent.sandbox.agent)}: ${ways.map(({ how }) => how).join("; ")}`,
          fixes: [
            {
              title: `Deny ${tools.join(" and ")} as well`,
              safety: "review",
              preferred: true,
              asks: `The agent will no longer have ${tools.join(" and ")}.`,
              changes: tools.map(
                (tool) => ({ op: "append", path, value: tool }) as const,
              ),
            },
          ],
        };
      }
    }
  },
});
