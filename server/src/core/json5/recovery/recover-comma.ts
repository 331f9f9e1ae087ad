/** What is done where a comma, or the end of a container, was expected. */
import { Code } from "../characters.ts";
import { lineBreakBetween, peekColon } from "../damaged-words.ts";
import { Expect } from "../expect.ts";
import { containerAround, endUnclosed } from "../layout.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { PropertyNode, ScalarNode } from "../tree.ts";
import { keyWhereValue } from "./missing-opener.ts";
import { strayContainer } from "./recover-key.ts";
import { isOpener, isQuote, skipStray } from "./steps.ts";

/** A comma, or the end of the container, was expected. */
export function recoverComma(parser: Parser, code: number): void {
  const { pos, here, last } = parser;
  if (code === Code.Colon || code === Code.Equals) {
    const taken = takeBackScalar(parser);
    if (taken) return keyWhereValue(parser, taken);
    return skipStray(parser);
  }
  if (code === Code.Semicolon) {
    parser.problems.push(say.wrongSeparator(";", pos, ","));
    parser.pos++;
    parser.expect = here?.type === "object" ? Expect.Key : Expect.Element;
    return;
  }
  const previousEnd = last ? last.offset + last.length : pos;
  const newLine = lineBreakBetween(parser, previousEnd, pos);
  if (here?.type === "object") {
    if (isOpener(code)) {
      const around = containerAround(here);
      if (code === Code.OpenBrace && around?.type === "array") {
        endUnclosed(parser, here);
        return;
      }
      return strayContainer(parser, code);
    }
    if (peekColon(parser, pos)) {
      if (parser.unclosedStringEnd !== previousEnd)
        parser.problems.push(say.missingComma(previousEnd));
      parser.expect = Expect.Key;
      return;
    }
    if (newLine && (isQuote(code) || parser.wordEnd(pos) > pos)) {
      parser.missingCommaAt = previousEnd;
      parser.expect = Expect.Key;
      return;
    }
    return skipStray(parser);
  }
  const starts = isQuote(code) || isOpener(code) || parser.wordEnd(pos) > pos;
  if (!starts) return skipStray(parser);
  if (parser.unclosedStringEnd !== previousEnd)
    parser.problems.push(say.missingComma(previousEnd));
  parser.expect = Expect.Element;
}

/** Detaches the scalar read last, which turned out to be a key; undefined when the last thing read is none. */
function takeBackScalar(parser: Parser): ScalarNode | undefined {
  const { last } = parser;
  if (
    last instanceof ScalarNode &&
    last.type === "string" &&
    parser.here?.type === "array"
  ) {
    parser.top--;
    return last;
  }
  if (!(last instanceof PropertyNode)) return undefined;
  const [key, value] = last.children;
  if (!key || !(value instanceof ScalarNode) || value.type !== "string")
    return undefined;
  last.children = [key];
  last.length = key.length;
  parser.property = last;
  parser.expect = Expect.Value;
  return value;
}
