import { isWhiteSpace } from "../../json5/characters.ts";
import { commentIndexAt } from "../../json5/comment-at.ts";
import { blanksBefore, startsLine } from "../../json5/edits/surroundings.ts";
import type { Comment, Json5Document } from "../../json5/nodes.ts";
import type { LineIndex } from "../../text/line-index.ts";
import { endOf, type Span } from "../../text/span.ts";

/** A word of a comment, and where it stands. */
export interface Word extends Span {
  readonly text: string;
}

/** `clawdbot-ignore CODE[, CODE] [until YYYY-MM-DD]: reason`, as far as it is written. */
export interface SuppressionComment {
  readonly comment: Comment;
  /** Which of the text's comments it is. */
  readonly index: number;
  readonly codes: readonly Word[];
  /** What stands behind "until"; empty when nothing does. */
  readonly until?: Word;
  /** Empty when none is given. */
  readonly reason: string;
}

/** Cheap, for the many texts that have none. */
export const mayHaveSuppressions = (text: string): boolean =>
  text.includes("clawdbot-ignore");

const start = /^\/[/*][/*!\s]*clawdbot-ignore(?![\w-])/;

/** Nobody names more codes than these in one comment, and each is looked up. */
const mostWords = 50;

/** Reads one comment; undefined when it is an ordinary one. */
function readSuppression(
  { text, comments }: Json5Document,
  index: number,
): SuppressionComment | undefined {
  const comment = comments[index];
  if (comment === undefined) return undefined;
  const whole = text.slice(comment.offset, endOf(comment));
  const match = start.exec(whole);
  if (match === null) return undefined;
  const body = whole.slice(
    match[0].length,
    comment.kind === "block" && whole.endsWith("*/") ? -2 : undefined,
  );
  const colon = body.indexOf(":");
  const head = colon < 0 ? body : body.slice(0, colon);
  const words: Word[] = [];
  for (const word of head.matchAll(/[^\s,]+/g)) {
    // A block comment over several lines may begin each with an asterisk.
    if (/^\*+$/.test(word[0])) continue;
    if (words.length === mostWords) break;
    words.push({
      text: word[0],
      offset: comment.offset + match[0].length + word.index,
      length: word[0].length,
    });
  }
  const end = words.findIndex((word) => word.text === "until");
  const until = words[end];
  return {
    comment,
    index,
    codes: end < 0 ? words : words.slice(0, end),
    ...(until === undefined
      ? {}
      : { until: words[end + 1] ?? { ...until, text: "" } }),
    reason: colon < 0 ? "" : onOneLine(body.slice(colon + 1)),
  };
}

/** A text that may go over several lines of a block comment, each of which may begin with asterisks. */
const onOneLine = (text: string): string =>
  text
    .split(/[\r\n\u2028\u2029]/)
    .map((line) => line.trim().replace(/^\*+\s*/, ""))
    .filter((line) => line !== "")
    .join(" ")
    .trim();

/** The suppression comments of a text, in order. */
export const suppressionsIn = (
  document: Json5Document,
): readonly SuppressionComment[] =>
  mayHaveSuppressions(document.text)
    ? document.comments.flatMap(
        (_comment, index) => readSuppression(document, index) ?? [],
      )
    : [];

/** The suppression comment at an offset, its ends included; undefined in other comments and outside. */
export function suppressionAt(
  document: Json5Document,
  offset: number,
): SuppressionComment | undefined {
  // Every hover asks: neither the text nor all of its comments are looked through.
  return readSuppression(document, commentIndexAt(document, offset));
}

/**
 * For each comment of a text, the line that it is about: its own when something else stands on it, else the next, further
 * comments in between left out. Undefined when a blank line or the end of the text follows.
 */
export function linesAbout(
  document: Json5Document,
  lines: LineIndex,
): readonly (number | undefined)[] {
  const { comments } = document;
  const isPreceded = precededComments(document, lines);
  const next: (number | undefined)[] = [];
  // From the last to the first, as a comment is about what the comment behind it is about.
  for (let index = comments.length - 1; index >= 0; index--)
    next[index] = lineBehind(document, index, next[index + 1], lines);
  return comments.map(({ offset }, index) =>
    isPreceded[index] === true ? lines.positionAt(offset).line : next[index],
  );
}

/** The line of what follows a comment, when no blank line lies in between. */
function lineBehind(
  { text, comments }: Json5Document,
  index: number,
  ofNextComment: number | undefined,
  lines: LineIndex,
): number | undefined {
  const end = commentEnd(comments[index]);
  let at = end;
  while (at < text.length && isWhiteSpace(text.charCodeAt(at))) at++;
  if (at >= text.length) return undefined;
  const { line } = lines.positionAt(at);
  if (line > lines.positionAt(end).line + 1) return undefined;
  return comments[index + 1]?.offset === at ? ofNextComment : line;
}

const commentEnd = (comment: Comment | undefined): number =>
  comment === undefined ? 0 : endOf(comment);

/** For each comment, whether anything but comments stands before it on its line. */
function precededComments(
  { text, comments }: Json5Document,
  lines: LineIndex,
): readonly boolean[] {
  const result: boolean[] = [];
  for (const [index, { offset }] of comments.entries()) {
    const previous = comments[index - 1];
    const isBehindComment =
      previous !== undefined &&
      commentEnd(previous) === blanksBefore(text, offset);
    if (startsLine(text, offset)) result.push(false);
    else if (!isBehindComment) result.push(true);
    else
      result.push(
        result[index - 1] === true &&
          lines.positionAt(previous.offset).line ===
            lines.positionAt(offset).line,
      );
  }
  return result;
}
