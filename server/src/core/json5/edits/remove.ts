import { endOf } from "../../text/span.ts";
import type { Edit, Json5Document, Node } from "../nodes.ts";
import { indentOfLine } from "../style.ts";
import {
  afterLineEnd,
  atLineEnd,
  blanksBefore,
  commaBehind,
  commentEndingAt,
  commentText,
  commentsBetween,
  contentEnd,
  contentStart,
  hasOpener,
  nextToken,
  skipBlanks,
  skipSpace,
  spaceBefore,
  startsLine,
} from "./surroundings.ts";

/** A stretch of the text to take out. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/** What goes with a removed child because the caller takes it elsewhere: comments from one offset to another. */
export interface Taken {
  /** At most the child's start: where the comments above it begin. */
  readonly from: number;
  /** At least the end of the child's comma: where the comments behind it end. */
  readonly through: number;
}

/**
 * Edits that remove a property or an array element with its comma. Comments in it stay where they were, on lines of
 * their own; so do those around it, except for those in `taken`.
 */
export function removalEdits(
  document: Json5Document,
  node: Node,
  taken?: Taken,
): Edit[] {
  const container = node.parent;
  const siblings = container?.children;
  if (!container || !siblings) return [];
  const index = siblings.indexOf(node);
  const comma = commaBehind(document, node);
  const start = taken?.from ?? node.offset;
  const end = taken?.through ?? (comma < 0 ? endOf(node) : comma + 1);
  const previous = siblings[index - 1];
  const edits: Edit[] = [];
  // Without a comma behind it, the last child's goes with it: the file's habit is to have none there.
  let before = previous ? commaBehind(document, previous) : -1;
  const isLast = index === siblings.length - 1 && comma < 0;
  if (!isLast || nextToken(document, before + 1) !== node.offset) before = -1;
  // Without an opening bracket the first child is what shows that there is a container.
  const opener =
    index > 0 || hasOpener(document, container)
      ? ""
      : container.type === "object"
        ? "{"
        : "[";
  const comments = taken ? [] : commentsBetween(document, start, end);
  if (comments.length > 0) {
    if (before >= 0) edits.push({ offset: before, length: 1, content: "" });
    edits.push({
      offset: start,
      length: end - start,
      content: opener + commentLines(document, node, comments, end),
    });
    return edits;
  }
  const gap = gapOf(document, container, { start, end }, before);
  if (before >= 0 && before < gap.start)
    edits.push({ offset: before, length: 1, content: "" });
  edits.push({
    offset: gap.start,
    length: gap.end - gap.start,
    content: opener,
  });
  return edits;
}

/** The comments of a removed child, as they stand in its place. */
function commentLines(
  document: Json5Document,
  node: Node,
  comments: ReturnType<typeof commentsBetween>,
  end: number,
): string {
  const { text } = document;
  const texts = comments.map((comment) => commentText(document, comment));
  const endsInLine = comments.at(-1)?.kind === "line";
  const oneLine =
    !comments.some((comment) => comment.kind === "line") &&
    !startsLine(text, node.offset);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lineBreak = eol + indentOfLine(text, node.offset);
  const follows = !atLineEnd(text, skipBlanks(text, end));
  return (
    texts.join(oneLine ? " " : lineBreak) +
    (follows && endsInLine ? lineBreak : "")
  );
}

/** What to take out with a child's own text so that neither empty lines nor double spaces stay behind. */
function gapOf(
  document: Json5Document,
  container: Node,
  { start, end }: Gap,
  commaBefore: number,
): Gap {
  const { text } = document;
  const first = contentStart(document, container);
  const stop = contentEnd(document, container);
  // The only thing in its container.
  if (spaceBefore(text, start) <= first && skipSpace(text, end) >= stop)
    return { start: Math.min(first, start), end: Math.max(stop, end) };
  const lineEnd = skipBlanks(text, end);
  if (startsLine(text, start)) {
    const lineStart = blanksBefore(text, start);
    if (atLineEnd(text, lineEnd)) {
      // At the end of the text there may be no line end behind; then the one before goes.
      return lineEnd < text.length
        ? withBlankLine(text, first, stop, {
            start: lineStart,
            end: afterLineEnd(text, lineEnd),
          })
        : { start: spaceBefore(text, lineStart), end: lineEnd };
    }
    if (lineEnd === stop) return { start: beforeGap(document, start), end };
    return { start, end: lineEnd };
  }
  if (
    commaBefore >= 0 &&
    commentsBetween(document, commaBefore, start).length === 0
  )
    return { start: commaBefore, end };
  if (atLineEnd(text, lineEnd))
    return { start: blanksBefore(text, start), end };
  if (lineEnd === stop) return { start: beforeGap(document, start), end };
  return { start, end: lineEnd };
}

/** The same whole lines with an empty one more, where one on both sides, or one at a bracket, would stay behind. */
function withBlankLine(
  text: string,
  first: number,
  stop: number,
  lines: Gap,
): Gap {
  const { start, end } = lines;
  const next = skipBlanks(text, end);
  const hasBlankBehind = next < text.length && atLineEnd(text, next);
  const breakAt = text.startsWith("\r\n", start - 2) ? start - 2 : start - 1;
  const hasBlankBefore = breakAt >= 0 && startsLine(text, breakAt);
  if (hasBlankBehind && (hasBlankBefore || spaceBefore(text, start) <= first))
    return { start, end: afterLineEnd(text, next) };
  if (hasBlankBefore && skipSpace(text, end) >= stop)
    return { start: blanksBefore(text, breakAt), end };
  return lines;
}

/** Where the white space before an offset begins, unless a line comment ends there: its line end must stay. */
function beforeGap(document: Json5Document, offset: number): number {
  const start = spaceBefore(document.text, offset);
  return commentEndingAt(document, start)?.kind === "line" ? offset : start;
}
