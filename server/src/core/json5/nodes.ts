/**
 * The shapes of the JSON5 tree. Nodes have jsonc-parser's `Node` shape, so whoever knows that library knows ours:
 * an object's children are `property` nodes; a property's children are its key (a `string` node, whose `value` is the
 * name whatever its spelling) and, unless it is missing in the text, its value; `colonOffset` is where the colon stands.
 */
import type { Edit, JSONPath, Node, NodeType } from "jsonc-parser";
import type { Span } from "../text/span.ts";

export type { Edit, JSONPath, Node, NodeType };

/** What JSON5 can say: a scalar, or containers of such values. */
export type Scalar = string | number | boolean | null;
export type JsonValue =
  Scalar | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A comment with its markers; a line comment's span ends before the line break. */
export interface Comment extends Span {
  readonly kind: "line" | "block";
}

/** A repair of a syntax problem that is certain: a title that names the action, and the edits. */
export interface SyntaxRepair {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What a person got wrong in the syntax. `code` is a `syntax.*` problem code, stable for ever. */
export interface SyntaxProblem extends Span {
  readonly code: `syntax.${string}`;
  readonly message: string;
  readonly repair?: SyntaxRepair;
  /** Another place that explains this one, such as the brace that is never closed. */
  readonly related?: Span & { readonly message: string };
}

/** A key written again in the same object. The program keeps the last one only. */
export interface DuplicateKey {
  /** The `property` nodes of one key in one object, in text order; the last one wins. */
  readonly properties: readonly Node[];
}

/** Everything the parser knows of one text. Nothing in it is ever changed afterwards. */
export interface Json5Document {
  readonly text: string;
  /** The value of the text; undefined when it holds none (empty, or comments only). */
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  readonly duplicates: readonly DuplicateKey[];
  /** How deep the deepest container lies; a scalar document has 0. */
  readonly depth: number;
}
