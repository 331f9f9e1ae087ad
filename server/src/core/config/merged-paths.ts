import { keyNameOf, pathOf } from "../json5/navigate.ts";
import type { JSONPath, Node } from "../json5/nodes.ts";
import type { ConfigNode } from "./config-node.ts";
import type { ResolvedConfig } from "./resolve-config.ts";

/**
 * Where the text of any file stands in the merged config. With includes the two differ: a file brings what belongs below some
 * key of another, and the items of lists are counted after they were put together.
 */
export class MergedPaths {
  readonly #resolved: ResolvedConfig;
  #byNode: ReadonlyMap<Node, ConfigNode> | undefined;

  constructor(resolved: ResolvedConfig) {
    this.#resolved = resolved;
  }

  /** The value that a text contributes to; undefined for text that another takes the place of. */
  valueOf(node: Node): ConfigNode | undefined {
    if (this.#isPlain) {
      const found = this.#resolved.root?.find(pathOf(node));
      return found?.node === node ? found : undefined;
    }
    return this.#mapped.get(node);
  }

  /** The merged path of a value, a key or a property of any file; undefined where the file's own place is not known. */
  pathOf(node: Node): JSONPath | undefined {
    if (this.#isPlain) return pathOf(node);
    const below: JSONPath = [];
    for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
      const known = this.#mapped.get(at);
      if (known !== undefined) return [...known.path, ...below.reverse()];
      const name = keyNameOf(at);
      if (name !== undefined) below.push(name);
      else if (at.parent?.type === "array")
        below.push(at.parent.children?.indexOf(at) ?? -1);
    }
    return undefined;
  }

  /** Without includes there is one file, and every path is its own. */
  get #isPlain(): boolean {
    return this.#resolved.included.length === 0;
  }

  get #mapped(): ReadonlyMap<Node, ConfigNode> {
    if (this.#byNode !== undefined) return this.#byNode;
    const mapped = new Map<Node, ConfigNode>();
    const { root } = this.#resolved;
    let level = root === undefined ? [] : [root];
    while (level.length > 0) {
      const below: ConfigNode[] = [];
      for (const value of level) {
        // A file that is included twice is explained where it counts first.
        for (const part of value.parts)
          if (!mapped.has(part.node)) mapped.set(part.node, value);
        for (const member of value.entries.values()) below.push(member);
        for (const item of value.items) below.push(item);
      }
      level = below;
    }
    this.#byNode = mapped;
    return mapped;
  }
}
