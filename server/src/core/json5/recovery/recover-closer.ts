/** What is done with closing brackets that do not fit, and with text behind the end. */
import { Code, isLineEnd, isWhiteSpace } from "../characters.ts";
import { lineBreakBetween, peekColon } from "../damaged-words.ts";
import { Expect } from "../expect.ts";
import { containerAround, endUnclosed } from "../layout.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { ScalarNode } from "../tree.ts";
import type { ContainerNode } from "../tree.ts";
import {
  endsListWithoutOpener,
  keyWhereValue,
  openArrayAround,
  valueOfType,
} from "./missing-opener.ts";
import { isCloser, isOpener, isQuote } from "./steps.ts";

/** A closing bracket that does not fit the container at hand, or that the layout says is one too many. */
export function recoverCloser(parser: Parser, code: number): void {
  const { pos, here, layout } = parser;
  parser.unbalanced = true;
  const kind = code === Code.CloseBrace ? "object" : "array";
  const around = here && containerAround(here);
  if (kind === "array" && endsListWithoutOpener(parser)) {
    openArrayAround(parser, parser.last);
    parser.pos++;
    return parser.close(parser.pos);
  }
  if (here && here.type !== kind && around?.type === kind) {
    const line = lineBreakBetween(parser, here.offset, pos);
    const sameLineAsOuter = !lineBreakBetween(parser, around.offset, pos);
    const closesOuter = layout
      ? layout.startsLine(pos)
        ? layout.indentAt(pos) === layout.indentAt(around.offset) &&
          layout.indentAt(pos) < layout.indentAt(here.offset)
        : sameLineAsOuter
      : kind === "object" || sameLineAsOuter || line;
    if (closesOuter && !goesOn(parser, here)) return endUnclosed(parser, here);
    const opensLine =
      layout?.startsLine(pos) === true &&
      layout.indentAt(pos) === layout.indentAt(here.offset);
    if (opensLine || followsLikeCloser(parser, pos)) {
      parser.problems.push(say.wrongCloser(here.type, pos, here.offset));
      parser.pos++;
      return parser.close(parser.pos);
    }
  }
  if (
    kind === "array" &&
    around?.type !== "array" &&
    parser.expect === Expect.Comma &&
    (valueOfType(parser.last, "string") || valueOfType(parser.last, "object"))
  ) {
    openArrayAround(parser, parser.last);
    parser.pos++;
    return parser.close(parser.pos);
  }
  skipCloser(parser, code);
}

/** Whether an object or array begins at `pos` or later on its line: then what is before it is not the text's value. */
function opensLater(parser: Parser, code: number): boolean {
  let found = code;
  for (let at = parser.pos; !isOpener(found); found = parser.codeAt(++at)) {
    if (found === Code.End || isLineEnd(found) || isQuote(found)) return false;
    if (found === Code.Slash || found === Code.Hash || found === Code.Colon)
      return false;
  }
  return true;
}

/** Takes back the value that was read and reports it, with all up to the opening bracket, as stray text. */
function skipToOpener(parser: Parser, { offset, length }: ScalarNode): void {
  const { problems } = parser;
  while ((problems.at(-1)?.offset ?? -1) >= offset) problems.pop();
  let end = offset + length;
  for (let at = parser.pos; !isOpener(parser.codeAt(at)); at++)
    if (!isWhiteSpace(parser.codeAt(at))) end = at + 1;
  parser.pos = Math.max(parser.pos, end);
  problems.push(say.stray(offset, end));
  parser.root = undefined;
  parser.expect = Expect.Value;
}

/** Steps over a closing bracket that ends nothing. A comma behind it goes with it where one stands before it already. */
function skipCloser(parser: Parser, code: number): void {
  const at = parser.pos++;
  const hasComma =
    parser.expect !== Expect.Comma && parser.next() === Code.Comma;
  const comma = hasComma ? parser.pos++ : undefined;
  parser.problems.push(say.extraCloser(String.fromCharCode(code), at, comma));
}

/** Whether an array's own closer or next element comes right after the brace at `pos`, so that the brace ends nothing. */
function goesOn(parser: Parser, container: ContainerNode): boolean {
  if (container.type !== "array" || parser.layout?.startsLine(parser.pos))
    return false;
  let at = parser.pos + 1;
  for (let comma = false; ; at++) {
    const code = parser.codeAt(at);
    if (code === Code.Comma && !comma) comma = true;
    else if (!isWhiteSpace(code))
      return code === Code.CloseBracket || (comma && isOpener(code));
  }
}

/** Whether the closer directly follows a value, as the right one would. */
function followsLikeCloser(parser: Parser, pos: number): boolean {
  let at = pos - 1;
  while (isWhiteSpace(parser.codeAt(at))) at--;
  const before = parser.codeAt(at);
  return before !== Code.CloseBracket && before !== Code.CloseBrace;
}

/** Something follows the text's value. */
export function recoverAfterRoot(parser: Parser, code: number): void {
  const { pos, here, root } = parser;
  if (root instanceof ScalarNode && opensLater(parser, code))
    return skipToOpener(parser, root);
  if (root?.type === "string" && code === Code.Colon) {
    // A key, then: the file's opening brace is missing.
    parser.root = undefined;
    parser.expect = Expect.Value;
    return keyWhereValue(parser, root);
  }
  if (isCloser(code)) {
    parser.unbalanced = true;
    return skipCloser(parser, code);
  }
  if (
    here?.type === "object" &&
    (code === Code.Comma || peekColon(parser, pos))
  ) {
    parser.unbalanced = true;
    const end = here.offset + here.length;
    if (code === Code.Comma) {
      parser.pos++;
      const next = parser.next();
      if (isCloser(next)) {
        const bracket = String.fromCharCode(next);
        parser.problems.push(say.extraCloser(bracket, parser.pos++, pos));
        return;
      }
      if (!peekColon(parser, parser.pos)) {
        parser.problems.push(say.extraComma(pos));
        return;
      }
    }
    parser.problems.push(say.earlyEnd(end - 1));
    parser.expect = Expect.Key;
    return;
  }
  parser.problems.push(say.trailing(pos, parser.end));
  parser.pos = parser.end;
}
