import { endOf } from "../../text/span.ts";
import { keyNameOf } from "../navigate.ts";
import type { Edit, Json5Document, Node } from "../nodes.ts";
import { indentOfLine } from "../style.ts";
import type { Style } from "../style.ts";
import { commentsAbove } from "./surroundings.ts";
import { keyText, rawIn, RawValue, render } from "./render.ts";
import type { NewValue } from "./render.ts";
import {
  atLineEnd,
  commaBehind,
  commentEndingAt,
  commentsBetween,
  contentEnd,
  contentStart,
  hasClearEnd,
  hasCloser,
  hasLineBreak,
  hasOpener,
  nextToken,
  sameLineCommentsEnd,
  skipBlanks,
  spaceBefore,
  startsLine,
} from "./surroundings.ts";

/** A child to be: its key (none in an array) and its value. */
export interface NewChild {
  readonly key: string | undefined;
  readonly value: NewValue;
}

/** Edits that make a child the `index`-th of a container. */
export function insertionEdits(
  document: Json5Document,
  container: Node,
  index: number,
  child: NewChild,
  fileStyle: Style,
): Edit[] {
  const children = container.children ?? [];
  const previous = children[index - 1];
  const next = children[index];
  const style = besideStyle(document, previous ?? next, fileStyle);
  if (isDamagedBetween(document, container, previous, next)) {
    // Where keys have no order that matters, a new one rather stands where nothing is wrong.
    const anchor = next ?? (child.key === undefined ? undefined : previous);
    if (anchor) return beforeChild(document, anchor, child, style);
    if (!previous) return behindOpener(document, container, child, style);
  }
  if (previous)
    return afterChild(document, container, previous, next, child, style);
  if (next) return beforeFirst(document, container, next, child, style);
  return intoEmpty(document, container, child, style);
}

/** The file's style, but that an element is spread over lines if the one beside it is. */
function besideStyle(
  { text }: Json5Document,
  sibling: Node | undefined,
  style: Style,
): Style {
  if (!sibling?.children?.length || sibling.type === "property") return style;
  const multiLine = hasLineBreak(text, sibling.offset, endOf(sibling));
  return { ...style, multiLine };
}

/** Whether more than comments and a comma stands between two children, or the first one's text has no clear end. */
function isDamagedBetween(
  document: Json5Document,
  container: Node,
  previous: Node | undefined,
  next: Node | undefined,
): boolean {
  if (document.problems.length === 0) return false;
  if (previous && !hasClearEnd(document, previous)) return true;
  const comma = previous ? commaBehind(document, previous) : -1;
  const start = previous
    ? Math.max(comma + 1, endOf(previous))
    : contentStart(document, container);
  const end = next?.offset ?? contentEnd(document, container);
  return nextToken(document, start) < end;
}

/** Before a child and the comments directly above it. */
function beforeChild(
  document: Json5Document,
  next: Node,
  child: NewChild,
  style: Style,
): Edit[] {
  const { text } = document;
  if (!startsLine(text, next.offset) && !needsLines(child)) {
    const content = `${inline(child, style)},${style.padding}`;
    return [{ offset: next.offset, length: 0, content }];
  }
  const offset = commentsAbove(document, next)[0]?.offset ?? next.offset;
  const indent = indentOfLine(text, offset);
  const content = onLines(child, style, indent, true) + style.eol + indent;
  return [{ offset, length: 0, content }];
}

/** First thing in a container whose content is damage alone. */
function behindOpener(
  document: Json5Document,
  container: Node,
  child: NewChild,
  style: Style,
): Edit[] {
  const offset = contentStart(document, container);
  if (!needsLines(child)) {
    const content = `${style.padding}${inline(child, style)},`;
    return [{ offset, length: 0, content }];
  }
  const outer = indentOfLine(document.text, container.offset);
  const indent = outer + style.indent;
  const content =
    style.eol +
    indent +
    onLines(child, style, indent, true) +
    style.eol +
    indent;
  return [{ offset, length: 0, content }];
}

/**
 * Where an object takes a new key: behind the nearest key that the order puts before it, else before the nearest
 * that it puts after. Without an order, sorted keys stay sorted, and others grow at their end.
 */
