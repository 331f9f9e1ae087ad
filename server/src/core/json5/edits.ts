/**
 * The edit language: what to change in a config, said by paths, turned into the smallest edits of the text that do it
 * in the file's own style and lose no comment.
 */
import { applyEdits } from "../text/edit.ts";
import { endOf } from "../text/span.ts";
import { Pieces } from "../text/pieces.ts";
import { insertionEdits, placeOf } from "./edits/insert.ts";
import { takeForMove } from "./edits/move.ts";
import { removalEdits } from "./edits/remove.ts";
import { renderKey, WrappedValue } from "./edits/render.ts";
import type { NewValue } from "./edits/render.ts";
import {
  replacementEdits,
  rootEdits,
  valueOfProperty,
} from "./edits/replace.ts";
import {
  keyNameOf,
  keyNodeOf,
  nodeAtPath,
  propertyNamed,
  valueNodeOf,
} from "./navigate.ts";
import type {
  Edit,
  Json5Document,
  JSONPath,
  JsonValue,
  Node,
} from "./nodes.ts";
import { parseJson5 } from "./parse.ts";
import { isPlainObject } from "./values.ts";
import { hasNoNewProblem, isAsMeant } from "./edits/as-meant.ts";
import type { TreeChange } from "./edits/tree-change.ts";
import { styleOf } from "./style.ts";
import type { Style } from "./style.ts";

export type { TreeChange };

export interface EditOptions {
  /** The order of an object's keys, for insertions; undefined leaves the place to the keys around. */
  readonly orderOf?: (path: JSONPath) => readonly string[] | undefined;
  /** The style of what the file does not show. */
  readonly defaults?: Partial<Style>;
}

/**
 * Edits of the document's text that carry the changes out, in text order; later changes see what earlier ones made.
 * Undefined when one cannot be made: its parent is a scalar, nothing stands at its path, its target is taken, or the
 * text is so broken that it would be read otherwise afterwards.
 */
export function editsFor(
  document: Json5Document,
  changes: readonly TreeChange[],
  options: EditOptions = {},
): readonly Edit[] | undefined {
  const editor = new Editor(document, options);
  for (const change of changes) if (!editor.carryOut(change)) return undefined;
  return editor.edits();
}

/** Edits that remove a property, the property of a value, or an array element. */
export function removeEdits(
  document: Json5Document,
  node: Node,
): readonly Edit[] {
  const child = node.parent?.type === "property" ? node.parent : node;
  const pieces = new Pieces(document.text);
  pieces.apply(inOrder(removalEdits(document, child)));
  return pieces.edits();
}

const inOrder = (edits: readonly Edit[]): Edit[] =>
  [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length);

/** A key that is there more often is not removed: each time costs one reading of the text. */
const mostRepeats = 20;

/** The text while changes are made to it, one after the other. */
class Editor {
  #document: Json5Document;
  readonly #pieces: Pieces;
  readonly #style: Style;
  readonly #orderOf: (path: JSONPath) => readonly string[] | undefined;

  constructor(document: Json5Document, options: EditOptions) {
    this.#document = document;
    this.#pieces = new Pieces(document.text);
    this.#style = styleOf(document, options.defaults);
    this.#orderOf = options.orderOf ?? (() => undefined);
  }

  edits(): readonly Edit[] {
    return this.#pieces.edits();
  }

