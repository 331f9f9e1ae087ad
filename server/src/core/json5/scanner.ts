import { spanBetween } from "../text/span.ts";
import {
  Code,
  isDigit,
  isIdentifierPart,
  isIdentifierStart,
  isLineEnd,
  isWhiteSpace,
  hexDigit,
} from "./characters.ts";
import type { Comment, SyntaxProblem } from "./nodes.ts";
import { scanOddString } from "./odd-strings.ts";
import * as say from "./syntax-messages.ts";

/** Reads tokens. `pos` is where the next one is looked for; what a method reads it also steps over. */
export class Scanner {
  readonly text: string;
  readonly end: number;
  pos = 0;
  readonly comments: Comment[] = [];
  readonly problems: SyntaxProblem[] = [];
  /** Where the last string that was never closed ends; the comma behind it is forgiven. */
  unclosedStringEnd = -1;
  /** From `#lineStart` to `#lineSeen` no line ends. */
  #lineStart = 0;
  #lineSeen = 0;

  constructor(text: string) {
    this.text = text;
    this.end = text.length;
  }

  /** The code unit at an offset, `Code.End` outside the text. */
  codeAt(at: number): number {
    return at >= 0 && at < this.end ? this.text.charCodeAt(at) : Code.End;
  }

  /** Steps over white space and comments; the code unit found, which stays unread. */
  next(): number {
    const { text, end } = this;
    let at = this.pos;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (
        code === Code.Space ||
        code === Code.LineFeed ||
        code === Code.CarriageReturn ||
        code === Code.Tab
      ) {
        at++;
      } else if (code > Code.Slash && code < 0x80) {
        this.pos = at;
        return code;
      } else if (code === Code.Slash || code === Code.Hash) {
        const after = this.#comment(at, code);
        if (after === at) {
          this.pos = at;
          return code;
        }
        at = after;
      } else if (isWhiteSpace(code)) {
        at++;
      } else {
        this.pos = at;
        return code;
      }
    }
    this.pos = at;
    return Code.End;
  }

  /** Goes back to read again from `to`. Problems are left to the caller. */
  rewind(to: number): void {
    const { comments } = this;
    this.pos = to;
    while ((comments.at(-1)?.offset ?? -1) >= to) comments.pop();
  }

  /** Steps over a comment and keeps it; the offset itself when there is none. */
  #comment(start: number, first: number): number {
    const { text, end } = this;
    const second = this.codeAt(start + 1);
    if (first === Code.Slash && second === Code.Asterisk) {
      const close = text.indexOf("*/", start + 2);
      const after = close < 0 ? end : close + 2;
      if (close < 0) this.problems.push(say.unclosedComment(start, end));
      this.comments.push({
        kind: "block",
        offset: start,
        length: after - start,
      });
      return after;
    }
    if (first === Code.Slash && second !== Code.Slash) return start;
    if (first === Code.Hash) {
      if (this.isHashValue(start)) return start;
      this.problems.push(say.hashComment(start, this.lineEndFrom(start)));
    }
    const after = this.lineEndFrom(start);
    this.comments.push({ kind: "line", offset: start, length: after - start });
    return after;
  }

  /** Whether `#` begins an unquoted value, such as a channel's name, and not a comment of another language. */
  isHashValue(start: number): boolean {
    let before = start - 1;
    while (this.codeAt(before) === Code.Space) before--;
    const after = this.codeAt(start + 1);
    return (
      this.codeAt(before) === Code.Colon &&
      after !== Code.End &&
      after !== Code.Hash &&
      !isWhiteSpace(after)
    );
  }

  /** Where the line ends that `at` is on. */
  lineEndFrom(at: number): number {
    while (at < this.end && !isLineEnd(this.text.charCodeAt(at))) at++;
    return at;
  }

  /**
   * Where the line begins that `at` is on; looks at most 1,000 characters back. Remembers the last answer: damage tends
   * to come in rows, and each asks again about the same line or the next.
   */
  lineStartAt(at: number): number {
    const { text } = this;
    if (at >= this.#lineStart && at < this.#lineSeen) return this.#lineStart;
    const known = at >= this.#lineSeen ? this.#lineSeen : 0;
    const least = Math.max(known, at - 1000);
    let start = at;
    while (start > least && !isLineEnd(text.charCodeAt(start - 1))) start--;
    if (start === known && known > 0) start = this.#lineStart;
    this.#lineSeen = at;
    this.#lineStart = start;
    return start;
  }

  /** Reads the string that opens at `pos`: its value. Damage in it is reported. */
  string(quote: number): string {
    const { text, end } = this;
    const start = this.pos + 1;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (at + 1 < end && !endsString(text.charCodeAt(at + 1))) break;
        this.pos = at + 1;
        return text.slice(start, at);
      }
      if (
        code === Code.Backslash ||
        code === Code.LineFeed ||
        code === Code.CarriageReturn
      )
        break;
    }
    return scanOddString(this, quote);
  }

  /** Reads the number at `pos`; undefined, and nothing read, when what stands there is none. */
  number(): number | undefined {
    const { text, end } = this;
    const start = this.pos;
    let at = start;
    let value = 0;
    let code = text.charCodeAt(at);
    // Short whole numbers, nearly all there are, need neither a slice nor Number().
    while (isDigit(code) && at - start < 15) {
      value = value * 10 + code - Code.Zero;
      code = ++at < end ? text.charCodeAt(at) : Code.End;
    }
    if (
      at > start &&
      (at === start + 1 || text.charCodeAt(start) !== Code.Zero) &&
      endsWord(code, text, at)
    ) {
      this.pos = at;
      return value;
    }
    return this.#oddNumber(start);
  }

  #oddNumber(start: number): number | undefined {
    const sign = this.codeAt(start) === Code.Minus ? -1 : 1;
    let at = start;
    if (this.codeAt(at) === Code.Minus || this.codeAt(at) === Code.Plus) at++;
    const digits = at;
    const first = this.codeAt(at);
    let value: number;
    if (this.text.startsWith("Infinity", at)) {
      at += 8;
      value = Infinity;
    } else if (this.text.startsWith("NaN", at)) {
      at += 3;
      value = NaN;
    } else if (first === Code.Zero && (this.codeAt(at + 1) | 32) === 120) {
      at += 2;
      while (hexDigit(this.codeAt(at)) >= 0) at++;
      if (at === digits + 2) return undefined;
      value = Number(this.text.slice(digits, at));
    } else {
      while (isDigit(this.codeAt(at))) at++;
      const whole = at - digits;
      if (whole > 1 && first === Code.Zero) return undefined;
      let fraction = 0;
      if (this.codeAt(at) === Code.Dot) {
        const dot = at++;
        while (isDigit(this.codeAt(at))) at++;
        fraction = at - dot - 1;
      }
      if (whole + fraction === 0) return undefined;
      if ((this.codeAt(at) | 32) === 101) {
        at++;
        if (this.codeAt(at) === Code.Minus || this.codeAt(at) === Code.Plus)
          at++;
        if (!isDigit(this.codeAt(at))) return undefined;
        while (isDigit(this.codeAt(at))) at++;
      }
      value = Number(this.text.slice(digits, at));
    }
    if (!endsWord(this.codeAt(at), this.text, at)) return undefined;
    this.pos = at;
    return sign * value;
  }

  /** Reads `word` if it stands at `pos`, whole. */
  keyword(word: string): boolean {
    const after = this.pos + word.length;
    if (
      !this.text.startsWith(word, this.pos) ||
      !endsWord(this.codeAt(after), this.text, after)
    )
      return false;
    this.pos = after;
    return true;
  }

  /** Reads the bare key at `pos`: its name; undefined, and nothing read, when what stands there is none. */
  identifier(): string | undefined {
    const { text, end } = this;
    const start = this.pos;
    let at = start;
    let code = text.charCodeAt(at);
    if (isDigit(code)) return undefined;
    while (
      (code | 32) >= 97
        ? (code | 32) <= 122 || code === Code.Underscore
        : isDigit(code) || code === Code.Dollar
    ) {
      if (++at >= end) break;
      code = text.charCodeAt(at);
    }
    if (at < end && (code >= 0x80 || code === Code.Backslash))
      return this.#oddIdentifier();
    if (at === start) return undefined;
    this.pos = at;
    return text.slice(start, at);
  }

  #oddIdentifier(): string | undefined {
    let at = this.pos;
    let name = "";
    for (;;) {
      const escaped = this.codeAt(at) === Code.Backslash;
      const point = escaped
        ? this.#unicodeEscape(at)
        : (this.text.codePointAt(at) ?? Code.End);
      if (!(name === "" ? isIdentifierStart(point) : isIdentifierPart(point))) {
        if (escaped || name === "") return undefined;
        break;
      }
      name += String.fromCodePoint(point);
      at += escaped ? 6 : point > 0xffff ? 2 : 1;
    }
    this.pos = at;
    return name;
  }

  #unicodeEscape(at: number): number {
    const digits = this.text.slice(at + 2, at + 6);
    return this.codeAt(at + 1) === 117 && /^[0-9a-f]{4}$/i.test(digits)
      ? Number.parseInt(digits, 16)
      : Code.End;
  }

  /** Where the run of characters ends that no token of JSON5 holds, from `at`: at white space or punctuation. */
  wordEnd(at: number): number {
    while (
      at < this.end &&
      !endsWord(this.text.charCodeAt(at), this.text, at)
    ) {
      const code = this.text.charCodeAt(at);
      if (
        code === Code.DoubleQuote ||
        code === Code.SingleQuote ||
        code === Code.Equals
      )
        break;
      if (
        code === Code.OpenBrace ||
        code === Code.OpenBracket ||
        code === Code.Semicolon
      )
        break;
      at++;
    }
    return at;
  }

  /** The text from `start` to `pos` as a span. */
  from(start: number): { offset: number; length: number } {
    return spanBetween(start, this.pos);
  }
}

/** What may stand right behind a string's closing quote in undamaged text. */
function endsString(code: number): boolean {
  if (code === Code.Comma || code === Code.Colon || code <= Code.Space)
    return true;
  if (
    code === Code.CloseBrace ||
    code === Code.CloseBracket ||
    code === Code.Slash
  )
    return true;
  return code === Code.DoubleQuote || code === Code.SingleQuote || code >= 0x80;
}

/** Whether a number or word may end before this code unit. */
function endsWord(code: number, text: string, at: number): boolean {
  if (
    code === Code.Comma ||
    code === Code.CloseBrace ||
    code === Code.CloseBracket ||
    code === Code.Colon ||
    code === Code.Semicolon
  )
    return true;
  if (code === Code.Slash) {
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : Code.End;
    return second === Code.Slash || second === Code.Asterisk;
  }
  return code === Code.End || isWhiteSpace(code);
}
