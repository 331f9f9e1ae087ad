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
  nextToken,
  skipBlanks,
  spaceBefore,
  startsLine,
} from "./surroundings.ts";

/** The stretch that a removal takes out, comments in it aside. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits that remove a property or an array element with its comma. Comments in it stay where they were, on lines of
 * their own; so do those around it. With `through`, everything up to that offset goes, comments too: the caller takes
 * them elsewhere.
 */
export function removalEdits(
  document: Json5Document,
  node: Node,
  through?: number,
): Edit[] {
  const container = node.parent;
  const siblings = container?.children;
  if (!container || !siblings) return [];
  const index = siblings.indexOf(node);
  const comma = commaBehind(document, node);
  const end = through ?? (comma < 0 ? endOf(node) : comma + 1);
  const previous = siblings[index - 1];
  const edits: Edit[] = [];
  // Without a comma behind it, the last child's goes with it: the file's habit is to have none there.
  let before = previous ? commaBehind(document, previous) : -1;
  if (comma >= 0 || before > node.offset) before = -1;
  const comments =
    through === undefined ? commentsBetween(document, node.offset, end) : [];
  if (comments.length > 0) {
    if (before >= 0) edits.push({ offset: before, length: 1, content: "" });
    edits.push({
      offset: node.offset,
      length: end - node.offset,
      content: commentLines(document, node, comments, end),
    });
    return edits;
  }
  const gap = gapOf(
    document,
    node,
    end,
    siblings.length === 1 ? container : undefined,
    before,
  );
  if (before >= 0 && before < gap.start)
    edits.push({ offset: before, length: 1, content: "" });
  edits.push({ offset: gap.start, length: gap.end - gap.start, content: "" });
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

/** What to take out so that neither empty lines nor double spaces stay behind. */
function gapOf(
  document: Json5Document,
  node: Node,
  end: number,
  onlyChildOf: Node | undefined,
  commaBefore: number,
): Gap {
  const { text } = document;
  if (onlyChildOf) {
    const start = contentStart(document, onlyChildOf);
    const stop = contentEnd(document, onlyChildOf);
    const alone =
      spaceBefore(text, node.offset) <= start &&
      nextToken(document, end) >= stop;
    if (alone && commentsBetween(document, start, stop).length === 0)
      return { start, end: stop };
  }
  const lineEnd = skipBlanks(text, end);
  if (startsLine(text, node.offset)) {
    const start = blanksBefore(text, node.offset);
    if (atLineEnd(text, lineEnd)) {
      // At the end of the text there may be no line end behind; then the one before goes.
      return lineEnd < text.length
        ? { start, end: afterLineEnd(text, lineEnd) }
        : { start: spaceBefore(text, start), end: lineEnd };
    }
    if (lineEnd === contentEndOf(document, node))
      return { start: beforeGap(document, node), end };
    return { start: node.offset, end: lineEnd };
  }
  if (
    commaBefore >= 0 &&
    commentsBetween(document, commaBefore, node.offset).length === 0
  )
    return { start: commaBefore, end };
  if (atLineEnd(text, lineEnd))
    return { start: blanksBefore(text, node.offset), end };
  if (lineEnd === contentEndOf(document, node))
    return { start: beforeGap(document, node), end };
  return { start: node.offset, end: lineEnd };
}

const contentEndOf = (document: Json5Document, node: Node): number =>
  node.parent ? contentEnd(document, node.parent) : document.text.length;

/** Where the white space before a node begins, unless a line comment ends there: its line end must stay. */
function beforeGap(document: Json5Document, node: Node): number {
  const start = spaceBefore(document.text, node.offset);
  return commentEndingAt(document, start)?.kind === "line"
    ? node.offset
    : start;
}
