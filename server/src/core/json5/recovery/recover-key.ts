/** What is done where a key, or the colon behind it, was expected. */
import { Code, isWhiteSpace } from "../characters.ts";
import {
  foreignQuoted,
  peekColon,
  readWord,
  unquotedEnd,
} from "../damaged-words.ts";
import { Expect } from "../expect.ts";
import { containerAround, endUnclosed, isEndedByComma } from "../layout.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { PropertyNode, ScalarNode } from "../tree.ts";
import { lacksArray, openArrayAround, valueOfType } from "./missing-opener.ts";
import { recoverCloser } from "./recover-closer.ts";
import {
  isOpener,
  isQuote,
  separatorAt,
  skipStray,
  withoutValue,
} from "./steps.ts";

/** A key, or the end of the object, was expected. */
export function recoverKey(parser: Parser, code: number): void {
  const { pos, here, last } = parser;
  if (code === Code.Comma || code === Code.Semicolon) {
    if (here && isEndedByComma(parser)) return endUnclosed(parser, here);
    parser.problems.push(say.extraComma(pos));
    parser.pos++;
    return;
  }
  if (code === Code.CloseBracket) return recoverCloser(parser, code);
  if (code === Code.Colon || code === Code.Equals) {
    const found = separatorAt(parser, pos);
    parser.problems.push(say.missingKey(pos, pos + found.length));
    parser.pos += found.length;
    return detachedValue(parser, pos);
  }
  if (isOpener(code)) {
    if (!last && here && onlySpaceBetween(parser, here.offset + 1, pos)) {
      parser.problems.push(say.extraOpener(String.fromCharCode(code), pos));
      parser.pos++;
      return;
    }
    if (
      code === Code.OpenBrace &&
      here &&
      containerAround(here)?.type === "array"
    ) {
      endUnclosed(parser, here);
      parser.expect = Expect.Element;
      return;
    }
    if (code === Code.OpenBrace && valueOfType(last, "object")) {
      openArrayAround(parser, last);
      parser.expect = Expect.Element;
      return;
    }
    return strayContainer(parser, code);
  }
  const end = unquotedEnd(parser, pos);
  if (end === pos) return skipStray(parser);
  if (peekColon(parser, pos)) return readOddKey(parser);
  parser.pos = end;
  parser.problems.push(say.missingKey(pos, end));
  parser.expect = Expect.Comma;
}

/** Ends a key that lost its second quote, and with it has swallowed colon and value, before the colon, if there is one. */
function endsAtColon(parser: Parser, { offset, length }: ScalarNode): boolean {
  const { text, problems } = parser;
  const inside = text.slice(offset, offset + length).indexOf(":");
  if (inside < 2) return false;
  const colon = offset + inside;
  parser.rewind(colon);
  while ((problems.at(-1)?.offset ?? -1) >= offset) problems.pop();
  const name = text.slice(offset + 1, colon).trimEnd();
  problems.push(
    say.unclosedString(offset, offset + 1 + name.length, text.charAt(offset)),
  );
  parser.pos = offset + 1 + name.length;
  parser.unclosedStringEnd = parser.pos;
  parser.keyRead(name, offset);
  return true;
}

/** Reads a word that is no legal key, but that a colon follows. */
function readOddKey(parser: Parser): void {
  const start = parser.pos;
  const word = readWord(parser);
  const quotes = foreignQuoted(word, start);
  parser.problems.push(
    quotes
      ? say.foreignQuotes(start, parser.pos, quotes.edits)
      : say.unquotedKey(start, parser.pos, JSON.stringify(word)),
  );
  parser.keyRead(quotes?.value ?? word, start);
}

/** A colon was expected after the key. */
export function recoverColon(
  parser: Parser,
  code: number,
  key: ScalarNode,
): void {
  const { pos } = parser;
  const keyEnd = key.offset + key.length;
  if (parser.unclosedStringEnd === keyEnd && endsAtColon(parser, key)) return;
  if (code === Code.Equals) {
    const found = separatorAt(parser, pos);
    parser.problems.push(say.wrongSeparator(found, pos, ":"));
    parser.pos += found.length;
    return parser.beginProperty(key, pos);
  }
  if (
    pos === keyEnd &&
    code !== Code.End &&
    !isQuote(parser.codeAt(key.offset)) &&
    peekColon(parser, key.offset)
  ) {
    // Text right behind a bare key that leads to a colon, as in foo-bar: one key.
    parser.pos = key.offset;
    return readOddKey(parser);
  }
  if (lacksArray(parser, key)) {
    openArrayAround(parser, parser.last);
    parser.addNode(key);
    key.parent = parser.here;
    return;
  }
  const startsValue =
    isQuote(code) ||
    isOpener(code) ||
    (code !== Code.End && unquotedEnd(parser, pos) > pos);
  parser.beginProperty(key, -1);
  const { property } = parser;
  if (startsValue && !peekColon(parser, pos)) {
    const stringDamaged = parser.unclosedStringEnd === keyEnd;
    if (!stringDamaged)
      parser.problems.push(say.missingColon(key.offset, keyEnd));
    return;
  }
  if (!property) return;
  withoutValue(parser, property);
  if (startsValue) parser.expect = Expect.Key;
}

/** A container without a key in an object: read for its brackets' sake, and left out of the tree. */
export function strayContainer(parser: Parser, code: number): void {
  const { pos } = parser;
  parser.problems.push(say.missingKey(pos, pos + 1));
  detachedValue(parser, pos);
  parser.pos++;
  parser.open(code === Code.OpenBrace ? "object" : "array", pos);
}

/** Lets the next value become that of a property which is in no object's children. */
function detachedValue(parser: Parser, at: number): void {
  const { here } = parser;
  if (!here) return;
  parser.property = new PropertyNode(
    new ScalarNode("string", "", at, 0, undefined),
    at,
    here,
  );
  parser.expect = Expect.Value;
}

function onlySpaceBetween(parser: Parser, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!isWhiteSpace(parser.codeAt(at))) return false;
  return true;
}
