import type { ConfigNode } from "../config/config-node.ts";
import {
  is,
  type ConfigView,
  type Lookup,
  type PresentLookup,
} from "../config/config-view.ts";
import { lookupOfNode } from "../config/settings-at.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { agentPatterns, agentsOf, type Agent } from "./agents.ts";
import { oncePerView } from "./once-per-view.ts";

/** A word of a setting, with where it stands; absent for a default, at the place of the settings for all agents. */
export interface Chosen<Word extends string> {
  /** `unknown`: a variable's value, or no word of the program. */
  readonly value: Word | "unknown";
  readonly lookup: Lookup;
}

export const sandboxModes = ["off", "non-main", "all"] as const;
export const sandboxScopes = ["session", "agent", "shared"] as const;
export const workspaceAccesses = ["none", "ro", "rw"] as const;

/** How one agent's commands are kept in (agents/sandbox/config.js, resolveSandboxConfigForAgent). */
export interface AgentSandbox {
  /** Undefined for the one agent of a file that lists none. */
  readonly agent: Agent | undefined;
  /** The agent's own settings of its sandbox. */
  readonly own: ConfigNode | undefined;
  readonly mode: Chosen<(typeof sandboxModes)[number]>;
  readonly scope: Chosen<(typeof sandboxScopes)[number]>;
  readonly workspaceAccess: Chosen<(typeof workspaceAccesses)[number]>;
  /** Whether any of its sessions runs in a container, or may. */
  readonly isOn: boolean;
}

/** A setting of containers that is in force, with the agents it is in force for. */
export interface InForce {
  readonly lookup: PresentLookup;
  readonly agents: readonly AgentSandbox[];
}

/** The sandboxes of a file. */
export interface Sandboxes {
  /** One for each agent; entries whose id an earlier one has are none. */
  readonly agents: readonly AgentSandbox[];
  /** Those whose sandbox is on, or may be. */
  readonly on: readonly AgentSandbox[];
  /**
   * What stands for `docker.<key>` or `browser.<key>` where it counts: an agent's own value, unless all agents share one
   * container, else the one for all agents. Values that no agent gets are left out.
   */
  readonly inForce: (
    block: "docker" | "browser",
    key: string,
  ) => readonly InForce[];
  /** The same for lists of which an agent gets its own and everybody's: `docker.binds`. */
  readonly inForceTogether: (
    block: "docker",
    key: string,
  ) => readonly InForce[];
}

/** The agents that take a word from the same place, for each such place. */
export function byPlace<Word extends string>(
  agents: readonly AgentSandbox[],
  pick: (agent: AgentSandbox) => Chosen<Word>,
): readonly { readonly lookup: Lookup; readonly agents: AgentSandbox[] }[] {
  const places = new Map<
    string,
    { readonly lookup: Lookup; readonly agents: AgentSandbox[] }
  >();
  for (const agent of agents) {
    const { lookup } = pick(agent);
    const key = lookup.path.join("\n");
    const place = places.get(key);
    if (place === undefined) places.set(key, { lookup, agents: [agent] });
    else place.agents.push(agent);
  }
  return [...places.values()];
}

/** What decides whether and how agents are kept in, the containers' own settings aside. */
export const sandboxPatterns = [
  ...agentPatterns,
  "agents.defaults.sandbox.mode",
  "agents.defaults.sandbox.scope",
  "agents.defaults.sandbox.perSession",
  "agents.defaults.sandbox.workspaceAccess",
  "agents.list[].sandbox.mode",
  "agents.list[].sandbox.scope",
  "agents.list[].sandbox.perSession",
  "agents.list[].sandbox.workspaceAccess",
] as const satisfies readonly WatchPattern[];

const shared = ["agents", "defaults", "sandbox"];

