import type { JSONPath, JsonValue, Node, Scalar } from "../json5/nodes.ts";
import type { SettingPattern } from "./config-paths.generated.ts";
import type { ConfigNode } from "./config-node.ts";
import {
  ownState,
  referencedState,
  type EnvironmentStates,
  type VariableState,
} from "./environment.ts";
import type { Template } from "./env-references.ts";
import type { ResolvedConfig } from "./resolve-config.ts";

/** What stands at a setting's path. "Cannot know" is a state of its own, so that every reader has to handle it. */
export type Lookup =
  | {
      readonly state: "set";
      readonly path: JSONPath;
      readonly value: Scalar;
      readonly node: ConfigNode;
      /** The file the value stands in. */
      readonly origin: string;
    }
  | {
      readonly state: "env";
      readonly path: JSONPath;
      readonly names: readonly string[];
      /** Whether the whole value is one reference; otherwise text surrounds it. */
      readonly whole: boolean;
      readonly template: Template;
      readonly node: ConfigNode;
      readonly origin: string;
    }
  | {
      readonly state: "group";
      readonly path: JSONPath;
      readonly node: ConfigNode;
      readonly origin: string;
    }
  | {
      readonly state: "absent";
      readonly path: JSONPath;
      /** The nearest ancestor that is there; undefined when the config has no value at all. */
      readonly parent: ConfigNode | undefined;
      /** The file a missing key would be written to. */
      readonly origin: string;
    };

export type PresentLookup = Exclude<Lookup, { state: "absent" }>;

/** A dotted path of settings without `*` or `[]`, checked by the compiler: sugar for keys that hold no dots. */
export type DottedPath = Exclude<
  SettingPattern,
  `${string}*${string}` | `${string}[]${string}`
>;

/** One member of an object or item of an array. */
export interface Entry {
  readonly key: string | number;
  readonly lookup: PresentLookup;
  /** The key's own text; undefined for items. */
  readonly keyNode: Node | undefined;
}

/** The look-ups through which rules read a config. */
export interface ConfigView {
  /** What stands at the path; dotted text for keys without dots, an array otherwise. */
  at(path: DottedPath | JSONPath): Lookup;
  /** The members of the object at the path; none when there is no object. */
  entries(path: DottedPath | JSONPath): readonly Entry[];
  /** The items of the array at the path; none when there is no array. */
  items(path: DottedPath | JSONPath): readonly Entry[];
  /** The state of a variable that the program reads by itself, such as CLAWDBOT_GATEWAY_TOKEN. */
  variable(name: string): VariableState;
  /** The plain value of the merged config, for the few rules about any value. */
  readonly resolved: ResolvedConfig;
  /**
   * The answer to a question that is asked again and again, worked out at the first time. It stands here and not in a
   * WeakMap beside the question: such a map, once old, keeps every view and its trees until a full collection.
   */
  once<T>(question: object, answer: () => T): T;
}

/** What `once` keeps. */
export class Answers {
  readonly #known = new Map<object, unknown>();

  once<T>(question: object, answer: () => T): T {
    const known = this.#known.get(question);
    // The same question was asked of the same view, so the answer is of its type; no answer is undefined.
    if (known !== undefined) return known as T;
    const found = answer();
    this.#known.set(question, found);
    return found;
  }
}

/** Every rule asks for the same few texts at every keystroke: each is split once. */
const split = new Map<string, JSONPath>();

/** Splits dotted text; arrays are taken as they are. The answer belongs to all who ask: it is not to be changed. */
export function toPath(path: DottedPath | JSONPath): JSONPath {
  if (typeof path !== "string") return path;
  let keys = split.get(path);
  if (keys === undefined) split.set(path, (keys = path.split(".")));
  return keys;
}

/** The look-up of a node that is there. */
export function lookupOf(node: ConfigNode, path: JSONPath): PresentLookup {
  const origin = node.file;
  if (node.kind !== "scalar") return { state: "group", path, node, origin };
  const value = node.node.value as Scalar;
  const template =
    typeof value === "string" && value.includes("$")
      ? node.template
      : undefined;
  if (template === undefined)
    return { state: "set", path, value, node, origin };
  // A variable known to be unset refuses the whole file elsewhere; what the value would be is still unknown here.
  if (template.names.length > 0) {
    const whole = template.parts.length === 1;
    return {
      state: "env",
      path,
      names: template.names,
      whole,
      template,
      node,
      origin,
    };
  }
  return {
    state: "set",
    path,
    value: template.parts
      .map((part) => (typeof part === "string" ? part : ""))
      .join(""),
    node,
    origin,
  };
}

/** Reads a merged config without limits; rules get it through a guard. */
export class FullView extends Answers implements ConfigView {
  readonly resolved: ResolvedConfig;
  readonly environment: EnvironmentStates;
  readonly #referenced = new Map<string, boolean>();
  /** Many rules ask for the same few settings by their dotted names. */
  readonly #named = new Map<string, Lookup>();

  constructor(resolved: ResolvedConfig, environment: EnvironmentStates) {
    super();
    this.resolved = resolved;
    this.environment = environment;
  }

  at(dotted: DottedPath | JSONPath): Lookup {
    if (typeof dotted !== "string") return this.#lookUp(dotted);
    const known = this.#named.get(dotted);
    if (known !== undefined) return known;
    const found = this.#lookUp(toPath(dotted));
    this.#named.set(dotted, found);
    return found;
  }

  #lookUp(path: JSONPath): Lookup {
    let node = this.resolved.root;
    let parent: ConfigNode | undefined;
    for (const key of path) {
      parent = node ?? parent;
      node = node?.get(key);
      if (node === undefined) break;
    }
    if (node !== undefined) return lookupOf(node, path);
    return {
      state: "absent",
      path,
      parent,
      origin: parent?.file ?? this.resolved.file,
    };
  }

  entries(dotted: DottedPath | JSONPath): readonly Entry[] {
    const path = toPath(dotted);
    const node = this.resolved.root?.find(path);
    if (node?.kind !== "object") return [];
    const found: Entry[] = [];
    for (const [key, value] of node.entries)
      found.push({
        key,
        lookup: lookupOf(value, [...path, key]),
        keyNode: value.keyNode,
      });
    return found;
  }

  items(dotted: DottedPath | JSONPath): readonly Entry[] {
    const path = toPath(dotted);
    const node = this.resolved.root?.find(path);
    if (node?.kind !== "array") return [];
    return node.items.map((value, key) => ({
      key,
      lookup: lookupOf(value, [...path, key]),
      keyNode: undefined,
    }));
  }

  variable(name: string): VariableState {
    const state = ownState(this.environment, name);
    // A file that is accepted although it references the variable was read where the variable is set.
    return state === "unknown" &&
      referencedState(this.environment, name) === "set" &&
      this.#references(name)
      ? "set"
      : state;
  }

  #references(name: string): boolean {
    const known = this.#referenced.get(name);
    if (known !== undefined) return known;
    const text = `\${${name}}`;
    const found =
      this.resolved.files.some((file) =>
        this.resolved.documentOf(file)?.text.includes(text),
      ) && refersTo(this.resolved.root, name);
    this.#referenced.set(name, found);
    return found;
  }
}

/** Whether any value of the config references the variable. */
function refersTo(root: ConfigNode | undefined, name: string): boolean {
  const pending = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.template?.names.includes(name) === true) return true;
    pending.push(...node.entries.values(), ...node.items);
  }
  return false;
}

/** Whether a look-up is certainly this value. */
export const is = (lookup: Lookup, value: JsonValue): boolean =>
  lookup.state === "set" && lookup.value === value;
