import {
  normalizedAccountId,
  normalizedAgentId,
} from "../../access/account-ids.ts";
import type { ConfigNode } from "../../config/config-node.ts";
import { parseTemplate } from "../../config/env-references.ts";
import type { Place, ResolvedConfig } from "../../config/resolve-config.ts";
import { patternKeys } from "../../config/watch-patterns.ts";
import {
  namePlaces,
  type NameKind,
  type NamePlace,
} from "../../dialects/clawdbot/name-places.ts";
import { keyNodeOf, nodeAt } from "../../json5/navigate.ts";
import type { JSONPath, Node } from "../../json5/nodes.ts";

/** One place where a name is written, quotes left out. */
export interface NameUse {
  readonly kind: NameKind;
  /** What is compared: `telegram/work` for an account, `anthropic/claude-opus-4-5` for a model. */
  readonly name: string;
  readonly place: Place;
  /** Whether the thing itself is written here; variables have no such place. */
  readonly isDefinition: boolean;
}

/** The tables of places as a tree, so that one walk over the config finds all names. */
interface Step {
  readonly next: Map<string, Step>;
  readonly ofValue: NamePlace[];
  readonly ofKey: NamePlace[];
}

const newStep = (): Step => ({ next: new Map(), ofValue: [], ofKey: [] });

function buildSteps(): Step {
  const root = newStep();
  for (const place of namePlaces) {
    let step = root;
    for (const key of patternKeys(place.at)) {
      const next = step.next.get(key) ?? newStep();
      step.next.set(key, next);
      step = next;
    }
    (place.isKey === true ? step.ofKey : step.ofValue).push(place);
  }
  return root;
}

const steps = buildSteps();

const kindsOfPattern = new Map<string, { isKey: boolean; isValue: boolean }>();

/** Whether the key or the value of a setting may be a name, by the setting's pattern. */
export function isNamePlace(pattern: string, isKey: boolean): boolean {
  let known = kindsOfPattern.get(pattern);
  if (known === undefined) {
    let reached: readonly Step[] = [steps];
    for (const key of patternKeys(pattern))
      reached = reached.flatMap(({ next }) =>
        [next.get(key), key === "[]" ? undefined : next.get("*")].filter(
          (step) => step !== undefined,
        ),
      );
    known = {
      isKey: reached.some(({ ofKey }) => ofKey.length > 0),
      isValue: reached.some(({ ofValue }) => ofValue.length > 0),
    };
    kindsOfPattern.set(pattern, known);
  }
  return isKey ? known.isKey : known.isValue;
}

const lowerCase = (text: string): string => text.trim().toLowerCase();

/** How the program compares names (routing/session-key.js, agents/model-selection.js); others exactly. */
const comparedAs: Readonly<
  Partial<Record<NameKind, (written: string) => string>>
> = {
  agent: normalizedAgentId,
  account: normalizedAccountId,
  channel: lowerCase,
  provider: lowerCase,
  model: lowerCase,
};

/** Text written as it is read, so that a part of it can be pointed at. */
const isPlainText = (text: string, place: Place, value: string): boolean =>
  text.startsWith(value, place.offset) && place.length === value.length;

/** Every use of names across the files of a config, found in one walk. */
export class NameIndex {
  readonly uses: readonly NameUse[];
  readonly #resolved: ResolvedConfig;
  readonly #found: NameUse[] = [];
  readonly #seen = new Set<string>();
  readonly #byName = new Map<string, NameUse[]>();
  readonly #byFile = new Map<string, NameUse[]>();

  constructor(resolved: ResolvedConfig) {
    this.#resolved = resolved;
    if (resolved.root !== undefined) this.#walk(resolved.root, [steps], []);
    if (!resolved.tooDeep) this.#addVariables();
    this.uses = this.#found;
    for (const list of this.#byFile.values())
      list.sort((a, b) => a.place.offset - b.place.offset);
  }

  /** The names at an offset, the shortest stretch first: a provider within a model's name. */
  at(file: string, offset: number): readonly NameUse[] {
    const list = this.#byFile.get(file) ?? [];
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((list[middle]?.place.offset ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const touching: NameUse[] = [];
    // Names overlap at most once, where a model's name holds a provider's.
    for (const use of list.slice(Math.max(0, low - 2), low))
      if (use.place.offset + use.place.length >= offset) touching.push(use);
    return touching.sort((a, b) => a.place.length - b.place.length);
  }

  /** Every place of one name. */
  named(kind: NameKind, name: string): readonly NameUse[] {
    return this.#byName.get(`${kind}\0${name}`) ?? [];
  }

  /** Names in a file, in text order. */
  inFile(file: string): readonly NameUse[] {
    return this.#byFile.get(file) ?? [];
  }

  #walk(node: ConfigNode, at: readonly Step[], captures: JSONPath): void {
    for (const step of at)
      for (const place of step.ofValue) this.#addValue(place, node, captures);
    if (node.kind === "array") {
      const below = at.flatMap(({ next }) => next.get("[]") ?? []);
      if (below.length === 0) return;
      for (const [index, item] of node.items.entries())
        this.#walk(item, below, [...captures, index]);
      return;
    }
    if (node.kind !== "object") return;
    const any = at.flatMap(({ next }) => next.get("*") ?? []);
    for (const step of any)
      for (const place of step.ofKey) this.#addKeys(place, node, captures);
    if (any.length > 0) {
      for (const [key, member] of node.entries)
        if (key !== "$include") this.#walk(member, any, [...captures, key]);
    }
    for (const { next } of at)
      for (const [key, step] of next) {
        const member = key === "*" || key === "[]" ? undefined : node.get(key);
        if (member !== undefined) this.#walk(member, [step], captures);
      }
  }

  #addValue(place: NamePlace, node: ConfigNode, captures: JSONPath): void {
    const { scalar } = node;
    if (typeof scalar === "string")
      this.#add(place, node.node, scalar, ownerOf(place, captures, node));
  }

  #addKeys(place: NamePlace, object: ConfigNode, captures: JSONPath): void {
    for (const part of object.parts) {
      for (const property of part.node.children ?? []) {
        const key = keyNodeOf(property);
        const name: unknown = key?.value;
        if (key === undefined || typeof name !== "string") continue;
        if (name === "$include") continue;
        this.#add(place, key, name, ownerOf(place, [...captures, name]));
      }
    }
  }

