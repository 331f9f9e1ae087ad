import type { ConfigNode } from "../../config/config-node.ts";

/** Names under which people keep what must not get lost. */
const secretNames =
  /token|secret|passw|pwd|api[-_]?key|^key$|credential|private|cookie|bearer/i;

/**
 * Whether a value, or one inside it, may be a secret in clear text. Nothing of ours takes such a value away without
 * putting it somewhere; a reference to a variable is no secret.
 */
export function holdsSecret(node: ConfigNode): boolean {
  if (node.kind !== "scalar") {
    return [...node.entries.values(), ...node.items].some(holdsSecret);
  }
  const { scalar } = node;
  if (typeof scalar !== "string" && typeof scalar !== "number") return false;
  if (scalar === "" || node.template?.parts.every(isReference) === true) {
    return false;
  }
  let owner = node;
  while (typeof owner.key === "number" && owner.parent !== undefined) {
    owner = owner.parent;
  }
  return typeof owner.key === "string" && secretNames.test(owner.key);
}

const isReference = (part: unknown): boolean => typeof part !== "string";
