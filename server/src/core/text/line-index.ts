/** A place as LSP counts it: line and UTF-16 character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and lines of one text. Lines end at CR LF, LF or CR, as in LSP. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;
  /** The line found last: whoever goes through a text asks for the same one or the next. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10))
        this.#starts.push(at + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The place of an offset; offsets outside the text give its first or last place, those in a line break its line's end. */
  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#lineOf(within);
    this.#last = line;
    const start = this.#starts[line] ?? 0;
    return { line, character: Math.min(within, this.lineEnd(line)) - start };
  }

  #lineOf(offset: number): number {
    const starts = this.#starts;
    for (let line = this.#last; line < this.#last + 3; line++) {
      const start = starts[line];
      if (start === undefined || start > offset) break;
      if (offset < (starts[line + 1] ?? Infinity)) return line;
    }
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The offset of a place; characters past the line's end give that end. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#starts[position.line];
    if (start === undefined) return this.#text.length;
    return Math.min(
      start + Math.max(0, position.character),
      this.lineEnd(position.line),
    );
  }

  /** The offset where the line's text ends, before its line break. */
  lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    const start = this.#starts[line] ?? this.#text.length;
    while (
      end > start &&
      (this.#text.charCodeAt(end - 1) === 10 ||
        this.#text.charCodeAt(end - 1) === 13)
    )
      end--;
    return end;
  }
}
