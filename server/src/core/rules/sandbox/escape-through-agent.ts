import { agentIdAt, agentName, agentsOf } from "../../access/agents.ts";
import {
  usableToolPatterns,
  usableTools,
  type UsableTools,
} from "../../access/usable-tools.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
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
  config: ConfigView,
  inside: readonly UsableTools[],
  outside: readonly UsableTools[],
): Iterable<Door> {
  for (const from of inside) {
    const { agent } = from.sandbox;
    if (agent === undefined || !from.inSandbox("sessions_spawn")) continue;
    const list = [...agent.path, "subagents", "allowAgents"];
    for (const { lookup } of config.items(list)) {
      const isAny =
        lookup.state === "set" &&
        typeof lookup.value === "string" &&
        lookup.value.trim() === "*";
      const id = agentIdAt(lookup);
      const to = outside.filter(
        ({ sandbox }) =>
          sandbox.agent?.id !== undefined &&
          sandbox.agent.id !== agent.id &&
          (isAny || sandbox.agent.id === id),
      );
      if (to.length > 0) yield { at: lookup, from, to, isAny };
    }
  }
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
    for (const { at, from, to, isAny } of spawnDoors(config, inside, outside)) {
      const close: Fix = {
        title: isAny
          ? "Let it start runs of no other agent"
          : "Take it off the list",
        safety: "review",
        preferred: true,
        changes: [{ op: "remove", path: at.path }],
      };
      yield {
        at,
        message: `${capital(agentName(from.sandbox.agent))} is in a sandbox and may start runs of ${to.map(({ sandbox }) => agentName(sandbox.agent)).join(", ")}, which is not`,
        related: to.flatMap(outsideBecause),
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
    const sender = inside.find(({ inSandbox }) => inSandbox("sessions_send"));
    if (sender === undefined) return;
    yield {
      at: visibility,
      message: `${capital(agentName(sender.sandbox.agent))} is in a sandbox and may give orders to ${agentName(outside[0]?.sandbox.agent)}, which is not`,
      related: [
        {
          at: config.at("tools.agentToAgent.enabled"),
          message: "Agents may write to each other",
        },
        ...outside.slice(0, 1).flatMap(outsideBecause),
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

const capital = (text: string): string =>
  text.slice(0, 1).toUpperCase() + text.slice(1);
