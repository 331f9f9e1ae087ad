import type { ConfigNode } from "../config/config-node.ts";
import { is, type Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { defaults } from "../dialects/clawdbot/defaults.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { normalizedAgentId } from "./account-ids.ts";
import { oncePerView } from "./once-per-view.ts";

/** An agent of `agents.list`. */
export interface Agent {
  readonly path: JSONPath;
  readonly node: ConfigNode;
  /** As the program compares it; undefined when a variable is in it, or no text stands there. */
  readonly id: string | undefined;
  /** The entry before it with the same id, which alone counts (agents/agent-scope.js, resolveAgentEntry). */
  readonly shadowedBy: Agent | undefined;
}

/** The agents of a file as far as a text tells. */
export interface Agents {
  readonly list: readonly Agent[];
  /** The id of the agent that answers where none is named; undefined when a variable decides. */
  readonly defaultId: string | undefined;
  /** The entries marked as default; the first counts. */
  readonly markedDefault: readonly Agent[];
  /**
   * The entry that counts for an id, the first of several; undefined when there is none, "unknown" when an id before it is a
   * variable and might be the same.
   */
  readonly entryOf: (id: string) => Agent | "unknown" | undefined;
}

export const agentPatterns = [
  "agents.list[].id",
  "agents.list[].default",
] as const satisfies readonly WatchPattern[];

/** An id as the program compares it; undefined when the text does not tell. */
export function agentIdAt(lookup: Lookup): string | undefined {
  return lookup.state === "set" && typeof lookup.value === "string"
    ? normalizedAgentId(lookup.value)
    : undefined;
}

/** Reads `agents.list` (agents/agent-scope.js, config/agent-dirs.js). */
export const agentsOf = oncePerView((config): Agents => {
  const firstById = new Map<string, Agent>();
  const list: Agent[] = [];
  let known: number | undefined;
  for (const { lookup } of config.items("agents.list")) {
    const { path, node } = lookup;
    const id = agentIdAt(config.at([...path, "id"]));
    const before = id === undefined ? undefined : firstById.get(id);
    const agent = { path, node, id, shadowedBy: before };
    if (id === undefined) known ??= list.length;
    else if (before === undefined) firstById.set(id, agent);
    list.push(agent);
  }
  const certain = new Set(list.slice(0, known));
  const markedDefault = list.filter(({ path }) =>
    is(config.at([...path, "default"]), true),
  );
  const chosen = markedDefault[0] ?? list[0];
  return {
    list,
    defaultId: chosen === undefined ? defaults.agentId : chosen.id,
    markedDefault,
    entryOf: (id) => {
      const agent = firstById.get(id);
      if (agent !== undefined && certain.has(agent)) return agent;
      return known === undefined ? undefined : "unknown";
    },
  };
});

/** What a message calls an agent: by its id, else by its place. */
export const agentName = (agent: Agent | undefined): string =>
  agent === undefined
    ? "the agent"
    : agent.id === undefined
      ? `agents.list[${String(agent.path.at(-1))}]`
      : `agent "${agent.id}"`;

/** The same, at the beginning of a sentence. */
export function agentNameFirst(agent: Agent | undefined): string {
  const name = agentName(agent);
  return agent !== undefined && agent.id === undefined
    ? name
    : name.slice(0, 1).toUpperCase() + name.slice(1);
}
