import { commentIndexAt } from "../../json5/comment-at.ts";
import { keyNodeOf, pathOf, valueNodeOf } from "../../json5/navigate.ts";
import type { Json5Document, JSONPath, Node } from "../../json5/nodes.ts";
import { endOf, spanTouches, type Span } from "../../text/span.ts";

/** What could be written at an offset, and which text it would take the place of. */
export interface CursorPlace {
  readonly kind: "key" | "value";
  /** Of the object that gets the key, or of the value itself. */
  readonly path: JSONPath;
  /** The token under the cursor; empty between tokens. Its line holds the cursor. */
  readonly span: Span;
  /** The object or array around; undefined for the value of the whole text. */
  readonly container: Node | undefined;
  /** Whether a colon stands behind the key already, so that the name alone is wanted. */
  readonly hasColon: boolean;
  /** Where a comma is missing before what is inserted. */
  readonly commaBefore: number | undefined;
  /** Whether a neighbour follows without a comma. */
  readonly commaAfter: boolean;
}

/** Where the cursor stands in a text, however broken; undefined in comments and where nothing can be written. */
export function cursorPlace(
  document: Json5Document,
  offset: number,
): CursorPlace | undefined {
  if (isInComment(document, offset)) return undefined;
  const { root, text } = document;
  if (root === undefined) {
    return /\S/.test(withoutComments(document, 0, text.length))
      ? undefined
      : wholeText(offset);
  }
  const container = containerAt(document, root, offset);
  if (container === undefined) return undefined;
  return container.type === "object"
    ? inObject(document, container, offset)
    : inArray(document, container, offset);
}

const wholeText = (offset: number): CursorPlace => ({
  kind: "value",
  path: [],
  span: { offset, length: 0 },
  container: undefined,
  hasColon: false,
  commaBefore: undefined,
  commaAfter: false,
});

function isInComment(document: Json5Document, offset: number): boolean {
  const comment = document.comments[commentIndexAt(document, offset)];
  if (comment === undefined) return false;
  if (comment.kind === "line" || offset < endOf(comment)) return true;
  return !document.text.startsWith("*/", endOf(comment) - 2);
}