export function placeOf(
  object: Node,
  key: string,
  order: readonly string[] | undefined,
): number {
  const names = (object.children ?? []).map((child) => keyNameOf(child) ?? "");
  const rank = order?.indexOf(key) ?? -1;
  if (order && rank >= 0) {
    const ranks = names.map((name) => order.indexOf(name));
    const before = nearest(
      ranks,
      (other) => other >= 0 && other < rank,
      Math.max,
    );
    if (before >= 0) return before + 1;
    const after = nearest(ranks, (other) => other > rank, Math.min);
    return after >= 0 ? after : names.length;
  }
  const sorted =
    names.length > 2 &&
    names.every((name, at) => at === 0 || (names[at - 1] ?? "") < name);
  const place = sorted ? names.findIndex((name) => name > key) : -1;
  return place < 0 ? names.length : place;
}

/** The index whose rank is best among those that qualify; -1 when none does. */
function nearest(
  ranks: readonly number[],
  qualifies: (rank: number) => boolean,
  better: (a: number, b: number) => number,
): number {
  let best = -1;
  for (const [index, rank] of ranks.entries()) {
    if (!qualifies(rank)) continue;
    const standing = ranks[best];
    if (standing === undefined || better(standing, rank) === rank) best = index;
  }
  return best;
}

/** Longer lines are not written where objects usually stand on one. */
const mostOnLine = 100;

/** A child's text for lines of its own, comments that come with it included; it starts behind the indentation. */
function onLines(
  child: NewChild,
  style: Style,
  indent: string,
  comma: boolean,
): string {
  const raw = child.value instanceof RawValue ? child.value : undefined;
  const above = (raw?.above ?? [])
    .map((comment) => comment + style.eol + indent)
    .join("");
  const behind = (raw?.behind ?? []).map((comment) => ` ${comment}`).join("");
  const key = keyText(child.key, child.value, style);
  const flat = style.multiLine ? "" : render(child.value, style, false, indent);
  const isFlat = flat !== "" && (indent + key + flat).length <= mostOnLine;
  const value = isFlat ? flat : render(child.value, style, true, indent);
  return `${above}${key}${value}${comma ? "," : ""}${behind}`;
}

