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

/** Knows what other files bring. */
export interface Includes {
  /** What a value's text contributes: itself, or what its `$include` brings, in merge order. */
  expand(part: Part): readonly Part[];
}

export type ConfigNodeKind = "object" | "array" | "scalar";

const kindOf = (node: Node): ConfigNodeKind =>
  node.type === "object"
    ? "object"
    : node.type === "array"
      ? "array"
      : "scalar";

/** Most values are scalars, and each is asked for its members by somebody. */
const noEntries: ReadonlyMap<string, ConfigNode> = new Map();
const noItems: readonly ConfigNode[] = [];

/**
 * A value of the merged config, which knows the texts it is made of. Children are made on demand.
 *
 * Parts are in merge order: objects merge key by key, arrays concatenate, of scalars and of different kinds only the
 * last remains (the program's config/includes.js). A file without includes gives exactly one part everywhere.
 */
export class ConfigNode {
  readonly kind: ConfigNodeKind;
  /** The key or index below the parent; undefined at the root. */
  readonly key: string | number | undefined;
  readonly parent: ConfigNode | undefined;
  /** The text that wins: the part merged last. */
  readonly node: Node;
  readonly #chain: IncludeChain;
  /** All parts where there are several; a list for each value of a file without includes would cost more than the values. */
  readonly #several: readonly Part[] | undefined;
  /** Undefined where no file includes another, so that nothing has to be asked. */
  readonly #includes: Includes | undefined;
  #entries: ReadonlyMap<string, ConfigNode> | undefined;
  #items: readonly ConfigNode[] | undefined;
  #template: Template | undefined;

  constructor(
    last: Part,
    key: string | number | undefined,
    parent: ConfigNode | undefined,
    includes: Includes | undefined,
    several?: readonly Part[],
  ) {
    this.node = last.node;
    this.#chain = last.chain;
    this.#several = several;
    this.key = key;
    this.parent = parent;
    this.#includes = includes;
    this.kind = kindOf(last.node);
  }

  /**
   * The value that parts make, in merge order.
   * @throws RangeError without any part
   */
  static of(
    parts: readonly Part[],
    key: string | number | undefined,
    parent: ConfigNode | undefined,
    includes: Includes | undefined,
  ): ConfigNode {
    const last = parts[parts.length - 1];
    if (last === undefined)
      throw new RangeError("a config node has at least one part");
    return new ConfigNode(
      last,
      key,
      parent,
      includes,
      parts.length > 1 ? parts : undefined,
    );
  }

  /** The texts it is made of, in merge order. */
  get parts(): readonly Part[] {
    return this.#several ?? [{ node: this.node, chain: this.#chain }];
  }

  /** The file of the winning text. */
  get file(): string {
    return this.#chain.file;
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
    if (this.kind !== "object") return noEntries;
    return (this.#entries ??= this.#mergedEntries());
  }

  /** An array's items; empty for other kinds. */
  get items(): readonly ConfigNode[] {
    if (this.kind !== "array") return noItems;
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
    if (this.#includes === undefined) return plainValue(this.node);
    switch (this.kind) {
      case "object": {
        const value: Record<string, JsonValue> = {};
        for (const [key, child] of this.entries) value[key] = child.toValue();
        return value;
      }
      case "array":
        return this.items.map((item) => item.toValue());
      case "scalar":
        return plainValue(this.node);
    }
  }

  #mergedEntries(): ReadonlyMap<string, ConfigNode> {
    if (this.#several === undefined && this.#includes === undefined)
      return this.#ownEntries();
    const merged = new Map<string, readonly Part[]>();
    for (const part of this.parts) {
      for (const [key, parts] of this.#membersOf(part))
        merged.set(key, mergeParts(merged.get(key), parts));
    }
    const entries = new Map<string, ConfigNode>();
    for (const [key, parts] of merged)
      entries.set(key, ConfigNode.of(parts, key, this, this.#includes));
    return entries;
  }

  /** The members of a text that nothing is merged into. A key written twice keeps its first place and last value. */
  #ownEntries(): ReadonlyMap<string, ConfigNode> {
    const entries = new Map<string, ConfigNode>();
    for (const property of this.node.children ?? []) {
      const member = memberOf(property);
      if (member !== undefined)
        entries.set(member.key, this.#own(member.value, member.key));
    }
    return entries;
  }

  /** The members one part contributes, each already expanded. A key written twice keeps its first place and last value. */
  #membersOf(part: Part): ReadonlyMap<string, readonly Part[]> {
    const members = new Map<string, readonly Part[]>();
    for (const property of part.node.children ?? []) {
      const member = memberOf(property);
      if (member === undefined) continue;
      const parts = this.#expanded({ node: member.value, chain: part.chain });
      if (parts.length > 0) members.set(member.key, parts);
    }
    return members;
  }

  #concatenatedItems(): readonly ConfigNode[] {
    if (this.#several === undefined && this.#includes === undefined)
      return (this.node.children ?? []).map((node, index) =>
        this.#own(node, index),
      );
    const items: ConfigNode[] = [];
    for (const part of this.parts) {
      for (const node of part.node.children ?? []) {
        const parts = this.#expanded({ node, chain: part.chain });
        if (parts.length > 0)
          items.push(ConfigNode.of(parts, items.length, this, this.#includes));
      }
    }
    return items;
  }

  #expanded(part: Part): readonly Part[] {
    return this.#includes === undefined ? [part] : this.#includes.expand(part);
  }

  /** A child whose whole text stands in this node's own. */
  #own(node: Node, key: string | number): ConfigNode {
    return new ConfigNode(
      { node, chain: this.#chain },
      key,
      this,
      this.#includes,
    );
  }
}

/** What a property adds to its object; undefined for what is damaged, dropped by the program, or merged as an include. */
function memberOf(
  property: Node,
): { readonly key: string; readonly value: Node } | undefined {
  const children = property.children;
  const key: unknown = children?.[0]?.value;
  const value = children?.[1];
  if (typeof key !== "string" || value === undefined) return undefined;
  return key === "__proto__" || key === "$include" ? undefined : { key, value };
}

/** The plain value of one text. Depth is bounded: deeper trees are not looked at (`maximumDepth`). */
function plainValue(node: Node): JsonValue {
  switch (node.type) {
    case "object": {
      const value: Record<string, JsonValue> = {};
      for (const property of node.children ?? []) {
        const member = memberOf(property);
        if (member !== undefined) value[member.key] = plainValue(member.value);
      }
      return value;
    }
    case "array":
      return (node.children ?? []).map(plainValue);
    default: {
      const value = node.value as Scalar;
      return typeof value === "string" && value.includes("$")
        ? textOfTemplate(parseTemplate(value))
        : value;
    }
  }
}

const textOfTemplate = ({ parts }: Template): string =>
  parts
    .map((part) => (typeof part === "string" ? part : `\${${part.name}}`))
    .join("");

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
