/**
 * The three node classes. Each has all its fields from birth and in one order, so that the engine sees three
 * shapes only, and an array of children has exactly the size it needs: both halve what a tree costs.
 */
import type { NodeType } from "jsonc-parser";

export type TreeNode = ScalarNode | ContainerNode | PropertyNode;

/** A string, number, boolean or null; also the key of a property (type `string`, whatever its spelling). */
export class ScalarNode {
  readonly type: NodeType;
  readonly value: string | number | boolean | null;
  readonly offset: number;
  readonly length: number;
  parent: ContainerNode | PropertyNode | undefined;

  constructor(
    type: NodeType,
    value: string | number | boolean | null,
    offset: number,
    length: number,
    parent: ContainerNode | PropertyNode | undefined,
  ) {
    this.type = type;
    this.value = value;
    this.offset = offset;
    this.length = length;
    this.parent = parent;
  }
}

/** An object or an array. Its length and children are filled in when it is closed. */
export class ContainerNode {
  readonly type: "object" | "array";
  readonly offset: number;
  length = 0;
  parent: ContainerNode | PropertyNode | undefined;
  children: TreeNode[] = noChildren;

  constructor(
    type: "object" | "array",
    offset: number,
    parent: ContainerNode | PropertyNode | undefined,
  ) {
    this.type = type;
    this.offset = offset;
    this.parent = parent;
  }
}

/** A key and, unless it is missing in the text, its value. */
export class PropertyNode {
  readonly type = "property";
  readonly offset: number;
  length: number;
  /** -1 when the colon is missing in the text. */
  colonOffset: number;
  readonly parent: ContainerNode;
  children: TreeNode[];

  constructor(key: ScalarNode, colonOffset: number, parent: ContainerNode) {
    this.offset = key.offset;
    this.length = key.length;
    this.colonOffset = colonOffset;
    this.parent = parent;
    this.children = [key];
    key.parent = this;
  }
}

/** Shared by all containers that are open or empty. */
const noChildren: TreeNode[] = [];