/** Whether a child cannot stand on a shared line, for a line comment comes with it. */
function needsLines(child: NewChild): boolean {
  const raw = rawIn(child.value);
  return (
    raw !== undefined &&
    (raw.above.length + raw.behind.length > 0 || /[\n\r]|\/\//.test(raw.text))
  );
}

const inline = (child: NewChild, style: Style): string =>
  keyText(child.key, child.value, style) +
  render(child.value, style, false, "");

function afterChild(
  document: Json5Document,
  container: Node,
  previous: Node,
  next: Node | undefined,
  child: NewChild,
  style: Style,
): Edit[] {
  const { text } = document;
  const comma = commaBehind(document, previous);
  const tokenEnd = comma < 0 ? endOf(previous) : comma + 1;
  const lineEnd = sameLineCommentsEnd(document, tokenEnd);
  const limit = next?.offset ?? contentEnd(document, container);
  const spread =
    needsLines(child) ||
    (next
      ? hasLineBreak(text, lineEnd, limit)
      : hasLineBreak(text, container.offset, previous.offset) ||
        (!hasOpener(document, container) && startsLine(text, previous.offset)));
  const edits: Edit[] =
    comma < 0 ? [{ offset: tokenEnd, length: 0, content: "," }] : [];
  const follows = comma >= 0 || next !== undefined;
  if (!spread) {
    const at =
      lineEnd > tokenEnd && commentEndingAt(document, lineEnd)?.kind === "block"
        ? lineEnd
        : tokenEnd;
    return [
      ...edits,
      {
        offset: at,
        length: 0,
        content: ` ${inline(child, style)}${follows ? "," : ""}`,
      },
    ].map((edit) =>
      style.padding === "" && edit.content.startsWith(" ")
        ? { ...edit, content: edit.content.slice(1) }
        : edit,
    );
  }
  const indent = childIndent(document, container, style);
  const rest = skipBlanks(text, lineEnd);
  // Text that means nothing stays on the line of the child it follows: on one of its own it might mean something.
  const isStray = rest !== limit && nextToken(document, rest) === rest;
  const tail =
    atLineEnd(text, rest) || (isStray && !endsInLineComment(child))
      ? ""
      : style.eol +
        (rest === contentEnd(document, container)
          ? indentOfLine(text, container.offset)
          : indent);
  const ownTail =
    tail !== "" && rest === limit && !endsInLineComment(child) && !next
      ? tailFor(document, container, child, tail)
      : tail;
  const content =
    style.eol + indent + onLines(child, style, indent, follows) + ownTail;
  return [
    ...edits,
    { offset: lineEnd, length: ownTail === "" ? 0 : rest - lineEnd, content },
  ];
}

/** A closing bracket that shared the last child's line goes on sharing it. */
const tailFor = (
  document: Json5Document,
  container: Node,
  child: NewChild,
  tail: string,
): string =>
  hasLineBreak(
    document.text,
    container.offset,
    contentEnd(document, container),
  ) && !needsLines(child)
    ? ""
    : tail;

const endsInLineComment = (child: NewChild): boolean =>
  child.value instanceof RawValue &&
  child.value.behind.at(-1)?.startsWith("/*") === false;

function beforeFirst(
  document: Json5Document,
  container: Node,
  next: Node,
  child: NewChild,
  style: Style,
): Edit[] {
  const { text } = document;
  const start = contentStart(document, container);
  const lineEnd = sameLineCommentsEnd(document, start);
  if (!needsLines(child) && !hasLineBreak(text, start, next.offset)) {
    return [
      {
        offset: next.offset,
        length: 0,
        content: `${inline(child, style)},${style.padding}`,
      },
    ];
  }
  const indent = childIndent(document, container, style);
  const rest = skipBlanks(text, lineEnd);
  const tail = atLineEnd(text, rest) ? "" : style.eol + indent;
  const content =
    style.eol + indent + onLines(child, style, indent, true) + tail;
  return [
    { offset: lineEnd, length: tail === "" ? 0 : rest - lineEnd, content },
  ];
}

function intoEmpty(
  document: Json5Document,
  container: Node,
  child: NewChild,
  style: Style,
): Edit[] {
  const { text } = document;
  const start = contentStart(document, container);
  const end = contentEnd(document, container);
  const outer = indentOfLine(text, container.offset);
  const indent = outer + style.indent;
  const comments = commentsBetween(document, start, end);
  const last = comments.at(-1);
  const closing = hasCloser(document, container) ? style.eol + outer : "";
  if (last) {
    const from = endOf(last);
    const lineIndent = startsLine(text, last.offset)
      ? indentOfLine(text, last.offset)
      : indent;
    const content =
      style.eol +
      lineIndent +
      onLines(child, style, lineIndent, style.trailingComma) +
      closing;
    return [{ offset: from, length: end - from, content }];
  }
  const spread =
    needsLines(child) ||
    hasLineBreak(text, start, end) ||
    (container.type === "object"
      ? style.multiLine
      : typeof child.value === "object" &&
        child.value !== null &&
        style.multiLine);
  const content = spread
    ? style.eol +
      indent +
      onLines(child, style, indent, style.trailingComma) +
      closing
    : container.type === "object"
      ? style.padding +
        inline(child, style) +
        (closing === "" ? "" : style.padding)
      : inline(child, style);
  return [{ offset: start, length: end - start, content }];
}

/** The indentation of a container's children: the first one's that begins its line, else one level more than its own. */
function childIndent(
  document: Json5Document,
  container: Node,
  style: Style,
): string {
  const { text } = document;
  for (const child of (container.children ?? []).slice(0, 20)) {
    if (startsLine(text, child.offset))
      return text.slice(lineStartOf(text, child.offset), child.offset);
  }
  return indentOfLine(text, container.offset) + style.indent;
}

function lineStartOf(text: string, at: number): number {
  const space = spaceBefore(text, at);
  const breakAt = Math.max(
    text.lastIndexOf("\n", at - 1),
    text.lastIndexOf("\r", at - 1),
  );
  return Math.max(space, breakAt + 1);
}
