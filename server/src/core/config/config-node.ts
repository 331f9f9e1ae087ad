import type { JSONPath, JsonValue, Node, Scalar } from "../json5/nodes.ts";
import { keyNodeOf } from "../json5/navigate.ts";
import { parseTemplate, type Template } from "./env-references.ts";

/** The files on the way to an included one; the program refuses a file that is on its own chain. */
export interface IncludeChain {
  readonly file: string;
  readonly parent: IncludeChain | undefined;
  /** 0 for the root file. */
  readonly depth: number;
}

/** A value's text in one file, as one contribution to a merged value. */
export interface Part {
  readonly node: Node;
  readonly chain: IncludeChain;
}

/** Turns a value's text into what it contributes: itself, or what its `$include` brings, in merge order. */
export type Expand = (part: Part) => readonly Part[];

export type ConfigNodeKind = "object" | "array" | "scalar";

const kindOf = (node: Node): ConfigNodeKind =>
  node.type === "object"
    ? "object"
    : node.type === "array"
      ? "array"
      : "scalar";

/**
 * A value of the merged config, which knows the texts it is made of. Children are made on demand.
 *
 * `parts` are in merge order: objects merge key by key, arrays concatenate, of scalars and of different kinds only the
 * last remains (the program's config/includes.js). A file without includes gives exactly one part everywhere.
 */
export class ConfigNode {
  readonly kind: ConfigNodeKind;
  /** The key or index below the parent; undefined at the root. */
  readonly key: string | number | undefined;
  readonly parent: ConfigNode | undefined;
  readonly parts: readonly Part[];
  readonly #expand: Expand;
  #entries: Map<string, ConfigNode> | undefined;
  #items: ConfigNode[] | undefined;
  #template: Template | undefined;

  constructor(
    parts: readonly Part[],
    key: string | number | undefined,
    parent: ConfigNode | undefined,
    expand: Expand,
  ) {
    this.parts = parts;
    this.key = key;
    this.parent = parent;
    this.#expand = expand;
    this.kind = kindOf(this.node);
  }

  /** The text that wins: the part merged last. */
  get node(): Node {
    return this.lastPart.node;
  }

  get lastPart(): Part {
    const last = this.parts[this.parts.length - 1];
    if (last === undefined)
      throw new RangeError("a config node has at least one part");
    return last;
  }

  /** The file of the winning text. */
  get file(): string {
    return this.lastPart.chain.file;
  }

  /** The key's text beside the winning value; undefined for array items and for the root. */
  get keyNode(): Node | undefined {
    const property = this.node.parent;
    return property?.type === "property" ? keyNodeOf(property) : undefined;
  }

  /** The merged path, indices counted after concatenation. */
  get path(): JSONPath {
    const path: JSONPath = [];
    for (
      let node: ConfigNode | undefined = this;
      node?.key !== undefined;
      node = node.parent
    )
      path.push(node.key);
    return path.reverse();
  }

  /** An object's members in the order their keys first appear; empty for other kinds. */
  get entries(): ReadonlyMap<string, ConfigNode> {
    return (this.#entries ??= this.#mergedEntries());
  }

  /** An array's items; empty for other kinds. */
  get items(): readonly ConfigNode[] {
    return (this.#items ??= this.#concatenatedItems());
  }

  /** The member or item of that key. */
  get(key: string | number): ConfigNode | undefined {
    if (typeof key === "number") return this.items[key];
    return this.kind === "object" ? this.entries.get(key) : undefined;
  }

  /** The node at a path below this one. */
  find(path: JSONPath): ConfigNode | undefined {
    let node: ConfigNode | undefined = this;
    for (const key of path) {
      if (node === undefined) return undefined;
      node = node.get(key);
    }
    return node;
  }

  /** A scalar's value as written, before variables; undefined for containers. */
  get scalar(): Scalar | undefined {
    return this.kind === "scalar" ? (this.node.value as Scalar) : undefined;
  }

  /** A string's literal and referenced parts; undefined for anything else. */
  get template(): Template | undefined {
    const value: unknown = this.node.value;
    if (this.kind !== "scalar" || typeof value !== "string") return undefined;
    return (this.#template ??= value.includes("$")
      ? parseTemplate(value)
      : { parts: value === "" ? [] : [value], names: [] });
  }

  /** The plain value. References stay as written, `$${NAME}` is unescaped, `__proto__` keys are dropped as the program does. */
  toValue(): JsonValue {
    switch (this.kind) {
      case "object": {
        const value: Record<string, JsonValue> = {};
        for (const [key, child] of this.entries) value[key] = child.toValue();
        return value;
      }
      case "array":
        return this.items.map((item) => item.toValue());
      case "scalar": {
        const template = this.template;
        if (template === undefined) return this.node.value as Scalar;
        return template.parts
          .map((part) => (typeof part === "string" ? part : `\${${part.name}}`))
          .join("");
      }
    }
  }

  #mergedEntries(): Map<string, ConfigNode> {
    const entries = new Map<string, ConfigNode>();
    if (this.kind !== "object") return entries;
    const [only] = this.parts;
    if (this.parts.length === 1 && only !== undefined) {
      for (const [key, parts] of this.#membersOf(only))
        entries.set(key, this.#child(key, parts));
      return entries;
    }
    const merged = new Map<string, readonly Part[]>();
    for (const part of this.parts) {
      for (const [key, parts] of this.#membersOf(part))
        merged.set(key, mergeParts(merged.get(key), parts));
    }
    for (const [key, parts] of merged)
      entries.set(key, this.#child(key, parts));
    return entries;
  }

  /** The members one part contributes, each already expanded. A key written twice keeps its first place and last value. */
  #membersOf(part: Part): Map<string, readonly Part[]> {
    const members = new Map<string, readonly Part[]>();
    for (const property of part.node.children ?? []) {
      const [keyNode, valueNode] = property.children ?? [];
      const key: unknown = keyNode?.value;
      if (typeof key !== "string" || valueNode === undefined) continue;
      if (key === "__proto__" || key === "$include") continue;
      const parts = this.#expand({ node: valueNode, chain: part.chain });
      if (parts.length > 0) members.set(key, parts);
    }
    return members;
  }

  #concatenatedItems(): ConfigNode[] {
    const items: ConfigNode[] = [];
    if (this.kind !== "array") return items;
    for (const part of this.parts) {
      for (const node of part.node.children ?? []) {
        const parts = this.#expand({ node, chain: part.chain });
        if (parts.length > 0) items.push(this.#child(items.length, parts));
      }
    }
    return items;
  }

  #child(key: string | number, parts: readonly Part[]): ConfigNode {
    return new ConfigNode(parts, key, this, this.#expand);
  }
}

/** What remains when `later` is merged over `earlier`. */
export function mergeParts(
  earlier: readonly Part[] | undefined,
  later: readonly Part[],
): readonly Part[] {
  const [before, after] = [earlier?.[0], later[0]];
  if (earlier === undefined || before === undefined || after === undefined)
    return later;
  const kind = kindOf(after.node);
  return kind !== "scalar" && kindOf(before.node) === kind
    ? [...earlier, ...later]
    : later;
}
