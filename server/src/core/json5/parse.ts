import { findDuplicates } from "./duplicates.ts";
import type {
  Comment,
  DuplicateKey,
  Json5Document,
  Node,
  SyntaxProblem,
} from "./nodes.ts";
import { Parser } from "./parser.ts";

/**
 * Reads JSON5 as the program does, and makes the best of whatever is not JSON5: for any text there is a tree of what a
 * person would see in it, and a problem for each mistake. Never throws. Takes time in proportion to the text.
 */
export function parseJson5(text: string): Json5Document {
  const parser = read(text, false);
  if (!parser.unbalanced) return new ParsedDocument(parser);
  const byLayout = read(text, true);
  return new ParsedDocument(
    byLayout.problems.length <= parser.problems.length ? byLayout : parser,
  );
}

function read(text: string, byLayout: boolean): Parser {
  const parser = new Parser(text, byLayout);
  parser.parse();
  return parser;
}

class ParsedDocument implements Json5Document {
  readonly text: string;
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  readonly depth: number;
  #duplicates: readonly DuplicateKey[] | undefined;

  constructor(parser: Parser) {
    this.text = parser.text;
    // Under exactOptionalPropertyTypes a root's `parent: undefined` is not jsonc-parser's absent one; to readers it is.
    this.root = parser.root as Node | undefined;
    this.problems = parser.problems.sort((a, b) => a.offset - b.offset);
    this.comments = parser.comments;
    this.depth = parser.depth;
  }

  /** Found when first asked for: few callers are interested, and comparing keys costs as much as reading them. */
  get duplicates(): readonly DuplicateKey[] {
    return (this.#duplicates ??= findDuplicates(this.root));
  }
}
