import type { ConfigNode } from "../config/config-node.ts";
import type { ConfigView } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { sandboxTools, toolProfiles } from "../dialects/clawdbot/tools.ts";
import { agentPatterns } from "./agents.ts";
import { oncePerView } from "./once-per-view.ts";
import { sandboxes, sandboxPatterns, type AgentSandbox } from "./sandboxes.ts";
import { isDropped, toolsAt, toolSwitchPatterns } from "./tool-lists.ts";
import { ToolNames } from "./tool-names.ts";

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

interface Policy {
  /** Undefined where there is no list, which allows everything. */
  readonly allow: ToolNames | undefined;
  readonly deny: ToolNames | undefined;
}

/** Whether a pair of lists certainly lets a tool through (agents/pi-tools.policy.js, makeToolPolicyMatcher). */
function lets({ allow, deny }: Policy, tool: string): boolean {
  if (deny !== undefined && (deny.hasVariables || deny.names(tool)))
    return false;
  return allow === undefined || allow.isEmpty || allow.names(tool);
}

/** The lists of a block for agents, of which one without any tool of the release's own does not count. */
function policyAt(
  config: ConfigView,
  block: ConfigNode | undefined,
): Policy | undefined {
  const allow = toolsAt(config, block?.get("allow"));
  const deny = toolsAt(config, block?.get("deny"));
  if (allow === undefined && deny === undefined) return undefined;
  const isGone =
    allow !== undefined &&
    isDropped(config, { kind: "allow", place: "agents", tools: allow });
  return { allow: isGone ? undefined : allow, deny };
}

const nothing: Policy = { allow: undefined, deny: undefined };

/** A profile that only a variable knows may be any, so nothing is certain. */
const uncertain: Policy = { allow: undefined, deny: ToolNames.of(["*"]) };

const profiles: ReadonlyMap<string, Policy> = new Map(
  Object.entries(toolProfiles).map(([name, tools]) => [
    name,
    tools === undefined
      ? nothing
      : { allow: ToolNames.of(tools), deny: undefined },
  ]),
);

/** The list of a profile; undefined where none is written. */
function profileAt(block: ConfigNode | undefined): Policy | undefined {
  const profile = block?.get("profile");
  if (profile === undefined) return undefined;
  if (profile.template?.names.length !== 0) return uncertain;
  return profiles.get(String(profile.scalar)) ?? nothing;
}

const usual: Readonly<Record<"allow" | "deny", ToolNames>> = {
  allow: ToolNames.of(sandboxTools.allow),
  deny: ToolNames.of(sandboxTools.deny),
};

/** What containers let through: the agent's own lists, else everybody's, else the usual ones; images unless denied. */
function sandboxPolicy(
  config: ConfigView,
  own: ConfigNode | undefined,
  shared: ConfigNode | undefined,
): Policy {
  const list = (kind: "allow" | "deny"): ToolNames =>
    toolsAt(config, own?.find(["sandbox", "tools", kind])) ??
    toolsAt(config, shared?.find(["sandbox", "tools", kind])) ??
    usual[kind];
  const [allow, deny] = [list("allow"), list("deny")];
  if (deny.spells("image")) return { allow, deny };
  // A list that allows everything becomes one of a single tool by this.
  return {
    allow: new ToolNames(allow.entries, [...allow.written, "image"]),
    deny,
  };
}

/** An answer that is found once for each tool. */
function remembered(answer: (tool: string) => boolean): UsableTools["onHost"] {
  const known = new Map<string, boolean>();
  return (tool) => {
    let found = known.get(tool);
    if (found === undefined) known.set(tool, (found = answer(tool)));
    return found;
  };
}

/**
 * The tools of every agent, as far as its profile and lists go, those for sandboxes included (agents/pi-tools.js). Lists for
 * a provider's models, for groups and for sub-agents take further tools away; they are left out.
 */
export const usableTools = oncePerView((config): readonly UsableTools[] => {
  const tools = config.at("tools");
  const shared = tools.state === "group" ? tools.node : undefined;
  const everybody = policyAt(config, shared);
  const profile = profileAt(shared);
  return sandboxes(config).agents.map((sandbox) => {
    const own = sandbox.agent?.node.get("tools");
    const policies = [
      profileAt(own) ?? profile,
      everybody,
      policyAt(config, own),
    ].filter((policy) => policy !== undefined);
    const onHost = remembered((tool) =>
      policies.every((policy) => lets(policy, tool)),
    );
    let kept: Policy | undefined;
    return {
      sandbox,
      onHost,
      inSandbox: remembered(
        (tool) =>
          onHost(tool) &&
          lets((kept ??= sandboxPolicy(config, own, shared)), tool),
      ),
    };
  });
});
