import { type AgentSandbox } from "../../access/sandboxes.ts";
import { toolsAt } from "../../access/tool-lists.ts";
import { usableToolPatterns, usableTools } from "../../access/usable-tools.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { sandboxTools } from "../../dialects/clawdbot/tools.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

/** Tools that the usual list denies and that reach out of the container, with how. */
const waysOut = [
  { tool: "gateway", how: "rewrites this config" },
  { tool: "nodes", how: "runs commands on paired devices" },
  { tool: "cron", how: "plans runs of its own" },
  { tool: "browser", how: "drives browsers outside the sandbox" },
  { tool: "canvas", how: "draws on paired devices" },
] as const;

const usual: readonly string[] = sandboxTools.deny;

/** A list for an agent's sandbox, its own or everybody's. */
function listOf(
  kind: "allow" | "deny",
  { agent }: AgentSandbox,
  shared: ConfigNode | undefined,
): ConfigNode | undefined {
  const lists = [
    agent?.node.find(["tools", "sandbox", "tools", kind]),
    shared?.get(kind),
  ];
  return lists.find((list) => list?.kind === "array");
}

export const sandboxToolsListReplacesDefault = defineRule({
  code: "sandbox.tools_list_replaces_default",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...usableToolPatterns],
  fixable: "always",
  docs: {
    summary: "A list of denied tools gives a sandbox more than it takes",
    why: "`tools.sandbox.tools.deny` takes the place of the usual list and does not add to it. Tools that the usual list keeps out of the sandbox come back with it: `gateway` rewrites this config, `nodes` runs commands on paired devices.",
    remedy:
      "Repeat the usual names in your list: browser, canvas, nodes, cron, gateway.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { sandbox: { tools: { allow: ["*"], deny: ["exec", "browser"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { sandbox: { tools: { allow: ["*"], deny: ["exec", "browser", "gateway", "nodes", "cron", "canvas"] } } },
}`,
    since: "next",
    calm: "It names only tools that a sandbox certainly has in the end, after the list of allowed ones, the profile and the other lists. A tool that your own list allows by name is yours to give, and no finding.",
    upstream: notAudited,
  },
  *check(config) {
    const block = config.at(["tools", "sandbox", "tools"]);
    const shared = block.state === "group" ? block.node : undefined;
    const lists = new Map<
      ConfigNode,
      { readonly agents: AgentSandbox[]; readonly back: Set<string> }
    >();
    for (const { sandbox, inSandbox } of usableTools(config)) {
      const deny = sandbox.isOn ? listOf("deny", sandbox, shared) : undefined;
      if (deny === undefined) continue;
      const allowed = toolsAt(config, listOf("allow", sandbox, shared));
      const back = waysOut.filter(
        ({ tool }) =>
          usual.includes(tool) &&
          allowed?.written.includes(tool) !== true &&
          inSandbox(tool),
      );
      if (back.length === 0) continue;
      const list = lists.get(deny) ?? { agents: [], back: new Set() };
      lists.set(deny, list);
      list.agents.push(sandbox);
      for (const { tool } of back) list.back.add(tool);
    }
    for (const [node, { agents, back }] of lists) {
      const at = lookupOfNode(node);
      const tools = waysOut.filter(({ tool }) => back.has(tool));
      yield {
        at,
        message: `This list replaces the usual one, so the sandbox${named(agents)} gets ${tools.map(({ tool, how }) => `${tool} (${how})`).join(", ")}`,
        fixes: [
          {
            title: `Deny ${tools.map(({ tool }) => tool).join(", ")} as usual`,
            safety: "review",
            preferred: true,
            changes: tools.map(
              ({ tool }) =>
                ({ op: "append", path: at.path, value: tool }) as const,
            ),
          },
        ],
      };
    }
  },
});
