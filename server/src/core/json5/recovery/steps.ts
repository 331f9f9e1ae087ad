/** Steps that several recoveries take. */
import { Code } from "../characters.ts";
import { unquotedEnd } from "../damaged-words.ts";
import { Expect } from "../expect.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { ScalarNode } from "../tree.ts";
import type { PropertyNode } from "../tree.ts";

/** Steps over what means nothing here, to the next white space or punctuation, and reports it. */
export function skipStray(parser: Parser): void {
  const start = parser.pos;
  const code = parser.codeAt(start);
  if (isQuote(code)) parser.string(code);
  else parser.pos = Math.max(unquotedEnd(parser, start), start + 1);
  parser.problems.push(say.stray(start, parser.pos));
}

/** `=`, `=>`, `:=`, `::` or a plain colon at an offset. */
export function separatorAt(parser: Parser, at: number): string {
  const two = parser.text.slice(at, at + 2);
  return two === "=>" || two === ":=" || two === "==" ? two : two.slice(0, 1);
}

/** A property that ends before its value. */
export function withoutValue(parser: Parser, property: PropertyNode): void {
  const [key] = property.children;
  const name =
    key instanceof ScalarNode && property.colonOffset >= 0
      ? String(key.value)
      : undefined;
  const end =
    property.colonOffset < 0
      ? property.offset + property.length
      : property.colonOffset + 1;
  property.length = end - property.offset;
  parser.problems.push(say.missingValue(name, property.offset, end));
  parser.property = undefined;
  parser.expect = Expect.Comma;
}

export const isQuote = (code: number): boolean =>
  code === Code.DoubleQuote || code === Code.SingleQuote;

export const isOpener = (code: number): boolean =>
  code === Code.OpenBrace || code === Code.OpenBracket;

export const isCloser = (code: number): boolean =>
  code === Code.CloseBrace || code === Code.CloseBracket;
