/**
 * What the indentation says about brackets that do not match. Only asked once they are known not to: the parser then
 * reads the text a second time with this at hand.
 */
import { LineIndex } from "../text/line-index.ts";
import { Code, isWhiteSpace } from "./characters.ts";
import { peekColon } from "./damaged-words.ts";
import { Expect } from "./expect.ts";
import type { Parser } from "./parser.ts";
import * as say from "./syntax-messages.ts";
import type { ContainerNode } from "./tree.ts";

/** The indentation of lines, in characters. */
export class Layout {
  /** Whether there is no indentation to tell anything. */
  readonly isOneLine: boolean;
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #indents = new Map<number, number>();

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
    this.isOneLine = this.lineOf(text.trimEnd().length) === 0;
  }

  lineOf(offset: number): number {
    return this.#lines.positionAt(offset).line;
  }

  /** The indentation of the line that holds `offset`. */
  indentAt(offset: number): number {
    const line = this.lineOf(offset);
    let indent = this.#indents.get(line);
    if (indent === undefined) {
      const start = this.#lines.offsetAt({ line, character: 0 });
      const end = this.#lines.lineEnd(line);
      let at = start;
      while (at < end && isWhiteSpace(this.#text.charCodeAt(at))) at++;
      indent = at - start;
      this.#indents.set(line, indent);
    }
    return indent;
  }

  /** Whether nothing but white space stands before `offset` on its line. */
  startsLine(offset: number): boolean {
    return this.#lines.positionAt(offset).character === this.indentAt(offset);
  }
}

/** The object or array around a container; undefined for the outermost. */
export function containerAround(
  node: ContainerNode,
): ContainerNode | undefined {
  const { parent } = node;
  return parent?.type === "property" ? parent.parent : parent;
}

/**
 * Closes the container at hand when the token at `pos`, which begins its line, stands too far left to be inside.
 * Whether it did.
 */
export function closeByLayout(
  parser: Parser,
  layout: Layout,
  isCloser: boolean,
): boolean {
  const { here, pos } = parser;
  const around = here && containerAround(here);
  if (!here || !around || parser.property || !layout.startsLine(pos))
    return false;
  const indent = layout.indentAt(pos);
  const own = layout.indentAt(here.offset);
  if (layout.lineOf(here.offset) === layout.lineOf(pos)) return false;
  if (
    isCloser
      ? indent >= own || !closesAnOuter(layout, around, indent)
      : indent > own
  )
    return false;
  if (!isCloser && layout.indentAt(around.offset) >= own) return false;
  endUnclosed(parser, here);
  // A comma in front of it has been read, unless it is the comma itself.
  if (!isCloser && parser.codeAt(pos) !== Code.Comma)
    parser.expect =
      parser.here?.type === "object" ? Expect.Key : Expect.Element;
  return true;
}

/** Looks at most 100 containers outwards, so that hostile nesting costs no more than that. */
function closesAnOuter(
  layout: Layout,
  from: ContainerNode,
  indent: number,
): boolean {
  let outer: ContainerNode | undefined = from;
  for (let steps = 0; outer && steps < 100; steps++) {
    const own = layout.indentAt(outer.offset);
    if (own <= indent) return own === indent;
    outer = containerAround(outer);
  }
  return false;
}

/** Reports that a container's closer is missing and ends it after its last child, or before a comma that is not that child's. */
export function endUnclosed(parser: Parser, node: ContainerNode): void {
  const { expect, last, pos } = parser;
  const isAtOwnComma =
    expect !== Expect.Comma && parser.codeAt(pos) === Code.Comma;
  const lastEnd = last ? last.offset + last.length : node.offset + 1;
  const end = isAtOwnComma ? pos : lastEnd;
  parser.unbalanced = true;
  parser.problems.push(say.unclosed(node.type, node.offset, end));
  parser.close(end);
}

/**
 * Whether a container was ended in thought before the comma at `pos`, where a child should be: in an array a key or a
 * brace follows, or the container stands on one line and what is next is indented no further than that line.
 */
export function isEndedByComma(parser: Parser): boolean {
  const { here, layout, pos } = parser;
  const around = here && containerAround(here);
  if (!here || !around) return false;
  let at = pos + 1;
  while (isWhiteSpace(parser.codeAt(at))) at++;
  if (here.type === "array" && around.type === "object")
    if (parser.codeAt(at) === Code.CloseBrace || peekColon(parser, at))
      return true;
  if (!layout) return false;
  if (layout.lineOf(here.offset) !== layout.lineOf(pos)) return false;
  return layout.indentAt(at) <= layout.indentAt(here.offset);
}

/**
 * Whether the closer at `pos` is one too many: the next line goes on with what looks like a further child of the
 * container that it would close, or with that container's own closer.
 */
export function closesTooEarly(parser: Parser, layout: Layout): boolean {
  const { here, last } = parser;
  if (!here || !last || !layout.startsLine(last.offset)) return false;
  const children = layout.indentAt(last.offset);
  if (children <= layout.indentAt(here.offset)) return false;
  let at = parser.pos + 1;
  for (let comma = false; ; at++) {
    const code = parser.codeAt(at);
    if (code === Code.Comma && !comma) comma = true;
    else if (code === Code.End || !isWhiteSpace(code)) break;
  }
  const code = parser.codeAt(at);
  if (code === Code.End || code === Code.Slash || !layout.startsLine(at))
    return false;
  if (code === Code.CloseBrace || code === Code.CloseBracket)
    return (
      !layout.startsLine(parser.pos) &&
      layout.indentAt(at) === layout.indentAt(here.offset)
    );
  return layout.indentAt(at) === children;
}