  /** Whether the change could be made. In broken text a look at the result decides. */
  carryOut(change: TreeChange): boolean {
    const before = this.#document;
    return (
      this.#attempt(change) &&
      (before.problems.length === 0 ||
        isAsMeant(before, change, this.#document))
    );
  }

  #attempt(change: TreeChange): boolean {
    switch (change.op) {
      case "set":
        return this.#set(change.path, change.value);
      case "remove":
        return this.#remove(change.path);
      case "move":
        return this.#move(change.from, change.to);
      case "rename":
        return this.#rename(change.path, change.key);
      case "append":
        return this.#append(change.path, change.value);
      case "merge":
        return this.#merge(change.path, change.value);
    }
  }

  #make(edits: readonly Edit[] | undefined): boolean {
    if (!edits) return false;
    const ordered = inOrder(edits);
    const text = applyEdits(this.#document.text, ordered);
    if (text === this.#document.text) return true;
    const before = this.#document;
    this.#pieces.apply(ordered);
    this.#document = parseJson5(text);
    return (
      before.problems.length === 0 || hasNoNewProblem(before, this.#document)
    );
  }

  #set(path: JSONPath, value: NewValue): boolean {
    const document = this.#document;
    const style = this.#style;
    if (document.root === undefined) {
      const whole = wrapped(path, value);
      return (
        whole !== undefined && this.#make(rootEdits(document, whole, style))
      );
    }
    let node = document.root;
    for (const [depth, segment] of path.entries()) {
      const child = childAt(node, segment);
      const next = child?.type === "property" ? valueNodeOf(child) : child;
      if (!next) return this.#fill(node, child, path, depth, value);
      node = next;
    }
    return this.#make(replacementEdits(document, node, value, style));
  }

  /** Puts a value where the path leaves the tree: below `node`, in `property` when that lacks its value. */
  #fill(
    node: Node,
    property: Node | undefined,
    path: JSONPath,
    depth: number,
    value: NewValue,
  ): boolean {
    const rest = wrapped(path.slice(depth + 1), value);
    const segment = path[depth];
    if (rest === undefined || segment === undefined) return false;
    const document = this.#document;
    const style = this.#style;
    if (property)
      return this.#make(valueOfProperty(document, property, rest, style));
    const isIndex = typeof segment === "number";
    if (node.type !== (isIndex ? "array" : "object")) return false;
    if (isIndex && segment !== (node.children?.length ?? 0)) return false;
    const place = isIndex
      ? segment
      : placeOf(node, segment, this.#orderOf(path.slice(0, depth)));
    const key = isIndex ? undefined : segment;
    const child = { key, value: rest };
    return this.#make(insertionEdits(document, node, place, child, style));
  }

  #remove(path: JSONPath): boolean {
    const count = this.#nodesAt(path).length;
    if (count > mostRepeats) return false;
    // From the last to the first, so that the places of those still to go stay valid.
    for (let left = count; left > 0; left--) {
      const node = this.#nodesAt(path).at(-1);
      if (!node || !this.#takeOut(path, removalEdits(this.#document, node)))
        return false;
    }
    return count > 0;
  }

  /** Makes the edits that take the last node at a path out. Others of the same key must be left as they were. */
  #takeOut(path: JSONPath, edits: readonly Edit[]): boolean {
    const isKey = typeof path.at(-1) === "string";
    const others = isKey ? this.#textsAt(path).slice(0, -1) : [];
    if (!this.#make(edits)) return false;
    const left = isKey ? this.#textsAt(path) : [];
    return (
      left.length === others.length &&
      left.every((text, index) => text === others[index])
    );
  }

  #textsAt(path: JSONPath): string[] {
    const { text } = this.#document;
    return this.#nodesAt(path).map((node) =>
      text.slice(node.offset, endOf(node)),
    );
  }

  /** The array element at a path, or all properties that spell its key. */
  #nodesAt(path: JSONPath): readonly Node[] {
    const last = path.at(-1);
    const parent =
      last === undefined
        ? undefined
        : nodeAtPath(this.#document.root, path.slice(0, -1));
    if (typeof last === "number") {
      const element =
        parent?.type === "array" ? parent.children?.[last] : undefined;
      return element ? [element] : [];
    }
    if (parent?.type !== "object") return [];
    return (parent.children ?? []).filter((child) => keyNameOf(child) === last);
  }

