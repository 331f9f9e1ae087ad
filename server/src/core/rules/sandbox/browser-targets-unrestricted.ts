import { sandboxes, type AgentSandbox } from "../../access/sandboxes.ts";
import { usableToolPatterns, usableTools } from "../../access/usable-tools.ts";
import type { ConfigView, Lookup } from "../../config/config-view.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

/** Lists of addresses; one that is not empty restricts the browser tool (agents/tools/browser-tool.js). */
const restrictions = [
  "allowedControlUrls",
  "allowedControlHosts",
  "allowedControlPorts",
] as const;

const deny: JSONPath = ["tools", "sandbox", "tools", "deny"];

/** The sandboxes that some list restricts. */
function restricted(config: ConfigView): ReadonlySet<AgentSandbox> {
  const { inForce } = sandboxes(config);
  return new Set(
    restrictions.flatMap((key) =>
      inForce("browser", key).flatMap(({ lookup, agents }) =>
        lookup.state !== "group" || lookup.node.items.length > 0 ? agents : [],
      ),
    ),
  );
}

/** The list of denied tools that counts for a sandbox and lacks the browser. */
function denyList(config: ConfigView, { agent }: AgentSandbox): Lookup {
  const own = agent?.node.find(deny);
  return own?.kind === "array" ? lookupOfNode(own) : config.at(deny);
}

export const sandboxBrowserTargetsUnrestricted = defineRule({
  code: "sandbox.browser_targets_unrestricted",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...usableToolPatterns,
    "agents.defaults.sandbox.browser.allowedControlUrls",
    "agents.defaults.sandbox.browser.allowedControlHosts",
    "agents.defaults.sandbox.browser.allowedControlPorts",
    "agents.list[].sandbox.browser.allowedControlUrls",
    "agents.list[].sandbox.browser.allowedControlHosts",
    "agents.list[].sandbox.browser.allowedControlPorts",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox may call any browser server",
    why: 'The browser tool runs in the gateway, outside the sandbox, and an agent may give it the address of any server as a "custom" target. That reaches the browser server of this computer even with `allowHostControl: false`, and sends the token of browser control to whatever address the agent names.',
    remedy:
      "Deny the `browser` tool in `tools.sandbox.tools.deny`, or list the servers it may call in `sandbox.browser.allowedControlUrls`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { sandbox: { tools: { allow: ["exec", "browser"], deny: ["gateway", "cron", "nodes", "canvas"] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { sandbox: { tools: { allow: ["exec"], deny: ["gateway", "cron", "nodes", "canvas", "browser"] } } },
}`,
    since: "next",
    calm: "Sandboxes have no browser tool unless `tools.sandbox.tools` gives it to them, so it needs such a list, and none of addresses.",
    upstream: notAudited,
  },
  *check(config) {
    if (sandboxes(config).on.length === 0) return;
    const driving = usableTools(config).filter(
      ({ sandbox, inSandbox }) => sandbox.isOn && inSandbox("browser"),
    );
    if (driving.length === 0) return;
    const safe = restricted(config);
    const lists = new Map<string, { at: Lookup; agents: AgentSandbox[] }>();
    for (const { sandbox } of driving) {
      if (safe.has(sandbox)) continue;
      const at = denyList(config, sandbox);
      const key = at.path.join("\n");
      const list = lists.get(key) ?? { at, agents: [] };
      lists.set(key, list);
      list.agents.push(sandbox);
    }
    for (const { at, agents } of lists.values()) {
      yield {
        at,
        message: `The sandbox${named(agents)} has the browser tool, with which it may call any browser server, that of this computer included`,
        fixes: [
          {
            title: "Take the browser tool away from the sandbox",
            safety: "review",
            preferred: true,
            asks: "Agents in the sandbox will no longer browse.",
            changes: [{ op: "append", path: at.path, value: "browser" }],
          },
        ],
      };
    }
  },
});
