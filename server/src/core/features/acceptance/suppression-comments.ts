import { blanksBefore, nextToken } from "../../json5/edits/surroundings.ts";
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
  const body = whole
    .slice(match[0].length)
    .replace(comment.kind === "block" ? /[\s*]*\*\/$/ : /\s+$/, "");
  const colon = body.indexOf(":");
  const head = colon < 0 ? body : body.slice(0, colon);
  const words = Array.from(head.matchAll(/[^\s,]+/g), (word): Word => ({
    text: word[0],
    offset: comment.offset + match[0].length + word.index,
    length: word[0].length,
  }));
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

/** A text that may go over several lines of a block comment. */
const onOneLine = (text: string): string =>
  text.replace(/\s*[\r\n\u2028\u2029][\s*]*/g, " ").trim();

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
  if (!mayHaveSuppressions(document.text)) return undefined;
  const index = document.comments.findIndex(
    (each) => each.offset < offset && offset <= endOf(each),
  );
  return readSuppression(document, index);
}

/**
 * The line whose problems a comment is about: its own when something else stands on it, else the next, further comments in
 * between left out. Undefined when a blank line or the end of the text follows.
 */
export function lineAbout(
  document: Json5Document,
  { comment, index: own }: SuppressionComment,
  lines: LineIndex,
): number | undefined {
  const first = lines.positionAt(comment.offset).line;
  const lineStart = lines.offsetAt({ line: first, character: 0 });
  if (isPreceded(document, own, lineStart)) return first;
  const { text, comments } = document;
  let at = endOf(comment);
  let line = lines.positionAt(at).line;
  const token = nextToken(document, at);
  if (token >= text.length) return undefined;
  for (let index = own + 1; ; index++) {
    const next = Math.min(comments[index]?.offset ?? token, token);
    const found = lines.positionAt(next).line;
    if (found > line + 1) return undefined;
    if (next === token) return found;
    at = endOf(comments[index] ?? comment);
    line = lines.positionAt(at).line;
  }
}

/** Whether anything but comments stands before a comment on its line. */
function isPreceded(
  { text, comments }: Json5Document,
  own: number,
  lineStart: number,
): boolean {
  let at = comments[own]?.offset ?? 0;
  for (let index = own; ; index--) {
    at = blanksBefore(text, at);
    if (at <= lineStart) return false;
    const previous = comments[index - 1];
    if (previous === undefined || endOf(previous) !== at) return true;
    at = previous.offset;
  }
}
