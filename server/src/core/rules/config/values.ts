import type { ConfigNode } from "../../config/config-node.ts";

/** Every scalar below a node, itself included; without recursion, as files may be deep. */
export function* scalarsOf(root: ConfigNode | undefined): Iterable<ConfigNode> {
  const pending = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "scalar") yield node;
    else pending.push(...[...node.entries.values(), ...node.items].reverse());
  }
}
