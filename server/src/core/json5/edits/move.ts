import { endOf } from "../../text/span.ts";
import { keyNameOf, keyNodeOf, valueNodeOf, walk } from "../navigate.ts";
import type { Comment, Edit, Json5Document, Node } from "../nodes.ts";
import { removalEdits } from "./remove.ts";
import { indentOfLine } from "../style.ts";
import { type MovedLines, RawValue } from "./render.ts";
import {
  atLineEnd,
  commaBehind,
  commentsAbove,
  commentText,
  commentsBetween,
  sameLineCommentsEnd,
  skipBlanks,
} from "./surroundings.ts";

/**
 * What a move takes along: the value's text, and the comments attached to its property, which are those on its line
 * behind it and the block directly above it, without a blank line in between; with the edits that take them out.
 */
export function takeForMove(
  document: Json5Document,
  child: Node,
): { value: RawValue; edits: readonly Edit[] } | undefined {
  const { text } = document;
  const value = child.type === "property" ? valueNodeOf(child) : child;
  if (!value) return undefined;
  const key = keyNodeOf(child);
  const name = keyNameOf(child);
  const above = commentsAbove(document, child);
  const comma = commaBehind(document, child);
  const end = comma < 0 ? endOf(child) : comma + 1;
  const lineEnd = sameLineCommentsEnd(document, end);
  // Behind an inline child stand the next one's comments, not its own.
  const isLast = atLineEnd(text, skipBlanks(text, lineEnd));
  const behind = isLast ? commentsBetween(document, end, lineEnd) : [];
  const within = [
    ...commentsBetween(document, child.offset, value.offset),
    ...commentsBetween(document, endOf(value), end),
  ];
  const texts = (comments: readonly Comment[]): string[] =>
    comments.map((comment) => commentText(document, comment));
  const raw = new RawValue(
    text.slice(value.offset, endOf(value)),
    [...texts(above), ...texts(within)],
    texts(behind),
    key && name !== undefined
      ? { name, text: text.slice(key.offset, endOf(key)) }
      : undefined,
    linesOf(document, value),
  );
  const edits = removalEdits(document, child, {
    from: above[0]?.offset ?? child.offset,
    through: behind.length > 0 ? lineEnd : end,
  });
  return { value: raw, edits };
}

/** The lines of a value; a line that begins within a string belongs to the string and stays as it is. */
function linesOf({ text }: Json5Document, value: Node): MovedLines {
  const end = endOf(value);
  const strings = [...walk(value)].filter(({ type }) => type === "string");
  const starts: number[] = [];
  let next = 0;
  for (let at = value.offset; at < end; at++) {
    if (text[at] !== "\n") continue;
    for (
      let string = strings[next];
      string !== undefined && endOf(string) <= at;
      string = strings[next]
    )
      next += 1;
    if ((strings[next]?.offset ?? end) > at) starts.push(at + 1 - value.offset);
  }
  return { indent: indentOfLine(text, value.offset), starts };
}
