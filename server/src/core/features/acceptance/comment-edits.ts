import {
  afterLineEnd,
  atLineEnd,
  blanksBefore,
  skipBlanks,
  startsLine,
} from "../../json5/edits/surroundings.ts";
import type { Edit, Json5Document } from "../../json5/nodes.ts";
import { endOf, spanBetween } from "../../text/span.ts";
import type { SuppressionComment, Word } from "./suppression-comments.ts";

const removal = (start: number, end: number): Edit => ({
  ...spanBetween(start, end),
  content: "",
});

/** Takes a comment out: with its line when it stands alone, else with the blanks that set it apart. */
export function removeComment(
  { text }: Json5Document,
  { comment }: SuppressionComment,
): Edit {
  const start = blanksBefore(text, comment.offset);
  const end = skipBlanks(text, endOf(comment));
  const opens = startsLine(text, comment.offset);
  if (opens && atLineEnd(text, end))
    return removal(start, afterLineEnd(text, end));
  if (opens) return removal(comment.offset, end);
  return removal(start, endOf(comment));
}

/** Takes one code out of a comment; the whole comment when it names no other. */
export function removeCode(
  document: Json5Document,
  suppression: SuppressionComment,
  code: Word,
): Edit {
  const index = suppression.codes.indexOf(code);
  const previous = suppression.codes[index - 1];
  const next = suppression.codes[index + 1];
  if (previous !== undefined) return removal(endOf(previous), endOf(code));
  return next === undefined
    ? removeComment(document, suppression)
    : removal(code.offset, next.offset);
}

/** Writes another word in a comment. */
export const replaceWord = (
  { offset, length }: Word,
  content: string,
): Edit => ({ offset, length, content });
