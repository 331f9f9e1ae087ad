import { agentName } from "../../access/agents.ts";
import {
  usableToolPatterns,
  usableTools,
  type UsableTools,
} from "../../access/usable-tools.ts";
import { toolEntries, type ToolEntry } from "../../access/tool-lists.ts";
import { namesTool } from "../../access/tool-names.ts";
import type { ConfigView, Lookup } from "../../config/config-view.ts";
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

/** A list of denied tools that holds for an agent. */
interface DenyList {
  readonly at: Lookup;
  readonly entries: readonly ToolEntry[];
}

function denyLists(
  config: ConfigView,
  { sandbox }: UsableTools,
): readonly DenyList[] {
  const blocks = [[], ...(sandbox.agent ? [sandbox.agent.path] : [])];
  return blocks.flatMap((block) => {
    const at = config.at([...block, "tools", "deny"]);
    return at.state === "group" && at.node.kind === "array"
      ? [{ at, entries: toolEntries(config, at) }]
      : [];
  });
}

/** An item that denies a tool in vain, with what the agent does instead. */
interface Vain {
  readonly list: DenyList;
  readonly entry: ToolEntry;
  readonly ways: readonly (typeof detours)[number][];
}

/** The item that denies all of the tools, in one list. */
function denialOf(
  lists: readonly DenyList[],
  tools: readonly string[],
): { readonly list: DenyList; readonly entry: ToolEntry } | undefined {
  for (const list of lists) {
    const names = list.entries.flatMap(({ name }) => name ?? []);
    if (!tools.every((tool) => namesTool(names, tool))) continue;
    const entry = list.entries.find(
      ({ name }) => name !== undefined && namesTool([name], tools[0] ?? ""),
    );
    if (entry !== undefined) return { list, entry };
  }
  return undefined;
}

/** What an agent may do in spite of its lists, by the item that was to stop it. */
function vainDenials(config: ConfigView, agent: UsableTools): readonly Vain[] {
  if (agent.sandbox.mode.value === "all") return [];
  const lists = denyLists(config, agent);
  if (lists.length === 0) return [];
  const found = new Map<ToolEntry, Vain>();
  for (const way of detours) {
    const { denied, tool } = way;
    if (!agent.onHost(tool) || denied.some((name) => agent.onHost(name)))
      continue;
    const denial = denialOf(lists, denied);
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
    if (
      config.at("tools").state === "absent" &&
      config.at("agents").state === "absent"
    )
      return;
    const told = new Set<string>();
    for (const agent of usableTools(config)) {
      for (const { list, entry, ways } of vainDenials(config, agent)) {
        // A list for all agents has the same hole for each of them.
        const key = entry.lookup.path.join("\n");
        if (told.has(key)) continue;
        told.add(key);
        const tools = ways.map(({ tool }) => tool);
        const denied = ways[0]?.denied.join(" and ");
        yield {
          at: entry.lookup,
          message: `Denying ${denied} does not stop ${agentName(agent.sandbox.agent)}: ${ways.map(({ how }) => how).join("; ")}`,
          fixes: [
            {
              title: `Deny ${tools.join(" and ")} as well`,
              safety: "review",
              preferred: true,
              asks: `The agent will no longer have ${tools.join(" and ")}.`,
              changes: tools.map(
                (tool) =>
                  ({ op: "append", path: list.at.path, value: tool }) as const,
              ),
            },
          ],
        };
      }
    }
  },
});