  #add(
    place: NamePlace,
    node: Node,
    text: string,
    owner: string | undefined,
  ): void {
    if (text === "" || text === "*" || place.except?.includes(text) === true)
      return;
    // A value with a variable in it is no name that could be found elsewhere.
    if (text.includes("${") && parseTemplate(text).names.length > 0) return;
    const needsOwner =
      place.within !== undefined ||
      place.beside !== undefined ||
      place.of !== undefined;
    if (needsOwner && owner === undefined) return;
    const written = this.#placeOf(node);
    const compared = comparedAs[place.kind]?.(text) ?? text;
    const name = needsOwner ? `${owner}/${compared}` : compared;
    const slash = text.indexOf("/");
    if (place.holdsProvider === true && slash > 0) {
      const whole = this.#resolved.documentOf(written.file)?.text ?? "";
      if (isPlainText(whole, written, text))
        this.#push("provider", text.slice(0, slash).toLowerCase(), {
          ...written,
          length: slash,
        });
      this.#push("model", name, written, place.defines);
    } else this.#push(place.kind, name, written, place.defines);
  }

  #push(
    kind: NameKind,
    name: string,
    place: Place,
    isDefinition = false,
  ): void {
    const identity = `${kind}\0${place.file}\0${place.offset}`;
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    const use: NameUse = { kind, name, place, isDefinition };
    this.#found.push(use);
    addTo(this.#byName, `${kind}\0${name}`, use);
    addTo(this.#byFile, place.file, use);
  }

  /** Where a text stands, its quotes left out. */
  #placeOf(node: Node): Place {
    const place = this.#resolved.placeOf(node);
    const text = this.#resolved.documentOf(place.file)?.text ?? "";
    return /["']/.test(text.charAt(place.offset)) && place.length > 1
      ? { ...place, offset: place.offset + 1, length: place.length - 2 }
      : place;
  }

  #addVariables(): void {
    for (const file of this.#resolved.files) {
      const document = this.#resolved.documentOf(file);
      if (document === undefined) continue;
      for (const reference of variablesIn(document.text)) {
        const node = nodeAt(document.root, reference.offset);
        // Keys are never substituted, nor are comments.
        if (node?.type !== "string") continue;
        const isKey =
          node.parent?.type === "property" && keyNodeOf(node.parent) === node;
        if (!isKey)
          this.#push("variable", reference.name, {
            file,
            offset: reference.offset,
            length: reference.name.length,
          });
      }
    }
  }
}

const reference = /(\$?)\$\{([A-Z_][A-Z0-9_]*)\}/g;

/** The references in a text, with the offset of the name in each; `$${NAME}` is none. */
export function* variablesIn(
  text: string,
): Iterable<{ readonly name: string; readonly offset: number }> {
  if (!text.includes("${")) return;
  for (const match of text.matchAll(reference)) {
    const [, escape, name = ""] = match;
    if (escape === "") yield { name, offset: match.index + 2 };
  }
}

function addTo(map: Map<string, NameUse[]>, key: string, use: NameUse): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [use]);
  else list.push(use);
}

/** What a name belongs to; undefined when the config does not say. */
function ownerOf(
  place: NamePlace,
  captures: JSONPath,
  node?: ConfigNode,
): string | undefined {
  if (place.of !== undefined) return place.of;
  if (place.within !== undefined) return String(captures[place.within]);
  if (place.beside === undefined) return undefined;
  // A peer's id stands one object further down than the channel.
  for (const around of [node?.parent, node?.parent?.parent]) {
    const owner = around?.get(place.beside)?.scalar;
    if (typeof owner === "string") return owner;
  }
  return undefined;
}
