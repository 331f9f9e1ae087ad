import { normalizedAgentId } from "../../access/account-ids.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { plainText } from "../../config/possible-values.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { textOf } from "./refused.ts";

/** An agent of `agents.list`. */
export interface Agent {
  readonly path: JSONPath;
  /** As the program compares it; undefined when a variable is in it, or no text stands there. */
  readonly id: string | undefined;
}

/** The agents of a file as far as a text tells. */
export interface Agents {
  readonly list: readonly Agent[];
  /** The id of the agent that answers where none is named; undefined when a variable decides. */
  readonly defaultId: string | undefined;
  /**
   * The entry that counts for an id, the first of several; undefined when there is none, "unknown" when an id before it is a
   * variable and might be the same.
   */
  entryOf(id: string): Agent | "unknown" | undefined;
}

export const agentPatterns = [
  "agents.list[].id",
  "agents.list[].default",
] as const satisfies readonly WatchPattern[];

/** An id as the program compares it; undefined when the text does not tell. */
export function agentIdAt(lookup: Lookup): string | undefined {
  const text = textOf(lookup);
  const plain = text && plainText(text);
  return plain === undefined ? undefined : normalizedAgentId(plain);
}

/** Reads `agents.list` (agents/agent-scope.js, config/agent-dirs.js). */
export function agentsOf(config: ConfigView): Agents {
  const list = config.items("agents.list").map(({ lookup: { path } }) => ({
    path,
    id: agentIdAt(config.at([...path, "id"])),
  }));
  const firstById = new Map<string, Agent>();
  let known = list.findIndex(({ id }) => id === undefined);
  if (known === -1) known = list.length;
  for (const agent of list.slice(0, known)) {
    if (agent.id !== undefined && !firstById.has(agent.id))
      firstById.set(agent.id, agent);
  }
  const chosen =
    list.find(({ path }) => is(config.at([...path, "default"]), true)) ??
    list[0];
  return {
    list,
    defaultId: chosen === undefined ? defaults.agentId : chosen.id,
    entryOf: (id) =>
      firstById.get(id) ?? (known < list.length ? "unknown" : undefined),
  };
}
