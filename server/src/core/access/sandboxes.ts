import type { ConfigNode } from "../config/config-node.ts";
import {
  lookupOf,
  type ConfigView,
  type Lookup,
  type PresentLookup,
} from "../config/config-view.ts";
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

/** Where an agent's own sandbox settings lie. */
const ownBlock = (agent: Agent): readonly (string | number)[] => [
  ...agent.path,
  "sandbox",
];

/** The agent's own value, else the one for all agents. */
function ownOrShared(
  config: ConfigView,
  agent: Agent | undefined,
  key: string,
): Lookup {
  const own = agent?.node.get("sandbox")?.get(key);
  return own === undefined || agent === undefined
    ? config.at([...shared, key])
    : lookupOf(own, [...ownBlock(agent), key]);
}

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

/** `scope`, or what the older `perSession` says where there is none at all. */
function scopeOf(
  config: ConfigView,
  agent: Agent | undefined,
): AgentSandbox["scope"] {
  const scope = ownOrShared(config, agent, "scope");
  if (scope.state === "absent") {
    const perSession = ownOrShared(config, agent, "perSession");
    if (perSession.state === "set" && typeof perSession.value === "boolean")
      return {
        value: perSession.value ? "session" : "shared",
        lookup: perSession,
      };
  }
  return chosen(scope, sandboxScopes, "agent");
}

function sandboxOf(config: ConfigView, agent: Agent | undefined): AgentSandbox {
  const mode = chosen(ownOrShared(config, agent, "mode"), sandboxModes, "off");
  return {
    agent,
    mode,
    scope: scopeOf(config, agent),
    workspaceAccess: chosen(
      ownOrShared(config, agent, "workspaceAccess"),
      workspaceAccesses,
      "none",
    ),
    isOn: mode.value !== "off",
  };
}

/** An agent's own container settings count unless it shares its container. */
function ownSetting(
  { agent, scope }: AgentSandbox,
  block: string,
  key: string,
): ConfigNode | undefined {
  return scope.value === "shared"
    ? undefined
    : agent?.node.get("sandbox")?.get(block)?.get(key);
}

/** The sandbox of every agent, and the container settings that count. */
export const sandboxes = oncePerView((config): Sandboxes => {
  const { list } = agentsOf(config);
  const listed = list.filter(({ shadowedBy }) => shadowedBy === undefined);
  const agents =
    listed.length === 0
      ? [sandboxOf(config, undefined)]
      : listed.map((agent) => sandboxOf(config, agent));
  const on = agents.filter(({ isOn }) => isOn);

  const collect = (
    block: string,
    key: string,
    together: boolean,
  ): readonly InForce[] => {
    if (on.length === 0) return [];
    const found: InForce[] = [];
    const getShared: AgentSandbox[] = [];
    for (const sandbox of on) {
      const own = ownSetting(sandbox, block, key);
      if (own === undefined || together) getShared.push(sandbox);
      if (own === undefined || sandbox.agent === undefined) continue;
      const path = [...ownBlock(sandbox.agent), block, key];
      found.push({ lookup: lookupOf(own, path), agents: [sandbox] });
    }
    const everybody = config.at([...shared, block, key]);
    if (everybody.state !== "absent" && getShared.length > 0)
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
