/** The parsers that are compared, each with a full walk over what it made. */
import { parse as parseMomoa } from "@humanwhocodes/momoa";
import type { AnyNode } from "@humanwhocodes/momoa";
import { parseTree } from "jsonc-parser";
import type { Node } from "jsonc-parser";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";

export type ParserName = "ours" | "jsonc-parser" | "momoa";

/** A parser and a walk over what it makes: type, offset, length, value and children of every node are read. */
export interface MeasuredParser {
  /** Parses, walks, and keeps the tree as an editor does. A number that depends on all that was read. */
  run(text: string): number;
  /** Parses that many times and keeps all trees; to be let go of by `forget`. */
  hold(text: string, copies: number): void;
  forget(): void;
}

class Measured<Tree> implements MeasuredParser {
  readonly #parse: (text: string) => Tree;
  readonly #walk: (tree: Tree) => number;
  #kept: Tree | undefined;
  #held: Tree[] = [];

  constructor(parse: (text: string) => Tree, walk: (tree: Tree) => number) {
    this.#parse = parse;
    this.#walk = walk;
  }

  run(text: string): number {
    this.#kept = this.#parse(text);
    return this.#walk(this.#kept);
  }

  hold(text: string, copies: number): void {
    for (let copy = 0; copy < copies; copy++) {
      const tree = this.#parse(text);
      this.#walk(tree);
      this.#held.push(tree);
    }
  }

  forget(): void {
    this.#kept = undefined;
    this.#held = [];
  }
}

/** Reads every node once, without recursion; the same for all trees of jsonc-parser's shape. */
function walkNodes(root: Node | undefined): number {
  let sum = 0;
  const waiting: Node[] = root ? [root] : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    sum += node.offset + node.length + node.type.length;
    if (node.value !== undefined) sum += 1;
    const { children } = node;
    if (children) for (const child of children) waiting.push(child);
  }
  return sum;
}

function walkMomoa(root: AnyNode): number {
  let sum = 0;
  const waiting: AnyNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    sum += node.loc.start.offset + node.loc.end.offset + node.type.length;
    switch (node.type) {
      case "Document":
        waiting.push(node.body);
        break;
      case "Object":
        for (const member of node.members) waiting.push(member);
        break;
      case "Array":
        for (const element of node.elements) waiting.push(element);
        break;
      case "Member":
        waiting.push(node.name, node.value);
        break;
      case "Element":
        waiting.push(node.value);
        break;
      case "Boolean":
      case "Identifier":
      case "Infinity":
      case "NaN":
      case "Null":
      case "Number":
      case "String":
        sum += 1;
    }
  }
  return sum;
}

/** One parser a process: a walk that has seen two kinds of trees is slower on both. */
export const parsers: Readonly<Record<ParserName, MeasuredParser>> = {
  ours: new Measured(parseJson5, ({ root }) => walkNodes(root)),
  "jsonc-parser": new Measured((text) => parseTree(text), walkNodes),
  momoa: new Measured((text) => parseMomoa(text, { mode: "json5" }), walkMomoa),
};
