/** What is done where a value was expected and none begins. */
import { Code } from "../characters.ts";
import {
  foreignLiterals,
  foreignQuoted,
  hasColonInside,
  peekColon,
  readWord,
  unquotedEnd,
} from "../damaged-words.ts";
import { endUnclosed, isEndedByComma } from "../layout.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { ScalarNode } from "../tree.ts";
import { endsNothingElse, keyWhereValue } from "./missing-opener.ts";
import { recoverCloser } from "./recover-closer.ts";
import { isCloser, separatorAt, skipStray, withoutValue } from "./steps.ts";

/** A value was expected, of the text, of a property or in an array; what stands at `pos` begins none. */
export function recoverValue(parser: Parser, code: number): void {
  const { pos, property, here } = parser;
  if (code === Code.Comma || code === Code.Semicolon || isCloser(code)) {
    if (isCloser(code) && endsNothingElse(parser, code)) {
      const kind = code === Code.CloseBrace ? "object" : "array";
      parser.unbalanced = true;
      parser.problems.push(say.missingOpener(kind, pos, 1));
      parser.open(kind, pos);
      parser.pos++;
      return parser.close(parser.pos);
    }
    if (property) return withoutValue(parser, property);
    if (code === Code.Comma && here) {
      if (isEndedByComma(parser)) return endUnclosed(parser, here);
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
    parser.problems.push(
      colon >= 0 && parser.pos - colon < 4
        ? say.wrongSeparator(parser.text.slice(colon, parser.pos), colon, ":")
        : say.stray(pos, parser.pos),
    );
    return;
  }
  const isWord =
    property && pos > property.colonOffset + 1 && hasColonInside(parser, pos);
  if (!isWord && peekColon(parser, pos)) {
    const name = readWord(parser);
    return keyWhereValue(
      parser,
      new ScalarNode("string", name, pos, parser.pos - pos, undefined),
    );
  }
  const end = unquotedEnd(parser, pos);
  if (end === pos) return skipStray(parser);
  const value = literalBeforeQuote(parser) ?? readUnquoted(parser, pos, end);
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

/** Reads a plain number, true or false that a string follows at once, without the comma between them. */
function literalBeforeQuote(parser: Parser): number | boolean | undefined {
  const pattern = /(?:true|false|-?\d{1,15}(?:\.\d{1,15})?)(?=["'])/y;
  pattern.lastIndex = parser.pos;
  const word = pattern.exec(parser.text)?.[0];
  if (word === undefined) return undefined;
  parser.pos += word.length;
  return word === "true" || (word === "false" ? false : Number(word));
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
