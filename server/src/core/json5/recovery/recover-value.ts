/** What is done where a value was expected and none begins. */
import { Code } from "../characters.ts";
import {
  foreignLiterals,
  foreignQuoted,
  peekColon,
  readWord,
  unquotedEnd,
} from "../damaged-words.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { ScalarNode } from "../tree.ts";
import { keyWhereValue } from "./missing-opener.ts";
import { recoverCloser } from "./recover-closer.ts";
import { isCloser, separatorAt, skipStray, withoutValue } from "./steps.ts";

/** A value was expected, of the text, of a property or in an array; what stands at `pos` begins none. */
export function recoverValue(parser: Parser, code: number): void {
  const { pos, property, here } = parser;
  if (code === Code.Comma || code === Code.Semicolon || isCloser(code)) {
    if (property) return withoutValue(parser, property);
    if (code === Code.Comma && here) {
      parser.problems.push(say.missingElement(pos));
      parser.pos++;
    } else if (isCloser(code) && here) {
      recoverCloser(parser, code);
    } else {
      skipStray(parser);
    }
    return;
  }
  if (code === Code.Colon || code === Code.Equals) {
    const found = separatorAt(parser, pos);
    parser.pos += found.length;
    const colon = property?.colonOffset ?? -1;
    const whole = parser.text.slice(Math.max(colon, 0), parser.pos);
    parser.problems.push(
      colon >= 0 && whole.length < 4
        ? say.wrongSeparator(whole, colon, ":")
        : say.stray(pos, parser.pos),
    );
    return;
  }
  if (peekColon(parser, pos)) {
    const name = readWord(parser);
    return keyWhereValue(
      parser,
      new ScalarNode("string", name, pos, parser.pos - pos, undefined),
    );
  }
  const end = unquotedEnd(parser, pos);
  if (end === pos) return skipStray(parser);
  const value = readUnquoted(parser, pos, end);
  parser.addNode(
    new ScalarNode(
      typeOf(value),
      value,
      pos,
      parser.pos - pos,
      property ?? here,
    ),
  );
}

/** The value a person meant by bare text, reported with its repair. */
function readUnquoted(
  parser: Parser,
  start: number,
  end: number,
): string | number | boolean | null {
  const { text } = parser;
  parser.pos = end;
  const word = text.slice(start, end);
  const quotes = foreignQuoted(word, start);
  if (quotes) {
    parser.problems.push(say.foreignQuotes(start, end, quotes.edits));
    return quotes.value;
  }
  const literal = foreignLiterals.get(word.toLowerCase());
  if (literal !== undefined) {
    parser.problems.push(say.foreignLiteral(start, word, String(literal)));
    return literal;
  }
  const digits = /^[+-]?\d[\d_]*(?:\.\d+)?$/.test(word)
    ? word.replaceAll("_", "").replace(/^([+-]?)0+(?=\d)/, "$1")
    : undefined;
  if (digits !== undefined && word.length < 16) {
    parser.problems.push(say.badNumber(start, end, digits));
    return Number(digits);
  }
  parser.problems.push(say.unquotedValue(start, end, JSON.stringify(word)));
  return word;
}

const typeOf = (
  value: string | number | boolean | null,
): "string" | "number" | "boolean" | "null" => {
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean"
    ? type
    : "null";
};
