import { keyNameOf, walk } from "./navigate.ts";
import type { DuplicateKey, Node } from "./nodes.ts";

/** All keys that an object of the tree has more than once, in the order of their objects. */
export function findDuplicates(
  root: Node | undefined,
): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  for (const node of walk(root))
    if (node.type === "object") found.push(...duplicatesIn(node));
  return found;
}

function duplicatesIn(object: Node): DuplicateKey[] {
  const children = object.children ?? [];
  if (children.length < 2) return [];
  const byName = new Map<string, Node[]>();
  for (const property of children) {
    const name = keyNameOf(property);
    const same = name === undefined ? undefined : byName.get(name);
    if (same) same.push(property);
    else if (name !== undefined) byName.set(name, [property]);
  }
  if (byName.size === children.length) return [];
  return [...byName.values()]
    .filter((properties) => properties.length > 1)
    .map((properties) => ({ properties }));
}
