import { keyNameOf } from "./navigate.ts";
import type { DuplicateKey, Node } from "./nodes.ts";

/** All keys that an object of the tree has more than once, in the order of their objects. */
export function findDuplicates(
  root: Node | undefined,
): readonly DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const waiting = root?.children ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const children = node.children ?? [];
    if (node.type === "object" && hasSameKeys(children))
      found.push(...duplicatesIn(children));
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      const value = child?.type === "property" ? child.children?.[1] : child;
      if (value?.children) waiting.push(value);
    }
  }
  return found;
}

/** Up to so many keys are compared with each other, which costs less than a set of them. */
const few = 8;

/** Whether any key stands twice: nearly always not, so the answer comes before anything is made for it. */
function hasSameKeys(properties: readonly Node[]): boolean {
  const { length } = properties;
  if (length > few) {
    const names = new Set<string>();
    for (const property of properties) {
      const name = keyNameOf(property);
      if (name === undefined) continue;
      if (names.has(name)) return true;
      names.add(name);
    }
    return false;
  }
  for (let later = 1; later < length; later++) {
    const name = keyNameOf(properties[later] as Node);
    if (name === undefined) continue;
    for (let earlier = 0; earlier < later; earlier++)
      if (keyNameOf(properties[earlier] as Node) === name) return true;
  }
  return false;
}

function duplicatesIn(properties: readonly Node[]): DuplicateKey[] {
  const byName = new Map<string, Node[]>();
  for (const property of properties) {
    const name = keyNameOf(property);
    const same = name === undefined ? undefined : byName.get(name);
    if (same) same.push(property);
    else if (name !== undefined) byName.set(name, [property]);
  }
  return [...byName.values()]
    .filter((same) => same.length > 1)
    .map((same) => ({ properties: same }));
}
