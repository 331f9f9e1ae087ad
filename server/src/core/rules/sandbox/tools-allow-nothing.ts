import { sandboxes } from "../../access/sandboxes.ts";
import { toolsAt } from "../../access/tool-lists.ts";
import { usableToolPatterns } from "../../access/usable-tools.ts";
import { lookupOfNode, nodesAt } from "../../config/settings-at.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule, pathText } from "../rule.ts";
import { notAudited } from "./named.ts";

const lists = [
  "tools.sandbox.tools.allow",
  "agents.list[].tools.sandbox.tools.allow",
] as const;

export const sandboxToolsAllowNothing = defineRule({
  code: "sandbox.tools_allow_nothing",
  effect: "note",
  severity: noteAs("info"),
  watches: [...usableToolPatterns],
  fixable: "always",
  docs: {
    summary: "An empty list of tools leaves a sandbox with nothing",
    why: "Elsewhere an empty list of allowed tools allows all of them, and Clawdbot's own hint says so here too. For sandboxes it adds the image tool to the list, which then allows that one alone.",
    remedy:
      'Remove the key for the usual tools, name those you want, or write `["*"]` for all that are not denied.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { sandbox: { tools: { allow: [] } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { sandbox: { tools: {} } },
}`,
    since: "next",
    calm: "It needs a list that is certainly empty, and a sandbox that is on.",
    upstream: notAudited,
  },
  *check(config) {
    for (const pattern of lists) {
      for (const node of nodesAt(config, pattern)) {
        if (toolsAt(config, node)?.isEmpty !== true) continue;
        // With the image tool denied nothing is added, and the empty list does allow everything.
        if ((node.parent?.get("deny")?.items.length ?? 0) > 0) continue;
        if (sandboxes(config).on.length === 0) return;
        const lookup = lookupOfNode(node);
        yield {
          at: lookup,
          message: `${pathText(lookup.path)} is empty, which leaves the sandbox nothing but the image tool`,
          fixes: [
            {
              title: "Go back to the usual tools",
              safety: "review",
              preferred: true,
              changes: [{ op: "remove", path: lookup.path }],
            },
          ],
        };
      }
    }
  },
});
