import type { ConfigNode } from "../../config/config-node.ts";
import type { SettingChange } from "../../config/fix.ts";
import { formerRootChannels } from "../../dialects/clawdbot/legacy-keys.ts";
import type { JSONPath, JsonValue } from "../../json5/nodes.ts";

const isChannelPath = (path: JSONPath): boolean =>
  path[0] === "channels" &&
  formerRootChannels.some((channel) => channel === path[1]);

/** What stands in the way of a value, or at its place. */
type Standing =
  | { readonly state: "free" }
  | { readonly state: "taken"; readonly node: ConfigNode }
  | { readonly state: "blocked" };

function standingAt(root: ConfigNode, path: JSONPath): Standing {
  let node = root;
  for (const key of path) {
    if (node.kind !== (typeof key === "number" ? "array" : "object"))
      return { state: "blocked" };
    const next = node.get(key);
    if (next === undefined) return { state: "free" };
    node = next;
  }
  return { state: "taken", node };
}

/**
 * A value as it is written, to be written again: references stay references, and escaped ones stay escaped.
 */
export function asWritten(node: ConfigNode): JsonValue {
  if (node.kind === "array") return node.items.map(asWritten);
  if (node.kind === "scalar") return node.scalar ?? null;
  return membersAsWritten(node);
}

/** The members of an object as they are written. */
export const membersAsWritten = (node: ConfigNode): Members =>
  Object.fromEntries(
    Array.from(node.entries, ([key, child]) => [key, asWritten(child)]),
  );

/** An object while it is being made. */
export type Members = Record<string, JsonValue>;

/** Collects the changes that carry settings to a new place, where what is already there wins. */
export class Relocation {
  readonly root: ConfigNode;
  readonly changes: SettingChange[] = [];
  /** Settings whose value finds no place and goes away. */
  readonly lost: JSONPath[] = [];
  /** Where values went. */
  readonly targets: JSONPath[] = [];

  constructor(root: ConfigNode) {
    this.root = root;
  }

  /**
   * What stands at a place once the channels of the top level have moved, which the program does before all else.
   */
  at(path: JSONPath): ConfigNode | undefined {
    const found = this.root.find(path);
    return found === undefined && isChannelPath(path)
      ? this.root.find(path.slice(1))
      : found;
  }

  /** Moves a value to its place; two objects are merged, anything else that is there stays. */
  bring(node: ConfigNode, to: JSONPath): void {
    const standing = standingAt(this.root, to);
    if (this.#isFree(to, node)) return this.#move(node, to);
    if (
      standing.state === "taken" &&
      standing.node.kind === "object" &&
      node.kind === "object"
    ) {
      for (const [key, child] of node.entries) this.bring(child, [...to, key]);
      return;
    }
    this.lost.push(node.path);
  }

  /** Moves a value if nothing at all is at the place. */
  place(node: ConfigNode, to: JSONPath): void {
    if (this.#isFree(to, node)) this.#move(node, to);
    else this.lost.push(node.path);
  }

  /** Writes a value that no text says yet; whether there was room for it. */
  write(value: JsonValue, to: JSONPath): boolean {
    if (standingAt(this.root, to).state !== "free") return false;
    this.changes.push({ op: "set", path: [...to], value });
    this.targets.push(to);
    return true;
  }

  /** Takes what is left of a key away, with what it leaves empty of `routing`, where nothing may remain. */
  clear(node: ConfigNode): void {
    let emptied = node;
    for (
      let above = node.parent;
      above?.key !== undefined &&
      above.path[0] === "routing" &&
      this.#leaves(above, emptied);
      above = above.parent
    )
      emptied = above;
    if (!this.#isMoved(emptied))
      this.changes.push({ op: "remove", path: emptied.path });
  }

  #isMoved({ path }: ConfigNode): boolean {
    return this.changes.some(
      (change) =>
        (change.op === "move" && same(change.from, path)) ||
        (change.op === "rename" && same(change.path, path)),
    );
  }

  /** Whether nothing but that one member, and what has moved, is in a container. */
  #leaves(container: ConfigNode, only: ConfigNode): boolean {
    return [...container.entries.values()].every(
      (child) => child === only || this.#isMoved(child),
    );
  }

  /** Whether nothing is at the place, nor will be once the top level has moved; the value itself is not in its own way. */
  #isFree(to: JSONPath, node: ConfigNode): boolean {
    if (standingAt(this.root, to).state !== "free") return false;
    const other = this.at(to);
    return other === undefined || other === node;
  }

  #move(node: ConfigNode, to: JSONPath): void {
    const from = node.path;
    const key = to.at(-1);
    this.targets.push(to);
    this.changes.push(
      typeof key === "string" && same(from.slice(0, -1), to.slice(0, -1))
        ? { op: "rename", path: from, key }
        : { op: "move", from, to: [[...to]] },
    );
  }
}

const same = (a: JSONPath, b: JSONPath): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);
