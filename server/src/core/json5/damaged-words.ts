/** Reading what is no token: bare text where a value or key should stand. Nothing here reports anything. */
import { Code, isLineEnd, isWhiteSpace } from "./characters.ts";
import type { Edit } from "./nodes.ts";
import type { Scanner } from "./scanner.ts";

/** Whether a line ends between two offsets. Past 2,000 characters the answer is taken to be yes. */
export function lineBreakBetween(
  scanner: Scanner,
  start: number,
  end: number,
): boolean {
  if (end - start > 2000) return true;
  for (let at = start; at < end; at++)
    if (isLineEnd(scanner.codeAt(at))) return true;
  return false;
}

/** Whether a string or word at `start` is followed by a colon (or by what others write for one): a key, that is. */
export function peekColon(scanner: Scanner, start: number): boolean {
  const first = scanner.codeAt(start);
  let at = start;
  if (first === Code.DoubleQuote || first === Code.SingleQuote) {
    at++;
    while (
      at < scanner.end &&
      scanner.codeAt(at) !== first &&
      !isLineEnd(scanner.codeAt(at))
    ) {
      at += scanner.codeAt(at) === Code.Backslash ? 2 : 1;
    }
    if (scanner.codeAt(at++) !== first) return false;
  } else {
    at = keyWordEnd(scanner, start);
    if (at === start) return false;
  }
  while (scanner.codeAt(at) === Code.Space || scanner.codeAt(at) === Code.Tab)
    at++;
  if (scanner.codeAt(at) === Code.Equals) return true;
  return (
    scanner.codeAt(at) === Code.Colon && scanner.codeAt(at + 1) !== Code.Slash
  );
}

/** Where a word ends that may be a key; a comment's beginning and quotes end it too, and typographic quotes their text. */
function keyWordEnd(scanner: Scanner, start: number): number {
  const { text } = scanner;
  if (isForeignQuote(text.charAt(start))) {
    for (let at = start + 1; at < scanner.end; at++) {
      const code = text.charCodeAt(at);
      if (isLineEnd(code) || isPunctuation(code) || code === Code.Colon) break;
      if (isForeignQuote(text.charAt(at))) return at + 1;
    }
  }
  return scanner.wordEnd(start);
}

/** Reads the string or word that `peekColon` found: its name. */
export function readWord(scanner: Scanner): string {
  const start = scanner.pos;
  const first = scanner.codeAt(start);
  if (first === Code.DoubleQuote || first === Code.SingleQuote)
    return scanner.string(first);
  scanner.pos = keyWordEnd(scanner, start);
  return scanner.text.slice(start, scanner.pos);
}

/** Whether a word with a colon right inside it stands at `start`, such as a time of day or `name:tag`. */
export function hasColonInside(scanner: Scanner, start: number): boolean {
  const colon = scanner.wordEnd(start);
  return (
    scanner.codeAt(colon) === Code.Colon &&
    /[\w.]/.test(scanner.text.charAt(colon + 1))
  );
}

/**
 * Where bare text ends that was meant as one value: at punctuation, a comment, or its line's end. Single spaces inside
 * belong to it, but not a word that a colon follows, which is the next key.
 */
export function unquotedEnd(scanner: Scanner, start: number): number {
  let end = start;
  let at = start;
  while (at < scanner.end) {
    const code = scanner.codeAt(at);
    const reference = referenceEnd(scanner, at);
    if (reference > at) {
      end = at = reference;
      continue;
    }
    if (isLineEnd(code) || isPunctuation(code)) break;
    if (isWhiteSpace(code)) {
      while (
        at < scanner.end &&
        isWhiteSpace(scanner.codeAt(at)) &&
        !isLineEnd(scanner.codeAt(at))
      )
        at++;
      const next = scanner.codeAt(at);
      if (
        isCommentAt(scanner, at) ||
        next === Code.Hash ||
        isQuote(next) ||
        peekColon(scanner, at)
      )
        break;
      continue;
    }
    if (code === Code.Slash && at === start && isCommentAt(scanner, at)) break;
    if (
      code === Code.Colon &&
      at > start &&
      isWhiteSpace(scanner.codeAt(at + 1))
    )
      break;
    if (isQuote(code) && at > start && !/\w/.test(scanner.text.charAt(at - 1)))
      break;
    end = ++at;
    if (code === Code.Backtick && at === start + 1)
      return backtickEnd(scanner, start);
  }
  return end;
}

/** Behind the reference `${NAME}` at an offset; the offset itself when there is none. */
function referenceEnd(scanner: Scanner, at: number): number {
  if (scanner.codeAt(at) !== Code.Dollar) return at;
  const pattern = /\$\{\w{1,100}\}/y;
  pattern.lastIndex = at;
  return at + (pattern.exec(scanner.text)?.[0].length ?? 0);
}

/** Behind the backtick that closes the one at `start`, else where the line's text ends. What is looked at is also taken. */
function backtickEnd(scanner: Scanner, start: number): number {
  let end = start + 1;
  for (let at = end; at < scanner.end; at++) {
    const code = scanner.codeAt(at);
    if (isLineEnd(code)) break;
    if (code === Code.Backtick) return at + 1;
    if (!isWhiteSpace(code)) end = at + 1;
  }
  return end;
}

const isQuote = (code: number): boolean =>
  code === Code.DoubleQuote || code === Code.SingleQuote;

const isPunctuation = (code: number): boolean =>
  code === Code.Comma ||
  code === Code.Semicolon ||
  code === Code.OpenBrace ||
  code === Code.CloseBrace ||
  code === Code.OpenBracket ||
  code === Code.CloseBracket;

const isCommentAt = (scanner: Scanner, at: number): boolean =>
  scanner.codeAt(at) === Code.Slash &&
  (scanner.codeAt(at + 1) === Code.Slash ||
    scanner.codeAt(at + 1) === Code.Asterisk);

/** What other languages call null, true and false; keyed in lower case. */
export const foreignLiterals: ReadonlyMap<string, boolean | null> = new Map([
  ["none", null],
  ["nil", null],
  ["undefined", null],
  ["null", null],
  ["true", true],
  ["false", false],
]);

const openQuotes = "“”„‟«‘’‚‛`´";
const isForeignQuote = (character: string): boolean =>
  character !== "" && (openQuotes + "»").includes(character);
const doubleQuotes = "“”„‟«»";

/** Text in typographic quotes or backticks: its value and the edits that straighten it; undefined when it has none. */
export function foreignQuoted(
  word: string,
  start: number,
): { value: string; edits: readonly Edit[] | undefined } | undefined {
  if (!openQuotes.includes(word.charAt(0))) return undefined;
  const last = word.charAt(word.length - 1);
  const closed = word.length > 1 && isForeignQuote(last);
  const value = word.slice(1, closed ? -1 : undefined);
  const quote =
    doubleQuotes.includes(word.charAt(0)) || value.includes("'") ? '"' : "'";
  if (!closed || value.includes(quote) || value.includes("\\"))
    return { value, edits: undefined };
  return {
    value,
    edits: [
      { offset: start, length: 1, content: quote },
      { offset: start + word.length - 1, length: 1, content: quote },
    ],
  };
}
