import { agentIdAt, agentPatterns, agentsOf } from "../../access/agents.ts";
import type { Fix } from "../../config/fix.ts";
import { nearest } from "../../text/nearest.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";
import { bindingsNotAudited } from "./not-audited.ts";

export const bindingsUnknownAgent = defineRule({
  code: "bindings.unknown_agent",
  effect: "risk",
  severity: noteAs("warning"),
  watches: [...agentPatterns, "bindings[].agentId"],
  fixable: "always",
  docs: {
    summary: "A binding leads to an agent that is not listed",
    why: "The program does not refuse it: the default agent answers instead, with its own tools, memory and sandbox. People who were to talk to a harmless agent talk to your own.",
    remedy: "Write the id as in `agents.list`, or list the agent.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "family", sandbox: { mode: "all" } }] },
  bindings: [{ agentId: "famly", match: { channel: "whatsapp", accountId: "home" } }],
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "family", sandbox: { mode: "all" } }] },
  bindings: [{ agentId: "family", match: { channel: "whatsapp", accountId: "home" } }],
}`,
    since: "next",
    calm: "It needs a list of agents whose ids the text tells, and an id that none of them has.",
    upstream: bindingsNotAudited,
  },
  *check(config) {
    const bindings = config.items("bindings");
    if (bindings.length === 0) return;
    const { list, defaultId, entryOf } = agentsOf(config);
    if (list.length === 0) return;
    const ids = list.flatMap(({ id }) => id ?? []);
    for (const { lookup } of bindings) {
      const at = config.at([...lookup.path, "agentId"]);
      const id = agentIdAt(at);
      if (id === undefined || entryOf(id) !== undefined) continue;
      const meant = nearest(id, ids)?.word;
      const remove: Fix = {
        title: "Remove the binding",
        safety: "review",
        asks: "The next binding that fits decides, or else the default agent.",
        changes: [{ op: "remove", path: lookup.path }],
      };
      yield {
        at,
        message: `No agent has the id "${id}", so ${defaultId === undefined ? "the default agent" : `"${defaultId}"`} answers${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        fixes:
          meant === undefined
            ? [remove]
            : [
                {
                  title: `Change to "${meant}"`,
                  safety: "review",
                  preferred: true,
                  changes: [{ op: "set", path: at.path, value: meant }],
                },
                remove,
              ],
      };
    }
  },
});
