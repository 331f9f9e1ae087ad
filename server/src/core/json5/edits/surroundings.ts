/** What stands around a node: commas, comments, line ends. */
import { endOf } from "../../text/span.ts";
import { valueNodeOf } from "../navigate.ts";
import { Code, isLineEnd, isWhiteSpace } from "../characters.ts";
import type { Comment, Json5Document, Node } from "../nodes.ts";

/** The comments that lie whole between two offsets. */
export function commentsBetween(
  document: Json5Document,
  start: number,
  end: number,
): readonly Comment[] {
  const { comments } = document;
  const first = firstCommentFrom(comments, start);
  let last = first;
  for (
    let comment = comments[last];
    comment && endOf(comment) <= end;
    comment = comments[++last]
  );
  return comments.slice(first, last);
}

function firstCommentFrom(comments: readonly Comment[], start: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((comments[middle]?.offset ?? Infinity) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The comment that ends exactly at an offset. */
export function commentEndingAt(
  document: Json5Document,
  end: number,
): Comment | undefined {
  const comment =
    document.comments[firstCommentFrom(document.comments, end) - 1];
  return comment && endOf(comment) === end ? comment : undefined;
}

export const commentText = (
  document: Json5Document,
  comment: Comment,
): string => document.text.slice(comment.offset, endOf(comment));

/** The offset of the next token from `at`, white space and comments left out; the text's length when there is none. */
export function nextToken(document: Json5Document, at: number): number {
  const { text, comments } = document;
  let index = firstCommentFrom(comments, at);
  let offset = at;
  while (offset < text.length) {
    const comment = comments[index];
    if (comment && comment.offset === offset) {
      offset = endOf(comment);
      index++;
    } else if (isWhiteSpace(text.charCodeAt(offset))) {
      offset++;
    } else {
      break;
    }
  }
  return offset;
}

/** The offset of the comma behind a child, or of a semicolon in its place; -1 when it has none. */
export function commaBehind(document: Json5Document, node: Node): number {
  const at = nextToken(document, endOf(node));
  const code = document.text.charCodeAt(at);
  return code === Code.Comma || code === Code.Semicolon ? at : -1;
}

/** The end of the comments that follow `at` on its line, or `at` itself; further tokens in between end the search. */
export function sameLineCommentsEnd(
  document: Json5Document,
  at: number,
): number {
  const { text, comments } = document;
  let end = at;
  let offset = at;
  for (let index = firstCommentFrom(comments, at); offset < text.length;) {
    const comment = comments[index];
    if (comment && comment.offset === offset) {
      if (spansLines(document, comment)) return end;
      end = offset = endOf(comment);
      index++;
    } else if (isBlank(text.charCodeAt(offset))) {
      offset++;
    } else {
      break;
    }
  }
  return end;
}

const spansLines = (document: Json5Document, comment: Comment): boolean =>
  hasLineBreak(document.text, comment.offset, endOf(comment));

/** White space that ends no line. */
const isBlank = (code: number): boolean =>
  isWhiteSpace(code) && !isLineEnd(code);

export function skipBlanks(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && isBlank(text.charCodeAt(offset))) offset++;
  return offset;
}

export function skipSpace(text: string, at: number): number {
  let offset = at;
  while (offset < text.length && isWhiteSpace(text.charCodeAt(offset)))
    offset++;
  return offset;
}

/** Where the white space before `at` begins, on its line. */
export function blanksBefore(text: string, at: number): number {
  let offset = at;
  while (offset > 0 && isBlank(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

/** Where all white space before `at` begins. */
export function spaceBefore(text: string, at: number): number {
  let offset = at;
  while (offset > 0 && isWhiteSpace(text.charCodeAt(offset - 1))) offset--;
  return offset;
}

export const atLineEnd = (text: string, at: number): boolean =>
  at >= text.length || isLineEnd(text.charCodeAt(at));

/** Whether only white space stands before `at` on its line. */
export function startsLine(text: string, at: number): boolean {
  const before = blanksBefore(text, at);
  return before === 0 || isLineEnd(text.charCodeAt(before - 1));
}

/** The offset behind the line end at `at`. */
export const afterLineEnd = (text: string, at: number): number =>
  text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length);

export function hasLineBreak(
  text: string,
  start: number,
  end: number,
): boolean {
  for (let at = start; at < end; at++)
    if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

/** Where a container's content ends: at its closing bracket, or at its end when that is missing. */
export function contentEnd(document: Json5Document, container: Node): number {
  const end = endOf(container);
  return hasCloser(document, container) ? end - 1 : end;
}

export function hasCloser(document: Json5Document, container: Node): boolean {
  const end = endOf(container);
  const last = container.children?.at(-1);
  const from = last ? endOf(last) : contentStart(document, container);
  return (
    end > from &&
    document.text.charAt(end - 1) === (container.type === "object" ? "}" : "]")
  );
}

/** Whether nothing that ends where the node ends lacks its closing bracket, or its value. */
export function hasClearEnd(document: Json5Document, node: Node): boolean {
  for (let last: Node | undefined = node; last; last = last.children?.at(-1)) {
    if (last.type === "property") {
      if (valueNodeOf(last) === undefined) return false;
    } else if (last.type === "object" || last.type === "array") {
      return hasCloser(document, last);
    }
  }
  return true;
}

/** Where a container's content begins: behind its opening bracket, or at its start when that is missing. */
export function contentStart(document: Json5Document, container: Node): number {
  if (!hasOpener(document, container)) return container.offset;
  let start = container.offset + 1;
  if (container.type === "array" || document.problems.length === 0)
    return start;
  // Opening brackets too many, as in `{{ a: 1 }`, are behind one.
  const first = container.children?.[0]?.offset ?? endOf(container);
  for (;;) {
    const at = nextToken(document, start);
    if (at >= first || !/[{[]/.test(document.text.charAt(at))) return start;
    start = at + 1;
  }
}

export const hasOpener = (
  { text }: Json5Document,
  { type, offset, children }: Node,
): boolean =>
  text.charAt(offset) === (type === "object" ? "{" : "[") &&
  children?.[0]?.offset !== offset;

/** The comments on the lines directly above a child, in text order. */
export function commentsAbove(document: Json5Document, child: Node): Comment[] {
  const { text } = document;
  const found: Comment[] = [];
  let at = child.offset;
  while (startsLine(text, at)) {
    const lineStart = blanksBefore(text, at);
    const breakStart = text.startsWith("\r\n", lineStart - 2)
      ? lineStart - 2
      : lineStart - 1;
    const comment =
      breakStart < 0
        ? undefined
        : commentEndingAt(document, blanksBefore(text, breakStart));
    if (!comment || !startsLine(text, comment.offset)) break;
    found.unshift(comment);
    at = comment.offset;
  }
  return found;
}
