import { byPlace, sandboxes, sandboxPatterns } from "../../access/sandboxes.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

export const sandboxScopeShared = defineRule({
  code: "sandbox.scope_shared",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [...sandboxPatterns],
  fixable: "always",
  docs: {
    summary: "Agents share one container",
    why: "With one container and one workspace for all, what somebody talks one agent into reaches the files and processes of the others.",
    remedy:
      'Use `scope: "agent"`, the default: every agent gets a container and a workspace of its own. `"session"` gives one to every conversation.',
    bad: `{
  gateway: { mode: "local" },
  agents: {
    defaults: { sandbox: { mode: "all", scope: "shared" } },
    list: [{ id: "main" }, { id: "family" }],
  },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: {
    defaults: { sandbox: { mode: "all", scope: "agent" } },
    list: [{ id: "main" }, { id: "family" }],
  },
}`,
    since: "next",
    calm: "It needs two agents whose sandbox is on and that share, by `scope` or by the older `perSession: false`.",
    upstream: notAudited,
  },
  *check(config) {
    const sharing = sandboxes(config).on.filter(
      ({ scope }) => scope.value === "shared",
    );
    if (sharing.length < 2) return;
    for (const { lookup, agents } of byPlace(sharing, ({ scope }) => scope)) {
      const scope = [...lookup.path.slice(0, -1), "scope"];
      yield {
        at: lookup,
        message: `The sandboxes${named(sharing)} are one container and one workspace`,
        related: byPlace(sharing, (agent) => agent.mode)
          .filter(() => agents.length < sharing.length)
          .map(({ lookup: at }) => ({
            at,
            message: "This sandbox shares the container as well",
          })),
        fixes: [
          {
            title: "Give every agent a container of its own",
            safety: "review",
            preferred: true,
            changes: [{ op: "set", path: scope, value: "agent" }],
          },
        ],
      };
    }
  },
});
