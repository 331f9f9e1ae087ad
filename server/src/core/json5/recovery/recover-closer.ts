/** What is done with closing brackets that do not fit, and with text behind the end. */
import { Code, isWhiteSpace } from "../characters.ts";
import { lineBreakBetween, peekColon } from "../damaged-words.ts";
import { Expect } from "../expect.ts";
import { containerAround, endUnclosed } from "../layout.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { openArrayAround, valueOfType } from "./missing-opener.ts";
import { isCloser } from "./steps.ts";

/** A closing bracket that does not fit the container at hand, or that the layout says is one too many. */
export function recoverCloser(parser: Parser, code: number): void {
  const { pos, here, layout } = parser;
  parser.unbalanced = true;
  const kind = code === Code.CloseBrace ? "object" : "array";
  const around = here && containerAround(here);
  if (here && here.type !== kind && around?.type === kind) {
    const line = lineBreakBetween(parser, here.offset, pos);
    const sameLineAsOuter = !lineBreakBetween(parser, around.offset, pos);
    const closesOuter = layout
      ? layout.startsLine(pos)
        ? layout.indentAt(pos) === layout.indentAt(around.offset) &&
          layout.indentAt(pos) < layout.indentAt(here.offset)
        : sameLineAsOuter
      : kind === "object" || sameLineAsOuter || line;
    if (closesOuter) return endUnclosed(parser, here);
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
  parser.problems.push(say.extraCloser(String.fromCharCode(code), pos));
  parser.pos++;
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
  const { pos, here } = parser;
  if (isCloser(code)) {
    parser.unbalanced = true;
    parser.problems.push(say.extraCloser(String.fromCharCode(code), pos));
    parser.pos++;
    return;
  }
  if (
    here?.type === "object" &&
    (code === Code.Comma || peekColon(parser, pos))
  ) {
    parser.unbalanced = true;
    const end = here.offset + here.length;
    if (code === Code.Comma) {
      parser.pos++;
      if (!peekColon(parser, (parser.next(), parser.pos))) {
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
