import type { Fix } from "../../config/fix.ts";
import { keyNameOf, keyNodeOf, valueNodeOf } from "../../json5/navigate.ts";
import type {
  JSONPath,
  Json5Document,
  JsonValue,
  Node,
} from "../../json5/nodes.ts";
import { pathText } from "../../rules/rule.ts";
import { nearest } from "../../text/nearest.ts";
import {
  usualSeverityOf,
  type LintProblemCode,
} from "../lint-problem-kinds.ts";
import { shortened } from "../acceptance/codes.ts";
import type { Problem } from "../problem.ts";

/** What is done with the value of a key. */
export type ReadMember = (value: Node, path: JSONPath) => void;

/** One key of an object whose keys are free. */
export interface FreeMember {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
  readonly at: JSONPath;
}

/** Reads values of the shared configuration out of its tree, and reports what is not as it should be. */
export class LintFileReader {
  readonly file: string;
  readonly #problems: Problem[];

  constructor(file: string, { problems, root }: Json5Document) {
    this.file = file;
    this.#problems = problems.map(({ offset, length, message, repair }) => ({
      ...this.#problem("lint.syntax", { offset, length }, [], message),
      isOfText: true,
      fixes:
        repair === undefined
          ? []
          : [
              {
                title: repair.title,
                safety: "review",
                preferred: true,
                edits: [{ file, edits: repair.edits }],
              },
            ],
    }));
    if (root !== undefined && root.type !== "object")
      this.report(
        "lint.invalid_value",
        root,
        [],
        "The shared configuration is an object, { }",
        [],
      );
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Reads an object of known keys; says whether it is one. */
  members(
    object: Node | undefined,
    path: JSONPath,
    known: Readonly<Record<string, ReadMember>>,
  ): boolean {
    if (object?.type !== "object") {
      if (object !== undefined && path.length > 0)
        this.#wants(object, path, "an object");
      return false;
    }
    for (const { key, keyNode, value, at } of this.entries(object, path)) {
      const read = Object.hasOwn(known, key) ? known[key] : undefined;
      if (read === undefined)
        this.#unknownKey(keyNode, at, key, Object.keys(known));
      else read(value, at);
    }
    return true;
  }

  /** The keys of an object, of a key that stands twice the last one; none of anything else, which is told of. */
  entries(object: Node, path: JSONPath): readonly FreeMember[] {
    if (object.type !== "object") {
      this.#wants(object, path, "an object");
      return [];
    }
    const members = new Map<string, FreeMember>();
    for (const property of object.children ?? []) {
      const key = keyNameOf(property);
      const keyNode = keyNodeOf(property);
      const value = valueNodeOf(property);
      if (key === undefined || keyNode === undefined || value === undefined)
        continue;
      members.set(key, { key, keyNode, value, at: [...path, key] });
    }
    return [...members.values()];
  }

  keysOf(object: Node): readonly string[] {
    return (object.children ?? []).flatMap(
      (property) => keyNameOf(property) ?? [],
    );
  }

  items(list: Node, path: JSONPath): readonly Node[] {
    if (list.type === "array") return list.children ?? [];
    this.#wants(list, path, "a list, [ ]");
    return [];
  }

  /** A text that is not empty. */
  text(node: Node, path: JSONPath): string | undefined {
    const value: unknown = node.value;
    if (node.type === "string" && typeof value === "string" && value !== "")
      return value;
    this.#wants(node, path, "a text");
    return undefined;
  }

  /** One of a few words. */
  choice<T extends string>(
    node: Node,
    path: JSONPath,
    words: readonly T[],
  ): T | undefined {
    const value: unknown = node.type === "string" ? node.value : undefined;
    const chosen = words.find((word) => word === value);
    if (chosen !== undefined) return chosen;
    const meant =
      typeof value === "string" ? nearest(value, words)?.word : undefined;
    this.report(
      "lint.invalid_value",
      node,
      path,
      `${pathText(path)} is one of ${words.map((word) => JSON.stringify(word)).join(", ")}`,
      meant === undefined
        ? []
        : [this.setting(`Change to "${meant}"`, path, meant)],
    );
    return undefined;
  }

  report(
    code: LintProblemCode,
    node: Node,
    path: JSONPath,
    message: string,
    fixes: readonly Fix[],
  ): void {
    // A container is marked by its bracket, or everything in it would be underlined.
    const length = node.children === undefined ? node.length : 1;
    const problem = this.#problem(
      code,
      { offset: node.offset, length },
      path,
      message,
    );
    this.#problems.push({ ...problem, fixes });
  }

  removal = (title: string, path: JSONPath): Fix => ({
    title,
    safety: "review",
    changes: [{ op: "remove", path }],
  });

  renaming = (path: JSONPath, key: string): Fix => ({
    title: `Change to ${key}`,
    safety: "review",
    preferred: true,
    changes: [{ op: "rename", path, key }],
  });

  setting = (title: string, path: JSONPath, value: JsonValue): Fix => ({
    title,
    safety: "review",
    preferred: true,
    changes: [{ op: "set", path, value }],
  });

  #wants(node: Node, path: JSONPath, what: string): void {
    const message = `${pathText(path)} wants ${what}`;
    this.report("lint.invalid_value", node, path, message, []);
  }

  #unknownKey(
    node: Node,
    path: JSONPath,
    key: string,
    known: readonly string[],
  ): void {
    const meant = nearest(key, known)?.word;
    this.report(
      "lint.unknown_key",
      node,
      path,
      `There is no key ${JSON.stringify(shortened(key))} here${meant === undefined ? `; there are ${known.join(", ")}` : `; is ${meant} meant?`}`,
      [
        ...(meant === undefined ? [] : [this.renaming(path, meant)]),
        this.removal("Remove this", path),
      ],
    );
  }

  #problem(
    code: LintProblemCode,
    span: { readonly offset: number; readonly length: number },
    path: JSONPath,
    message: string,
  ): Problem {
    return {
      code,
      effect: "note",
      severity: usualSeverityOf(code),
      path,
      place: { file: this.file, ...span },
      message,
      related: [],
      fixes: [],
    };
  }
}