  #move(from: JSONPath, to: readonly JSONPath[]): boolean {
    const node = this.#nodesAt(from).at(-1);
    const taken = node && takeForMove(this.#document, node);
    if (!taken || to.length === 0) return false;
    if (!this.#takeOut(from, taken.edits)) return false;
    if (
      this.#nodesAt(from).length > 0 &&
      typeof from.at(-1) === "string" &&
      !this.#remove(from)
    )
      return false;
    for (const [index, path] of to.entries()) {
      if (nodeAtPath(this.#document.root, path)) return false;
      const value = index === 0 ? taken.value : taken.value.withoutComments();
      if (!this.#set(path, value)) return false;
    }
    return true;
  }

  #rename(path: JSONPath, key: string): boolean {
    const nodes = this.#nodesAt(path).filter(
      (node) => node.type === "property",
    );
    const [first] = nodes;
    if (!first?.parent) return false;
    if (keyNameOf(first) === key) return true;
    if (propertyNamed(first.parent, key)) return false;
    const { text } = this.#document;
    const edits = nodes.flatMap((node): Edit[] => {
      const old = keyNodeOf(node);
      if (!old) return [];
      const opening = text.charAt(old.offset);
      const style: Style =
        opening === '"' || opening === "'"
          ? { ...this.#style, bareKeys: false, quote: opening }
          : { ...this.#style, bareKeys: true };
      return [
        {
          offset: old.offset,
          length: old.length,
          content: renderKey(key, style),
        },
      ];
    });
    return this.#make(edits);
  }

  #append(path: JSONPath, value: JsonValue): boolean {
    const array = nodeAtPath(this.#document.root, path);
    if (!array) return this.#set(path, [value]);
    if (array.type !== "array") return false;
    const count = array.children?.length ?? 0;
    return this.#make(
      insertionEdits(
        this.#document,
        array,
        count,
        { key: undefined, value },
        this.#style,
      ),
    );
  }

  #merge(
    path: JSONPath,
    value: { readonly [key: string]: JsonValue },
  ): boolean {
    const present = nodeAtPath(this.#document.root, path);
    if (!present) return this.#set(path, value);
    if (present.type !== "object") return false;
    for (const member of differencesTo(present, value))
      if (!this.#set([...path, ...member.path], member.value)) return false;
    return true;
  }
}

/** The element or the property that a path's segment names. */
function childAt(node: Node, segment: string | number): Node | undefined {
  if (typeof segment === "string") return propertyNamed(node, segment);
  return node.type === "array" ? node.children?.[segment] : undefined;
}

/** What a merge has to set in an object, by paths from there: members that are not objects on both sides. */
function differencesTo(
  object: Node,
  value: { readonly [key: string]: JsonValue },
): { readonly path: JSONPath; readonly value: JsonValue }[] {
  const found: { path: JSONPath; value: JsonValue }[] = [];
  const tasks: MergeTask[] = [
    { node: object, value, key: "", outer: undefined },
  ];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const outer = task;
    const { node } = task;
    if (node?.type === "object" && isPlainObject(task.value)) {
      const members = Object.entries(task.value).map(
        ([key, member]): MergeTask => {
          const property = propertyNamed(node, key);
          return {
            node: property && valueNodeOf(property),
            value: member,
            key,
            outer,
          };
        },
      );
      tasks.push(...members.reverse());
    } else {
      found.push({ path: keysTo(task), value: task.value });
    }
  }
  return found;
}

/** A value to be merged into a node. It knows its key and the task around it, for a path at each level costs too much. */
interface MergeTask {
  readonly node: Node | undefined;
  readonly value: JsonValue;
  readonly key: string;
  readonly outer: MergeTask | undefined;
}

function keysTo(task: MergeTask): JSONPath {
  const path: JSONPath = [];
  for (let at = task; at.outer; at = at.outer) path.push(at.key);
  return path.reverse();
}

/** The value in the objects that a path leads through; undefined when the path asks for an array's middle. */
function wrapped(path: JSONPath, value: NewValue): NewValue | undefined {
  let result = value;
  for (const segment of [...path].reverse()) {
    if (typeof segment === "number") return undefined;
    result = new WrappedValue(segment, result);
  }
  return result;
}
