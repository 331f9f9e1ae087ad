/** Ways through the tree. None recurses, so that no depth of nesting overflows the stack. */
import type { JSONPath, JsonValue, Node } from "./nodes.ts";
import { isPlainObject, putMember } from "./values.ts";

/** The key of a property; undefined for any other node. */
export const keyNodeOf = (property: Node): Node | undefined =>
  property.type === "property" ? property.children?.[0] : undefined;

/** The value of a property; undefined when it is missing in the text, and for any other node. */
export const valueNodeOf = (property: Node): Node | undefined =>
  property.type === "property" ? property.children?.[1] : undefined;

/** The name of a property; undefined for any other node. */
export function keyNameOf(property: Node): string | undefined {
  const name: unknown = keyNodeOf(property)?.value;
  return typeof name === "string" ? name : undefined;
}

/** The property of that name; the last one when there are several, as the program takes it. */
export function propertyNamed(object: Node, key: string): Node | undefined {
  if (object.type !== "object") return undefined;
  const children = object.children ?? [];
  for (let index = children.length - 1; index >= 0; index--) {
    const property = children[index];
    if (property && keyNameOf(property) === key) return property;
  }
  return undefined;
}

/** The value at a path from `root`; undefined when there is none. */
export function nodeAtPath(
  root: Node | undefined,
  path: JSONPath,
): Node | undefined {
  let node = root;
  for (const segment of path) {
    if (node === undefined) return undefined;
    if (typeof segment === "number") {
      node = node.type === "array" ? node.children?.[segment] : undefined;
    } else {
      const property = propertyNamed(node, segment);
      node = property && valueNodeOf(property);
    }
  }
  return node;
}

/** The path of a node from its root; a key and a property have their value's. */
export function pathOf(node: Node): JSONPath {
  const path: JSONPath = [];
  for (let at: Node | undefined = node; at; at = at.parent) {
    const { parent }: Node = at;
    const name = keyNameOf(at);
    if (name !== undefined) path.push(name);
    else if (parent?.type === "array")
      path.push(parent.children?.indexOf(at) ?? -1);
  }
  return path.reverse();
}

/**
 * The innermost node that holds the offset; its first character and the place behind its last count as inside. Where
 * two nodes touch, the one that begins there. A key counts as its string node.
 */
export function nodeAt(
  root: Node | undefined,
  offset: number,
): Node | undefined {
  if (!root || offset < root.offset || offset > root.offset + root.length)
    return undefined;
  let node = root;
  for (;;) {
    const inner = lastChildBefore(node, offset);
    if (!inner || offset > inner.offset + inner.length) return node;
    node = inner;
  }
}

/** The last child that begins at or before the offset. */
function lastChildBefore(node: Node, offset: number): Node | undefined {
  const children = node.children ?? [];
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((children[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return children[low - 1];
}

/** Every node from `root` down, parents before children, in text order. */
export function* walk(root: Node | undefined): IterableIterator<Node> {
  const waiting: Node[] = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    const { children } = node;
    for (let index = (children?.length ?? 0) - 1; index >= 0; index--) {
      const child = children?.[index];
      if (child) waiting.push(child);
    }
  }
}

/** The outermost node above this one. */
export function rootOf(node: Node): Node {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/**
 * The value a node stands for, as the program's own parser gives it: the last of several equal keys wins (in the
 * first one's place), and `__proto__` is a key like any other. A property whose value is missing is left out.
 */
export function valueOf(node: Node): JsonValue {
  const start = node.type === "property" ? valueNodeOf(node) : node;
  const result = start ? shellOf(start) : null;
  const waiting: { node: Node; value: JsonValue }[] = start?.children
    ? [{ node: start, value: result }]
    : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const child of next.node.children ?? []) {
      const source = child.type === "property" ? valueNodeOf(child) : child;
      if (!source) continue;
      const value = shellOf(source);
      if (source.children) waiting.push({ node: source, value });
      put(next.value, child, value);
    }
  }
  return result;
}

/** The value of a scalar, or the empty container that the children will go into. */
function shellOf(node: Node): JsonValue {
  if (node.type === "object") return {};
  return node.type === "array" ? [] : (node.value as JsonValue);
}

function put(container: JsonValue, child: Node, value: JsonValue): void {
  if (Array.isArray(container)) {
    container.push(value);
    return;
  }
  const name = keyNameOf(child);
  if (name !== undefined && isPlainObject(container))
    putMember(container, name, value);
}
