/** How the parser goes on where the text is damaged: one function for each thing it may have been looking for. */
import {
  foreignLiterals,
  foreignQuoted,
  lineBreakBetween,
  peekColon,
  readWord,
  unquotedEnd,
} from "./damaged-words.ts";
import { Code, isWhiteSpace } from "./characters.ts";
import { Expect } from "./expect.ts";
import { containerAround, endUnclosed } from "./layout.ts";
import type { Parser } from "./parser.ts";
import * as say from "./syntax-messages.ts";
import { PropertyNode, ScalarNode } from "./tree.ts";
import type { ContainerNode } from "./tree.ts";

const isQuote = (code: number): boolean =>
  code === Code.DoubleQuote || code === Code.SingleQuote;
const isOpener = (code: number): boolean =>
  code === Code.OpenBrace || code === Code.OpenBracket;
const isCloser = (code: number): boolean =>
  code === Code.CloseBrace || code === Code.CloseBracket;

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
    if (property) {
      const start = property.colonOffset;
      const between = parser.text.slice(start, parser.pos);
      parser.problems.push(
        between.length < 4
          ? say.wrongSeparator(between, start, ":")
          : say.stray(pos, parser.pos),
      );
    } else if (here) {
      parser.problems.push(say.stray(pos, parser.pos));
    } else {
      parser.problems.push(say.stray(pos, parser.pos));
    }
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

/** A property that ends before its value. */
function withoutValue(parser: Parser, property: PropertyNode): void {
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

/**
 * A key and its colon where a value was expected (`pos` is at the colon): either a value is missing before it, or an
 * opening brace, or the array at hand was never closed.
 */
export function keyWhereValue(parser: Parser, key: ScalarNode): void {
  const { here, property } = parser;
  const colon = parser.pos++;
  if (property) {
    if (property.colonOffset >= 0 && isNewSibling(parser, property, key)) {
      withoutValue(parser, property);
    } else {
      parser.problems.push(say.missingOpener("object", key.offset, key.length));
      parser.open("object", key.offset);
    }
  } else if (here?.type === "array") {
    const around = containerAround(here);
    if (
      around?.type === "object" &&
      endsArrayBefore(parser, here, key.offset)
    ) {
      endUnclosed(parser, here);
    } else {
      parser.problems.push(say.missingOpener("object", key.offset, key.length));
      parser.open("object", key.offset);
    }
  } else if (!here) {
    parser.problems.push(say.missingOpener("object", key.offset, key.length));
    parser.open("object", key.offset);
  }
  parser.beginProperty(key, colon);
}

/** Whether the key stands on a later line than the property, no further right: typing stopped before the value. */
function isNewSibling(
  parser: Parser,
  property: PropertyNode,
  key: ScalarNode,
): boolean {
  if (!lineBreakBetween(parser, property.offset, key.offset)) return false;
  return column(parser, key.offset) <= column(parser, property.offset);
}

/** The column of an offset. */
const column = (parser: Parser, offset: number): number =>
  offset - parser.lineStartAt(offset);

/** Whether a key in an array belongs to the object around it, rather than to an element that lost its brace. */
function endsArrayBefore(
  parser: Parser,
  array: ContainerNode,
  offset: number,
): boolean {
  const { last } = parser;
  if (!last) return false;
  if (parser.layout?.startsLine(offset))
    return (
      parser.layout.indentAt(offset) <= parser.layout.indentAt(array.offset)
    );
  if (last.type !== "object") return true;
  return (
    lineBreakBetween(parser, array.offset, offset) &&
    column(parser, offset) < column(parser, last.offset)
  );
}

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

/** A key, or the end of the object, was expected. */
export function recoverKey(parser: Parser, code: number): void {
  const { pos, here, last } = parser;
  if (code === Code.Comma || code === Code.Semicolon) {
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
  if (peekColon(parser, pos)) {
    const name = readWord(parser);
    parser.problems.push(
      say.unquotedKey(pos, parser.pos, JSON.stringify(name)),
    );
    return parser.keyRead(name, pos);
  }
  parser.pos = end;
  parser.problems.push(say.missingKey(pos, end));
  parser.expect = Expect.Comma;
}

/** A container without a key in an object: read for its brackets' sake, and left out of the tree. */
function strayContainer(parser: Parser, code: number): void {
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

/** A colon was expected after the key. */
export function recoverColon(
  parser: Parser,
  code: number,
  key: ScalarNode,
): void {
  const { pos } = parser;
  const keyEnd = key.offset + key.length;
  if (code === Code.Equals) {
    const found = separatorAt(parser, pos);
    parser.problems.push(say.wrongSeparator(found, pos, ":"));
    parser.pos += found.length;
    return parser.beginProperty(key, pos);
  }
  if (
    pos === keyEnd &&
    code !== Code.End &&
    parser.unclosedStringEnd !== pos &&
    peekColon(parser, key.offset)
  ) {
    // Text right behind a bare key that leads to a colon, as in foo-bar: one key.
    parser.pos = key.offset;
    const whole = readWord(parser);
    if (parser.pos > pos) {
      parser.problems.push(
        say.unquotedKey(key.offset, parser.pos, JSON.stringify(whole)),
      );
      parser.next();
      return parser.beginProperty(
        new ScalarNode(
          "string",
          whole,
          key.offset,
          parser.pos - key.offset,
          undefined,
        ),
        parser.pos++,
      );
    }
    parser.pos = pos;
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

/** Whether a child is a property with a value of that type. */
const valueOfType = (child: unknown, type: "string" | "object"): boolean =>
  child instanceof PropertyNode && child.children[1]?.type === type;

/**
 * Whether a string that no colon follows, where a key should be, goes on a list that lost its opening bracket, as in
 * `deny: "exec", "browser"]`. Looks 300 characters ahead.
 */
function lacksArray(parser: Parser, key: ScalarNode): boolean {
  if (!valueOfType(parser.last, "string")) return false;
  if (!isQuote(parser.codeAt(key.offset))) return false;
  const ahead = parser.text.slice(parser.pos, parser.pos + 300);
  return /^(?:\s*,\s*(?:"[^"\n]*"|'[^'\n]*'|[\w.+-]+))*\s*,?\s*\]/.test(ahead);
}

/** Turns the value of a property into the first element of an array whose opening bracket is missing. */
function openArrayAround(parser: Parser, property: unknown): void {
  if (!(property instanceof PropertyNode)) return;
  const [key, value] = property.children;
  if (!key || !value) return;
  parser.problems.push(
    say.missingOpener(
      "array",
      value.offset,
      value.type === "object" ? 1 : value.length,
    ),
  );
  property.children = [key];
  parser.property = property;
  parser.open("array", value.offset);
  if (value.type !== "property" && parser.here) value.parent = parser.here;
  parser.pending[parser.top++] = value;
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

/** `=`, `=>`, `:=`, `::` or a plain colon at an offset. */
function separatorAt(parser: Parser, at: number): string {
  const two = parser.text.slice(at, at + 2);
  return two === "=>" || two === ":=" || two === "==" ? two : two.slice(0, 1);
}

/** Steps over what means nothing here, to the next white space or punctuation, and reports it. */
function skipStray(parser: Parser): void {
  const start = parser.pos;
  const code = parser.codeAt(start);
  if (isQuote(code)) parser.string(code);
  else parser.pos = Math.max(unquotedEnd(parser, start), start + 1);
  parser.problems.push(say.stray(start, parser.pos));
}

function onlySpaceBetween(parser: Parser, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!isWhiteSpace(parser.codeAt(at))) return false;
  return true;
}
