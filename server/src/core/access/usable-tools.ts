import type { ConfigView } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { sandboxTools, toolProfiles } from "../dialects/clawdbot/tools.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { agentPatterns } from "./agents.ts";
import { oncePerView } from "./once-per-view.ts";
import { sandboxes, sandboxPatterns, type AgentSandbox } from "./sandboxes.ts";
import { isDropped, toolEntries, toolSwitchPatterns } from "./tool-lists.ts";
import { expanded, namesTool } from "./tool-names.ts";

/** Every setting that `usableTools` reads. */
export const usableToolPatterns = [
  ...agentPatterns,
  ...sandboxPatterns,
  ...toolSwitchPatterns,
  "tools.profile",
  "tools.allow[]",
  "tools.deny[]",
  "tools.sandbox.tools.allow[]",
  "tools.sandbox.tools.deny[]",
  "agents.list[].tools.profile",
  "agents.list[].tools.allow[]",
  "agents.list[].tools.deny[]",
  "agents.list[].tools.sandbox.tools.allow[]",
  "agents.list[].tools.sandbox.tools.deny[]",
] as const satisfies readonly WatchPattern[];

/** Which tools an agent certainly has. What only a variable could grant or take away, it has not. */
export interface UsableTools {
  readonly sandbox: AgentSandbox;
  /** Whether a session that is not in a container may use the tool. */
  readonly onHost: (tool: string) => boolean;
  /** Whether a session in a container may use it. */
  readonly inSandbox: (tool: string) => boolean;
}

/** The names of a list; undefined stands for what a variable says. */
type Names = readonly (string | undefined)[];

interface Policy {
  /** Undefined where there is no list, which allows everything. */
  readonly allow: Names | undefined;
  readonly deny: Names | undefined;
}

const isKnown = (name: string | undefined): name is string =>
  name !== undefined;

/** Whether a pair of lists certainly lets a tool through (agents/pi-tools.policy.js, makeToolPolicyMatcher). */
function lets({ allow = [], deny = [] }: Policy, tool: string): boolean {
  if (!deny.every(isKnown) || namesTool(deny, tool)) return false;
  return allow.length === 0 || namesTool(allow.filter(isKnown), tool);
}

function listAt(config: ConfigView, path: JSONPath): Names | undefined {
  const list = config.at(path);
  return list.state === "group" && list.node.kind === "array"
    ? toolEntries(config, list).map(({ name }) => name)
    : undefined;
}

/** The lists of a block for agents, of which one without any tool of the release's own does not count. */
function policyAt(config: ConfigView, block: JSONPath): Policy {
  const allow = config.at([...block, "allow"]);
  const entries = allow.state === "group" ? toolEntries(config, allow) : [];
  const isGone = isDropped(config, { kind: "allow", place: "agents", entries });
  return {
    allow: isGone ? undefined : entries.map(({ name }) => name),
    deny: listAt(config, [...block, "deny"]),
  };
}

/** The profile's list: the agent's own profile, else everybody's. A variable may be any profile, so nothing is certain. */
function profilePolicy(
  config: ConfigView,
  own: JSONPath | undefined,
): Policy | undefined {
  const paths = [...(own === undefined ? [] : [own]), ["tools"]];
  for (const block of paths) {
    const profile = config.at([...block, "profile"]);
    if (profile.state === "absent") continue;
    if (profile.state !== "set") return { allow: [undefined], deny: undefined };
    const allow = toolProfiles[String(profile.value)];
    return allow && { allow, deny: undefined };
  }
  return undefined;
}

/** What containers let through: the agent's own lists, else everybody's, else the usual ones; images unless denied. */
function sandboxPolicy(config: ConfigView, own: JSONPath | undefined): Policy {
  const list = (kind: "allow" | "deny"): Names =>
    (own && listAt(config, [...own, "sandbox", "tools", kind])) ??
    listAt(config, ["tools", "sandbox", "tools", kind]) ??
    sandboxTools[kind];
  const [allow, deny] = [list("allow"), list("deny")];
  // A list that allows everything becomes one of a single tool by this.
  const hasImage = !expanded(deny.filter(isKnown)).includes("image");
  return { allow: hasImage ? [...allow, "image"] : allow, deny };
}

/**
 * The tools of every agent, as far as its profile and lists go, those for sandboxes included (agents/pi-tools.js). Lists for
 * a provider's models, for groups and for sub-agents take further tools away; they are left out.
 */
export const usableTools = oncePerView((config): readonly UsableTools[] =>
  sandboxes(config).agents.map((sandbox) => {
    const own = sandbox.agent && [...sandbox.agent.path, "tools"];
    const policies = [
      profilePolicy(config, own),
      policyAt(config, ["tools"]),
      own && policyAt(config, own),
    ].filter((policy) => policy !== undefined);
    const onHost = (tool: string): boolean =>
      policies.every((policy) => lets(policy, tool));
    let kept: Policy | undefined;
    return {
      sandbox,
      onHost,
      inSandbox: (tool) =>
        lets((kept ??= sandboxPolicy(config, own)), tool) && onHost(tool),
    };
  }),
);
