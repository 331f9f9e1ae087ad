import { applyEdits } from "./edit.ts";
import type { Edit } from "./edit.ts";

/** A stretch of the original text, or new text. */
type Piece =
  | { readonly start: number; readonly end: number; readonly added?: never }
  | { readonly added: string };

const lengthOf = (piece: Piece): number =>
  piece.added === undefined ? piece.end - piece.start : piece.added.length;

/** Composes edits: each list refers to the text the lists before it made, the result to the original. */
export class Pieces {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ start: 0, end: original.length }];
  }

  /** Carries out edits on the text as it is now; they are in text order and do not overlap. */
  apply(edits: readonly Edit[]): void {
    const next: Piece[] = [];
    let index = 0;
    let within = 0;
    let at = 0;
    const advance = (to: number, keep: boolean): void => {
      for (
        let piece = this.#pieces[index];
        piece && at < to;
        piece = this.#pieces[index]
      ) {
        const take = Math.min(to - at, lengthOf(piece) - within);
        if (keep && take > 0) next.push(part(piece, within, take));
        at += take;
        within += take;
        if (within < lengthOf(piece)) break;
        index++;
        within = 0;
      }
    };
    for (const edit of edits) {
      advance(edit.offset, true);
      advance(edit.offset + edit.length, false);
      if (edit.content !== "") next.push({ added: edit.content });
    }
    advance(Infinity, true);
    this.#pieces = next;
  }

  /**
   * The edits that make the text of now out of the original: in text order, none of them replaces text by itself. None
   * at all when the text is the original again, for edits at several places may undo each other together.
   */
  edits(): Edit[] {
    const edits = this.#differences();
    return edits.length > 1 &&
      applyEdits(this.#original, edits) === this.#original
      ? []
      : edits;
  }

  #differences(): Edit[] {
    const edits: Edit[] = [];
    let offset = 0;
    let content = "";
    const flush = (to: number): void => {
      const edit = trimmed(this.#original, {
        offset,
        length: to - offset,
        content,
      });
      if (edit.length > 0 || edit.content !== "") edits.push(edit);
      content = "";
    };
    for (const piece of this.#pieces) {
      if (piece.added === undefined) {
        if (piece.start > offset || content !== "") flush(piece.start);
        offset = piece.end;
      } else {
        content += piece.added;
      }
    }
    flush(this.#original.length);
    return edits;
  }
}

function part(piece: Piece, from: number, length: number): Piece {
  return piece.added === undefined
    ? { start: piece.start + from, end: piece.start + from + length }
    : { added: piece.added.slice(from, from + length) };
}

/** The edit without what it would replace by itself, at either end. Surrogate pairs stay whole. */
function trimmed(text: string, { offset, length, content }: Edit): Edit {
  const most = Math.min(length, content.length);
  let head = 0;
  while (
    head < most &&
    text.charCodeAt(offset + head) === content.charCodeAt(head)
  )
    head++;
  if (head > 0 && isHighSurrogate(content.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    text.charCodeAt(offset + length - tail - 1) ===
      content.charCodeAt(content.length - tail - 1)
  )
    tail++;
  if (tail > 0 && isLowSurrogate(content.charCodeAt(content.length - tail)))
    tail--;
  return {
    offset: offset + head,
    length: length - head - tail,
    content: content.slice(head, content.length - tail),
  };
}

const isHighSurrogate = (code: number): boolean =>
  code >= 0xd800 && code < 0xdc00;
const isLowSurrogate = (code: number): boolean =>
  code >= 0xdc00 && code < 0xe000;