/** What a look-up says, among words that a setting knows. */
export function chosen<Word extends string>(
  lookup: Lookup,
  words: readonly Word[],
  usual: Word,
): Chosen<Word> {
  if (lookup.state === "absent") return { value: usual, lookup };
  const written = lookup.state === "set" ? lookup.value : undefined;
  return { value: words.find((word) => word === written) ?? "unknown", lookup };
}

const perSessionScope = (perSession: Lookup): AgentSandbox["scope"] => ({
  value: is(perSession, true) ? "session" : "shared",
  lookup: perSession,
});

const isBoolean = (lookup: Lookup): boolean =>
  lookup.state === "set" && typeof lookup.value === "boolean";

/** Reads every agent's sandbox: its own words, else those for all agents. */
function readAgents(config: ConfigView): readonly AgentSandbox[] {
  const everybody = {
    mode: chosen(config.at([...shared, "mode"]), sandboxModes, "off"),
    scope: chosen(config.at([...shared, "scope"]), sandboxScopes, "agent"),
    perSession: config.at([...shared, "perSession"]),
    workspaceAccess: chosen(
      config.at([...shared, "workspaceAccess"]),
      workspaceAccesses,
      "none",
    ),
  };
  const own = <Word extends string>(
    block: ConfigNode | undefined,
    key: string,
    words: readonly Word[],
    otherwise: Chosen<Word>,
  ): Chosen<Word> => {
    const node = block?.get(key);
    return node === undefined
      ? otherwise
      : chosen(lookupOfNode(node), words, otherwise.value as Word);
  };
  /** `scope`, or what the older `perSession` says where there is none at all. */
  const scopeOf = (block: ConfigNode | undefined): AgentSandbox["scope"] => {
    const scope = own(block, "scope", sandboxScopes, everybody.scope);
    if (scope.lookup.state !== "absent") return scope;
    const node = block?.get("perSession");
    const perSession =
      node === undefined ? everybody.perSession : lookupOfNode(node);
    return isBoolean(perSession) ? perSessionScope(perSession) : scope;
  };
  const read = (agent: Agent | undefined): AgentSandbox => {
    const block = agent?.node.get("sandbox");
    const mode = own(block, "mode", sandboxModes, everybody.mode);
    return {
      agent,
      own: block,
      mode,
      scope: scopeOf(block),
      workspaceAccess: own(
        block,
        "workspaceAccess",
        workspaceAccesses,
        everybody.workspaceAccess,
      ),
      isOn: mode.value !== "off",
    };
  };
  const listed = agentsOf(config).list.filter(
    ({ shadowedBy }) => shadowedBy === undefined,
  );
  return listed.length === 0 ? [read(undefined)] : listed.map(read);
}

/** The sandbox of every agent, and the container settings that count. */
export const sandboxes = oncePerView((config): Sandboxes => {
  const agents = readAgents(config);
  const on = agents.filter(({ isOn }) => isOn);
  /** Of each agent whose sandbox is on: its own settings of containers, which count unless it shares its container. */
  const blocks = {
    docker: on.map(({ own, scope }) =>
      scope.value === "shared" ? undefined : own?.get("docker"),
    ),
    browser: on.map(({ own, scope }) =>
      scope.value === "shared" ? undefined : own?.get("browser"),
    ),
  };
  const collect = (
    block: "docker" | "browser",
    key: string,
    together: boolean,
  ): readonly InForce[] => {
    const found: InForce[] = [];
    const getShared: AgentSandbox[] = [];
    for (const [index, sandbox] of on.entries()) {
      const own = blocks[block][index]?.get(key);
      if (own === undefined || together) getShared.push(sandbox);
      if (own !== undefined)
        found.push({ lookup: lookupOfNode(own), agents: [sandbox] });
    }
    if (getShared.length === 0) return found;
    const everybody = config.at([...shared, block, key]);
    if (everybody.state !== "absent")
      found.unshift({ lookup: everybody, agents: getShared });
    return found;
  };
  return {
    agents,
    on,
    inForce: (block, key) => collect(block, key, false),
    inForceTogether: (block, key) => collect(block, key, true),
  };
});
