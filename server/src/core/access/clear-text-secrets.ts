import type { ConfigNode } from "../config/config-node.ts";
import { lookupOf, type PresentLookup } from "../config/config-view.ts";
import type { JSONPath } from "../json5/nodes.ts";

/** How settings and variables that hold a secret end. `tokenFile` and `maxTokens` do not. */
const secretName = /(?:token|password|secret|api[-_]?key)$/i;

/** Where a config writes out something that its name calls a secret; text that comes from a variable is none. */
export function* clearTextSecrets(
  node: ConfigNode | undefined,
  path: JSONPath = [],
): Iterable<PresentLookup & { readonly state: "set" }> {
  if (node === undefined) return;
  for (const [key, child] of node.entries) {
    const below = [...path, key];
    const lookup = lookupOf(child, below);
    if (lookup.state === "group") yield* clearTextSecrets(child, below);
    else if (
      lookup.state === "set" &&
      typeof lookup.value === "string" &&
      lookup.value.trim() !== "" &&
      secretName.test(key)
    )
      yield lookup;
  }
  for (const [index, item] of node.items.entries())
    if (item.kind !== "scalar") yield* clearTextSecrets(item, [...path, index]);
}
