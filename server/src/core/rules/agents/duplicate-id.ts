import { agentPatterns, agentsOf } from "../../access/agents.ts";
import { lookupOf } from "../../config/config-view.ts";
import { noteAs } from "../config/refused.ts";
import { defineRule } from "../rule.ts";

/** An id that no agent has yet. */
function freeId(id: string, taken: ReadonlySet<string | undefined>): string {
  for (let number = 2; ; number++)
    if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

export const agentsDuplicateId = defineRule({
  code: "agents.duplicate_id",
  effect: "note",
  severity: noteAs("warning"),
  watches: [...agentPatterns],
  fixable: "always",
  docs: {
    summary: "Two agents have the same id",
    why: "Ids are compared in small letters, with anything but letters, digits, `-` and `_` as `-`. Of several entries with one id the first alone counts: the sandbox, the tools and the model of the others are read by nothing.",
    remedy: "Give every agent an id of its own, or put the two together.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "work" }, { id: "Work", sandbox: { mode: "all" } }] },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "work" }, { id: "work-2", sandbox: { mode: "all" } }] },
}`,
    since: "next",
    calm: "It compares as the program does; an id with a variable in it is left alone.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at how agents are chosen.",
    },
  },
  *check(config) {
    const { list } = agentsOf(config);
    const taken = new Set(list.map(({ id }) => id));
    for (const { id, path, shadowedBy } of list) {
      if (shadowedBy === undefined || id === undefined) continue;
      const at = config.at([...path, "id"]);
      const free = freeId(id, taken);
      taken.add(free);
      yield {
        at,
        message: `An agent "${id}" stands before this one; nothing here is read`,
        related: [
          {
            at: lookupOf(shadowedBy.node, shadowedBy.path),
            message: "This one counts",
          },
        ],
        fixes: [
          {
            title: `Rename it to "${free}"`,
            safety: "review",
            preferred: true,
            asks: "The agent comes alive, with everything that its entry says.",
            changes: [{ op: "set", path: at.path, value: free }],
          },
        ],
      };
    }
  },
});
