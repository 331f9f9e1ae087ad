import {
  agentIdAt,
  agentName,
  agentNameFirst,
  agentsOf,
} from "../../access/agents.ts";
import {
  usableToolPatterns,
  usableTools,
  type UsableTools,
} from "../../access/usable-tools.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { lookupOfNode } from "../../config/settings-at.ts";
import { defineRule, type RelatedPlace } from "../rule.ts";
import { notAudited } from "./named.ts";

/** Tools with which an agent outside a container changes something on the computer. */
const harmful = ["exec", "write", "edit", "apply_patch"];

/** A door from a sandbox to an agent outside: an entry that lets a sandboxed agent start runs of that one. */
interface Door {
  readonly at: Lookup;
  readonly from: UsableTools;
  readonly to: readonly UsableTools[];
  /** Whether the entry is "*". */
  readonly isAny: boolean;
}

/** Doors that `subagents.allowAgents` opens: runs of another agent are kept in as that agent is (sessions-spawn-tool.js). */
function* spawnDoors(
  inside: readonly UsableTools[],
  outside: readonly UsableTools[],
): Iterable<Door> {
  const byId = new Map(
    outside.map((each) => [each.sandbox.agent?.id, each] as const),
  );
  for (const from of inside) {
    const { agent } = from.sandbox;
    const list = agent?.node.find(["subagents", "allowAgents"])?.items ?? [];
    if (list.length === 0 || !from.inSandbox("sessions_spawn")) continue;
    for (const node of list) {
      const at = lookupOfNode(node);
      const isAny = at.state === "set" && String(at.value).trim() === "*";
      const id = agentIdAt(at);
      const named = id === undefined ? undefined : byId.get(id);
      const to = isAny ? outside : named === undefined ? [] : [named];
      if (to.length > 0) yield { at, from, to, isAny };
    }
  }
}

/** Which agents may write to each other: both ends have to be on the list, and no list allows all (sessions-helpers.js). */
function allowedAgents(config: ConfigView): (tools: UsableTools) => boolean {
  const items = config.items("tools.agentToAgent.allow");
  const names = new Set(
    items.map(({ lookup }) =>
      lookup.state === "set" ? String(lookup.value).trim() : undefined,
    ),
  );
  return ({ sandbox: { agent } }) =>
    items.length === 0 ||
    names.has("*") ||
    (agent?.id !== undefined && names.has(agent.id));
}

/** Some of the agents, for a message. */
function someOf(agents: readonly UsableTools[]): string {
  const names = agents
    .slice(0, 3)
    .map(({ sandbox }) => agentName(sandbox.agent));
  const more = agents.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Where it is written that an agent is outside. */
const outsideBecause = ({ sandbox }: UsableTools): readonly RelatedPlace[] =>
  sandbox.mode.lookup.state === "absent"
    ? []
    : [
        {
          at: sandbox.mode.lookup,
          message: `Commands of ${agentName(sandbox.agent)} run on this computer`,
        },
      ];

export const sandboxEscapeThroughAgent = defineRule({
  code: "sandbox.escape_through_agent",
  effect: "risk",
  severity: { recommended: "warning", strict: "error" },
  watches: [
    ...usableToolPatterns,
    "agents.list[].subagents.allowAgents[]",
    "agents.defaults.sandbox.sessionToolsVisibility",
    "tools.agentToAgent.enabled",
    "tools.agentToAgent.allow[]",
  ],
  fixable: "always",
  docs: {
    summary: "A sandboxed agent may hand work to one outside the sandbox",
    why: "An agent that starts a run of another agent gets that agent's sandbox, not its own. Whoever talks the sandboxed one into it has commands run on the computer itself.",
    remedy:
      "Put both agents in the sandbox, or take the agent outside off `subagents.allowAgents`; for messages between agents, leave `sessionToolsVisibility` at its default.",
    bad: `{
  gateway: { mode: "local" },
  agents: {
    list: [
      { id: "main" },
      { id: "public", sandbox: { mode: "all" }, subagents: { allowAgents: ["main"] } },
    ],
  },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: {
    list: [
      { id: "main" },
      { id: "public", sandbox: { mode: "all" }, subagents: { allowAgents: [] } },
    ],
  },
}`,
    since: "next",
    calm: "It needs both ends in the file: an agent whose sandbox is on and that has the tool for it, and one that is certainly outside and may write files or run commands.",
    upstream: notAudited,
  },
  *check(config) {
    if (agentsOf(config).list.length < 2) return;
    const agents = usableTools(config);
    const inside = agents.filter(({ sandbox }) => sandbox.isOn);
    const outside = agents.filter(
      ({ sandbox, onHost }) =>
        !sandbox.isOn && harmful.some((tool) => onHost(tool)),
    );
    if (inside.length === 0 || outside.length === 0) return;
    for (const { at, from, to, isAny } of spawnDoors(inside, outside)) {
      const close: Fix = {
        title: isAny ? 'Take "*" off the list' : "Take it off the list",
        safety: "review",
        preferred: true,
        changes: [{ op: "remove", path: at.path }],
      };
      yield {
        at,
        message: `${agentNameFirst(from.sandbox.agent)} is in a sandbox and may start runs of ${someOf(to)}, which is not`,
        related: to.slice(0, 3).flatMap(outsideBecause),
        fixes: [close],
      };
    }
    const visibility = config.at(
      "agents.defaults.sandbox.sessionToolsVisibility",
    );
    if (
      !is(visibility, "all") ||
      !is(config.at("tools.agentToAgent.enabled"), true)
    )
      return;
    const allowed = allowedAgents(config);
    const [sender] = inside.filter(
      (each) => each.inSandbox("sessions_send") && allowed(each),
    );
    const [receiver] = outside.filter(allowed);
    if (sender === undefined || receiver === undefined) return;
    yield {
      at: visibility,
      message: `${agentNameFirst(sender.sandbox.agent)} is in a sandbox and may give orders to ${agentName(receiver.sandbox.agent)}, which is not`,
      related: [
        {
          at: config.at("tools.agentToAgent.enabled"),
          message: "Agents may write to each other",
        },
        ...outsideBecause(receiver),
      ],
      fixes: [
        {
          title: "Show sandboxed agents only the runs they started",
          safety: "review",
          preferred: true,
          changes: [{ op: "set", path: visibility.path, value: "spawned" }],
        },
      ],
    };
  },
});
