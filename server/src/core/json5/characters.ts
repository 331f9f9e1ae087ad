/** Which characters JSON5 counts as white space, line ends and parts of a bare key. */
import {
  identifierStarts,
  identifierParts,
} from "./identifier-ranges.generated.ts";

/** Codes the parser compares with; U+FEFF and its like are in `isWhiteSpace`. */
export const enum Code {
  /** Past the end of the text. */
  End = -1,
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  DoubleQuote = 34,
  Hash = 35,
  Dollar = 36,
  SingleQuote = 39,
  Asterisk = 42,
  Plus = 43,
  Comma = 44,
  Minus = 45,
  Dot = 46,
  Slash = 47,
  Zero = 48,
  Nine = 57,
  Colon = 58,
  Semicolon = 59,
  Equals = 61,
  OpenBracket = 91,
  Backslash = 92,
  CloseBracket = 93,
  Underscore = 95,
  Backtick = 96,
  OpenBrace = 123,
  CloseBrace = 125,
  LineSeparator = 0x2028,
  ParagraphSeparator = 0x2029,
}

/** Whether the code unit separates tokens, line ends included. */
export function isWhiteSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || (code >= 0x1680 && isRareWhiteSpace(code));
}

function isRareWhiteSpace(code: number): boolean {
  return (
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** Whether the code unit ends a line, and with it a line comment. */
export const isLineEnd = (code: number): boolean =>
  code === 10 || code === 13 || code === 0x2028 || code === 0x2029;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The value of a hexadecimal digit, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** Whether a bare key may begin with the code point. */
export function isIdentifierStart(point: number): boolean {
  const lower = point | 32;
  if (point < 128)
    return (lower >= 97 && lower <= 122) || point === 36 || point === 95;
  return isIn((starts ??= unpack(identifierStarts)), point);
}

/** Whether a bare key may go on with the code point. */
export function isIdentifierPart(point: number): boolean {
  const lower = point | 32;
  if (point < 128)
    return (
      (lower >= 97 && lower <= 122) ||
      isDigit(point) ||
      point === 36 ||
      point === 95
    );
  return (
    point === 0x200c ||
    point === 0x200d ||
    isIn((parts ??= unpack(identifierParts)), point)
  );
}

let starts: Uint32Array | undefined;
let parts: Uint32Array | undefined;

/** Turns alternating lengths, "outside inside outside …" in base 36, into the points where the answer changes. */
function unpack(lengths: string): Uint32Array {
  let at = 0;
  return Uint32Array.from(
    lengths.split(" "),
    (length) => (at += Number.parseInt(length, 36)),
  );
}

function isIn(changes: Uint32Array, point: number): boolean {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}
