/** Changes of a config at random, and what each of them means, said on plain values. */
import fc from "fast-check";
import type { TreeChange } from "../../server/src/core/json5/edits.ts";
import type { JSONPath, JsonValue } from "../../server/src/core/json5/nodes.ts";
import { pathOf, walk } from "../../server/src/core/json5/navigate.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { arbitraryKey } from "./arbitrary-json5.ts";

export type Tree = { [key: string]: unknown } | unknown[];

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null;
const own = (tree: unknown, key: string | number): unknown =>
  isTree(tree) ? Object.getOwnPropertyDescriptor(tree, key)?.value : undefined;
const put = (tree: unknown, key: string | number, value: unknown): void => {
  Object.defineProperty(tree, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
};
const at = (tree: unknown, path: JSONPath): unknown =>
  path.reduce<unknown>((node, key) => own(node, key), tree);

/** Carries a change out on plain values, which is how it is meant; false when it cannot be. */
export function model(root: Tree, change: TreeChange): boolean {
  switch (change.op) {
    case "set":
      return set(root, change.path, change.value);
    case "remove":
      return remove(root, change.path);
    case "rename": {
      const parent = at(root, change.path.slice(0, -1));
      const key = change.path.at(-1);
      if (
        !isTree(parent) ||
        typeof key !== "string" ||
        own(parent, key) === undefined
      )
        return false;
      if (key === change.key) return true;
      if (own(parent, change.key) !== undefined) return false;
      const value = own(parent, key);
      delete (parent as { [key: string]: unknown })[key];
      put(parent, change.key, value);
      return true;
    }
    case "append": {
      const array = at(root, change.path);
      if (array === undefined) return set(root, change.path, [change.value]);
      if (!Array.isArray(array)) return false;
      array.push(change.value);
      return true;
    }
    case "move": {
      const value = at(root, change.from);
      if (value === undefined || !remove(root, change.from)) return false;
      return change.to.every(
        (path) =>
          at(root, path) === undefined &&
          set(root, path, structuredClone(value)),
      );
    }
    case "merge":
      return isTree(at(root, change.path)) &&
        !Array.isArray(at(root, change.path))
        ? merge(root, change.path, change.value)
        : at(root, change.path) === undefined &&
            set(root, change.path, change.value);
  }
}

function set(root: Tree, path: JSONPath, value: unknown): boolean {
  let node: unknown = root;
  for (const [depth, key] of path.entries()) {
    if (
      typeof key === "number"
        ? !Array.isArray(node) || key > node.length
        : Array.isArray(node)
    )
      return false;
    if (!isTree(node)) return false;
    if (depth === path.length - 1) {
      put(node, key, structuredClone(value));
      return true;
    }
    if (own(node, key) === undefined) {
      if (path.slice(depth + 1).some((rest) => typeof rest === "number"))
        return false;
      put(node, key, {});
    }
    node = own(node, key);
  }
  return false;
}

function remove(root: Tree, path: JSONPath): boolean {
  const parent = at(root, path.slice(0, -1));
  const key = path.at(-1);
  if (!isTree(parent) || key === undefined || own(parent, key) === undefined)
    return false;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[String(key)];
  return true;
}

function merge(
  root: Tree,
  path: JSONPath,
  value: { readonly [key: string]: unknown },
): boolean {
  return Object.entries(value).every(([key, member]) => {
    const there = at(root, [...path, key]);
    const deep =
      isTree(there) &&
      !Array.isArray(there) &&
      isTree(member) &&
      !Array.isArray(member);
    return deep
      ? merge(root, [...path, key], member)
      : set(root, [...path, key], member);
  });
}

const newValue: fc.Arbitrary<JsonValue> = fc.constantFrom<JsonValue>(
  "lan",
  "it's",
  'a "b"',
  5,
  -0,
  true,
  null,
  [],
  {},
  ["+1555", "*"],
  { mode: "token", token: "${T}" },
  { a: { b: [{ c: 1 }, 2] } },
  "\u2028",
);

export const arbitraryChoice = fc.record({
  op: fc.constantFrom(
    "set",
    "set",
    "insert",
    "remove",
    "move",
    "move",
    "rename",
    "append",
    "merge",
  ),
  node: fc.nat(),
  other: fc.nat(),
  key: arbitraryKey,
  second: arbitraryKey,
  value: newValue,
});

/** A change at places that are there, as often as chance allows. */
export function changeOf(
  paths: readonly JSONPath[],
  {
    op,
    node,
    other,
    key,
    second,
    value,
  }: typeof arbitraryChoice extends fc.Arbitrary<infer T> ? T : never,
): TreeChange {
  const path = paths[node % paths.length] ?? [];
  const place = paths[other % paths.length] ?? [];
  switch (op) {
    case "remove":
      return { op, path };
    case "rename":
      return { op, path, key };
    case "append":
      return { op, path, value };
    case "move":
      return {
        op,
        from: path,
        to: node % 3 === 0 ? [[...place, key], [second]] : [[...place, key]],
      };
    case "merge":
      return { op, path, value: { [key]: value, [second]: { mode: value } } };
    case "insert":
      return {
        op: "set",
        path: [...path, key, ...(node % 4 === 0 ? [second] : [])],
        value,
      };
    default:
      return { op: "set", path, value };
  }
}

export function pathsOf(text: string): JSONPath[] {
  return [...walk(parseJson5(text).root)]
    .filter(
      (node) =>
        (node.type !== "property" && node.parent?.children?.[0] !== node) ||
        node.parent?.type === "array",
    )
    .map(pathOf);
}

export const commentsOf = (text: string): string[] =>
  parseJson5(text).comments.map((comment) =>
    text.slice(comment.offset, comment.offset + comment.length).trimEnd(),
  );

export const sorted = (list: readonly string[]): string[] => [...list].sort();

/** What moves with the first target of a move is not at fault when several targets repeat a value's inner comments. */
export const isCopying = (change: TreeChange): boolean =>
  change.op === "move" && change.to.length > 1;
