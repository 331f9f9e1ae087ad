import { type AgentSandbox } from "../../access/sandboxes.ts";
import { toolEntries } from "../../access/tool-lists.ts";
import { usableToolPatterns, usableTools } from "../../access/usable-tools.ts";
import type { ConfigView, PresentLookup } from "../../config/config-view.ts";
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

/** The list of denied tools that takes the usual one's place for an agent. */
function ownList(
  config: ConfigView,
  { agent }: AgentSandbox,
): PresentLookup | undefined {
  for (const block of [...(agent === undefined ? [] : [agent.path]), []]) {
    const lookup = config.at([...block, "tools", "sandbox", "tools", "deny"]);
    if (lookup.state === "group" && lookup.node.kind === "array") return lookup;
  }
  return undefined;
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
    if (config.at("tools").state === "absent") return;
    const lists = new Map<
      PresentLookup["node"],
      { at: PresentLookup; agents: AgentSandbox[]; back: Set<string> }
    >();
    for (const { sandbox, inSandbox } of usableTools(config)) {
      const at = sandbox.isOn ? ownList(config, sandbox) : undefined;
      if (at === undefined) continue;
      const byName = allowedByName(config, sandbox);
      const back = waysOut.filter(
        ({ tool }) =>
          usual.includes(tool) && !byName.has(tool) && inSandbox(tool),
      );
      if (back.length === 0) continue;
      const list = lists.get(at.node) ?? { at, agents: [], back: new Set() };
      lists.set(at.node, list);
      list.agents.push(sandbox);
      for (const { tool } of back) list.back.add(tool);
    }
    for (const { at, agents, back } of lists.values()) {
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

/** The tools that the list of allowed ones names by their own names. */
function allowedByName(
  config: ConfigView,
  { agent }: AgentSandbox,
): ReadonlySet<string | undefined> {
  for (const block of [...(agent === undefined ? [] : [agent.path]), []]) {
    const lookup = config.at([...block, "tools", "sandbox", "tools", "allow"]);
    if (lookup.state === "group" && lookup.node.kind === "array")
      return new Set(toolEntries(config, lookup).map(({ name }) => name));
  }
  return new Set();
}
