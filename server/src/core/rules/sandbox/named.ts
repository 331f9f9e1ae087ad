import { agentName } from "../../access/agents.ts";
import type { AgentSandbox } from "../../access/sandboxes.ts";

/** The agents a finding is about, for a message: "agents a and b"; nothing where the file lists none. */
export function named(agents: readonly AgentSandbox[]): string {
  const names = agents.flatMap(({ agent }) =>
    agent === undefined ? [] : [agent.id ?? agentName(agent)],
  );
  if (names.length === 0) return "";
  if (names.length === 1) return ` of agent "${names[0]}"`;
  const some = names.slice(0, 3).join(", ");
  return ` of agents ${some}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}

/** Why no check of the audit stands behind a rule of this folder. */
export const notAudited = {
  relation: "ours",
  reason: "The audit does not look at the settings of containers.",
} as const;
