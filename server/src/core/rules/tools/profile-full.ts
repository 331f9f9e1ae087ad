import {
  agentNameFirst,
  agentPatterns,
  agentsOf,
} from "../../access/agents.ts";
import { defineRule } from "../rule.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { toolsNotAudited } from "./not-audited.ts";

/** A narrower profile, for all agents, which an agent's own replaces. */
const isNarrow = (profile: Lookup): boolean =>
  profile.state === "set" &&
  typeof profile.value === "string" &&
  profile.value !== "full";

/** The providers for whose models the file has a profile, each with its place. */
const providers = (
  config: ConfigView,
  block: JSONPath,
): readonly { readonly key: string; readonly profile: Lookup }[] =>
  config.entries([...block, "byProvider"]).map(({ key, lookup }) => ({
    key: String(key).trim().toLowerCase(),
    profile: config.at([...lookup.path, "profile"]),
  }));

export const toolsProfileFull = defineRule({
  code: "tools.profile_full",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...agentPatterns,
    "tools.profile",
    "tools.byProvider.*.profile",
    "agents.list[].tools.profile",
    "agents.list[].tools.byProvider.*.profile",
  ],
  fixable: "always",
  docs: {
    summary: "An agent's profile gives it tools that all others lack",
    why: 'An agent\'s own `profile` takes the place of the one for all agents and does not add to it. With "full", which allows everything, the agent has exec, the browser and the config again.',
    remedy:
      "Remove the agent's profile, and allow it the single tools that it needs.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "work", tools: { profile: "full" } }] },
  tools: { profile: "messaging" },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "work", tools: {} }] },
  tools: { profile: "messaging" },
}`,
    since: "next",
    calm: 'It needs a narrower profile for all agents and the word "full" at one of them. "full" for all is the same as none and no finding.',
    upstream: toolsNotAudited,
  },
  *check(config) {
    const { list } = agentsOf(config);
    if (list.length === 0) return;
    const shared = [
      { key: "", profile: config.at("tools.profile") },
      ...providers(config, ["tools"]),
    ].filter(({ profile }) => isNarrow(profile));
    if (shared.length === 0) return;
    for (const agent of list) {
      const block = [...agent.path, "tools"];
      const own = [
        { key: "", profile: config.at([...block, "profile"]) },
        ...providers(config, block),
      ];
      for (const { key, profile } of own) {
        const narrow = shared.find((each) => each.key === key);
        if (narrow === undefined || !is(profile, "full")) continue;
        yield {
          at: profile,
          message: `${agentNameFirst(agent)} has every tool${key === "" ? "" : ` with models of ${key}`}: its profile replaces the narrower one of all agents`,
          related: [{ at: narrow.profile, message: "The one for all agents" }],
          fixes: [
            {
              title: "Let the agent have the profile of all agents",
              safety: "review",
              preferred: true,
              asks: "The agent will lose tools that it may need.",
              changes: [{ op: "remove", path: profile.path }],
            },
          ],
        };
      }
    }
  },
});