/** The text between two offsets, comments as blanks; short where the cursor is, as it reaches to a neighbour only. */
function withoutComments(
  { text, comments }: Json5Document,
  start: number,
  end: number,
): string {
  let result = text.slice(start, end);
  if (!/[/#]/.test(result)) return result;
  for (const comment of comments) {
    if (comment.offset < start || comment.offset >= end) continue;
    const at = comment.offset - start;
    const length = Math.min(comment.length, result.length - at);
    result =
      result.slice(0, at) + " ".repeat(length) + result.slice(at + length);
  }
  return result;
}

const isContainer = (node: Node): boolean =>
  node.type === "object" || node.type === "array";

/** Whether a container's own bracket closes it; a damaged one ends with its last child. */
function isClosed(text: string, node: Node): boolean {
  const last = node.children?.at(-1);
  const end = endOf(node);
  return (
    node.length > 1 &&
    text[end - 1] === (node.type === "object" ? "}" : "]") &&
    (last === undefined || endOf(last) < end)
  );
}

/** The innermost container that the offset lies in; one that is never closed reaches as far as its neighbours let it. */
function containerAt(
  document: Json5Document,
  root: Node,
  offset: number,
): Node | undefined {
  const { text } = document;
  const reaches = (node: Node): boolean => {
    if (!isContainer(node) || offset <= node.offset) return false;
    if (isClosed(text, node)) return offset < endOf(node);
    return (
      offset <= endOf(node) ||
      /^[\s,]*$/.test(withoutComments(document, endOf(node), offset))
    );
  };
  if (!reaches(root)) return undefined;
  let container = root;
  for (;;) {
    const child = lastBefore(container, offset);
    const inner = child?.type === "property" ? valueNodeOf(child) : child;
    if (inner === undefined || !reaches(inner)) return container;
    container = inner;
  }
}

const indexAfter = (children: readonly Node[], offset: number): number => {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((children[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

const lastBefore = (container: Node, offset: number): Node | undefined =>
  container.children?.[indexAfter(container.children, offset) - 1];

/** The place of something new, or of the token that stands there, between two children of a container. */
function between(
  document: Json5Document,
  span: Span,
  previous: Node | undefined,
  next: Node | undefined,
): Pick<CursorPlace, "commaBefore" | "commaAfter"> {
  const isMissing = (start: number, end: number): boolean =>
    !withoutComments(document, start, end).includes(",");
  return {
    commaBefore:
      previous !== undefined && isMissing(endOf(previous), span.offset)
        ? endOf(previous)
        : undefined,
    commaAfter: next !== undefined && isMissing(endOf(span), next.offset),
  };
}

function inObject(
  document: Json5Document,
  object: Node,
  offset: number,
): CursorPlace | undefined {
  const children = object.children ?? [];
  const index = indexAfter(children, offset) - 1;
  const property = children[index];
  const key = property && keyNodeOf(property);
  if (property !== undefined && key !== undefined) {
    if (spanTouches(key, offset))
      return keyPlace(document, object, key, index, hasColon(property));
    if (hasColon(property) && offset > (property.colonOffset ?? -1)) {
      const place = valuePlace(document, object, property, index, offset);
      if (place !== "behind") return place;
    } else if (!/[\r\n,]/.test(document.text.slice(endOf(key), offset))) {
      // Between a key and the colon it still needs.
      return undefined;
    }
  }
  const span = { offset, length: 0 };
  return {
    kind: "key",
    path: pathOf(object),
    span,
    container: object,
    hasColon: false,
    ...between(document, span, property, children[index + 1]),
  };
}

const hasColon = (property: Node): boolean => (property.colonOffset ?? -1) >= 0;

const keyPlace = (
  document: Json5Document,
  object: Node,
  key: Node,
  index: number,
  colon: boolean,
): CursorPlace => ({
  kind: "key",
  path: pathOf(object),
  span: { offset: key.offset, length: key.length },
  container: object,
  hasColon: colon,
  ...between(
    document,
    key,
    object.children?.[index - 1],
    colon ? undefined : object.children?.[index + 1],
  ),
});

function valuePlace(
  document: Json5Document,
  object: Node,
  property: Node,
  index: number,
  offset: number,
): CursorPlace | undefined | "behind" {
  const value = valueNodeOf(property);
  const next = object.children?.[index + 1];
  const place = (span: Span): CursorPlace => ({
    kind: "value",
    path: pathOf(property),
    span,
    container: object,
    hasColon: true,
    commaBefore: undefined,
    commaAfter: between(document, span, undefined, next).commaAfter,
  });
  if (value === undefined) {
    const colon = (property.colonOffset ?? 0) + 1;
    return /^\s*$/.test(withoutComments(document, colon, offset))
      ? place({ offset, length: 0 })
      : "behind";
  }
  if (offset < value.offset) return undefined;
  if (isContainer(value)) {
    return offset === value.offset ? undefined : "behind";
  }
  return spanTouches(value, offset) ? place(tokenOf(value)) : "behind";
}

const tokenOf = ({ offset, length }: Node): Span => ({ offset, length });

function inArray(
  document: Json5Document,
  array: Node,
  offset: number,
): CursorPlace | undefined {
  const children = array.children ?? [];
  const index = indexAfter(children, offset) - 1;
  const item = children[index];
  const isInItem = item !== undefined && spanTouches(item, offset);
  if (isInItem && isContainer(item) && offset === item.offset) return undefined;
  const token = isInItem && !isContainer(item) ? item : undefined;
  const span = token === undefined ? { offset, length: 0 } : tokenOf(token);
  return {
    kind: "value",
    path: [...pathOf(array), token === undefined ? index + 1 : index],
    span,
    container: array,
    hasColon: false,
    ...between(
      document,
      span,
      token === undefined ? item : children[index - 1],
      children[index + 1],
    ),
  };
}
