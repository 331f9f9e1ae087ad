/** Strings the fast path leaves: with escapes or line continuations, or damaged. */
import { Code, hexDigit, isDigit, isWhiteSpace } from "./characters.ts";
import type { Scanner } from "./scanner.ts";
import * as say from "./syntax-messages.ts";

const plainEscapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** Reads the string at the scanner's place as `Scanner.string` does. */
export function scanOddString(scanner: Scanner, quote: number): string {
  const { text, end, pos: open } = scanner;
  let value = "";
  let from = open + 1;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const found = damagedEnd(scanner, open, at, quote);
      if (found !== undefined) return found;
      scanner.pos = at + 1;
      return value + text.slice(from, at);
    }
    if (code === Code.LineFeed || code === Code.CarriageReturn) break;
    if (code === Code.Backslash) {
      value += text.slice(from, at);
      const after = escapeEnd(text, at);
      if (after < 0) {
        // Told once for the string: one mistake in an escape is often the same one in each (Windows paths).
        if (
          scanner.problems.at(-1)?.code !== "syntax.bad_escape" ||
          (scanner.problems.at(-1)?.offset ?? 0) < open
        ) {
          scanner.problems.push(say.badEscape(at, Math.min(at + 2, end)));
        }
        value += "\\";
        from = ++at;
      } else {
        value += escaped(text, at, after);
        from = at = after;
      }
    } else {
      at++;
    }
  }
  return unclosed(scanner, open, at, quote, value, from);
}

/** Where the escape that begins at `at` ends, or -1 when it is none. */
function escapeEnd(text: string, at: number): number {
  const code = at + 1 < text.length ? text.charCodeAt(at + 1) : Code.End;
  if (code === Code.End) return -1;
  if (code === 120 || code === 117) {
    const after = at + (code === 120 ? 4 : 6);
    for (let digit = at + 2; digit < after; digit++) {
      if (digit >= text.length || hexDigit(text.charCodeAt(digit)) < 0)
        return -1;
    }
    return after;
  }
  if (code === Code.CarriageReturn)
    return text.charCodeAt(at + 2) === Code.LineFeed ? at + 3 : at + 2;
  if (code === Code.Zero) return isDigit(text.charCodeAt(at + 2)) ? -1 : at + 2;
  return isDigit(code) ? -1 : at + 2;
}

function escaped(text: string, at: number, after: number): string {
  const letter = text.charAt(at + 1);
  if (letter === "x" || letter === "u")
    return String.fromCharCode(Number.parseInt(text.slice(at + 2, after), 16));
  if (letter === "0") return "\0";
  if (/[\n\r\u2028\u2029]/.test(letter)) return "";
  return plainEscapes[letter] ?? letter;
}

/** A string that the line's end, or the text's, cuts off. Punctuation at the end is taken for the file's, not the string's. */
function unclosed(
  scanner: Scanner,
  open: number,
  lineEnd: number,
  quote: number,
  value: string,
  from: number,
): string {
  const { text } = scanner;
  let close = lineEnd;
  while (close > from && isWhiteSpace(text.charCodeAt(close - 1))) close--;
  while (close > from && /[\s,}\]]/.test(text.charAt(close - 1))) close--;
  scanner.problems.push(
    say.unclosedString(open, close, String.fromCharCode(quote)),
  );
  scanner.pos = close;
  scanner.unclosedStringEnd = close;
  return value + text.slice(from, close);
}

/**
 * What a closing quote means when text follows it directly, as in `"a, "b"` (the first string was never closed, and
 * this quote opens the next) and `"a "b" c"` (quotes inside). The value, or undefined when the quote does close.
 */
function damagedEnd(
  scanner: Scanner,
  open: number,
  at: number,
  quote: number,
): string | undefined {
  const { text } = scanner;
  if (
    at + 1 >= text.length ||
    !/[^\s,:}\]/"'\u0080-\uffff]/.test(text.charAt(at + 1))
  )
    return undefined;
  const content = text.slice(open + 1, at);
  let close = content.length;
  while (close > 0 && /[ \t]/.test(content.charAt(close - 1))) close--;
  const comma = content.charAt(close - 1) === ",";
  if (comma || content.charAt(close - 1) === ":") {
    // A key that lost its second quote ends at the colon, a value at the comma.
    const end = open + 1 + close - 1;
    const key = comma ? -1 : content.indexOf(":");
    const stop = key >= 0 ? open + 1 + key : end;
    scanner.problems.push(
      say.unclosedString(open, stop, String.fromCharCode(quote)),
    );
    scanner.pos = stop;
    scanner.unclosedStringEnd = stop;
    return text.slice(open + 1, stop);
  }
  const inner = [at];
  for (let next = at + 1; next < text.length && inner.length < 20; next++) {
    const code = text.charCodeAt(next);
    if (code === Code.LineFeed || code === Code.CarriageReturn) break;
    if (code !== quote) continue;
    if (!isFollowedLikeEnd(text, next + 1)) {
      inner.push(next);
      continue;
    }
    if (
      inner.length % 2 === 1 &&
      inner.length === 1 &&
      text.slice(at, next).includes(",")
    )
      break;
    scanner.problems.push(say.quoteInString(open, next + 1, inner));
    scanner.pos = next + 1;
    return text.slice(open + 1, next);
  }
  return undefined;
}

/** Whether what follows is what may follow a string: punctuation or the end of the line, blanks left out. */
function isFollowedLikeEnd(text: string, from: number): boolean {
  let at = from;
  let code = text.charCodeAt(at);
  while (code === Code.Space || code === Code.Tab) code = text.charCodeAt(++at);
  return at >= text.length || /[,}\]:\r\n]/.test(text.charAt(at));
}
