import { endOf } from "../../text/span.ts";
import { valueOf } from "../navigate.ts";
import { isSame } from "../values.ts";
import type { Edit, Json5Document, Node } from "../nodes.ts";
import { indentOfLine } from "../style.ts";
import type { Style } from "../style.ts";
import { RawValue, render, WrappedValue } from "./render.ts";
import type { NewValue } from "./render.ts";
import {
  atLineEnd,
  commentText,
  commentsBetween,
  hasLineBreak,
  skipBlanks,
  spaceBefore,
} from "./surroundings.ts";

/** Edits that put a value in a node's place. Comments inside a replaced container come before the new value. */
export function replacementEdits(
  document: Json5Document,
  node: Node,
  value: NewValue,
  style: Style,
): Edit[] {
  const { text } = document;
  if (
    !(value instanceof RawValue) &&
    !(value instanceof WrappedValue) &&
    isSame(valueOf(node), value)
  )
    return [];
  const opening = text.charAt(node.offset);
  const quote = opening === "'" || opening === '"' ? opening : style.quote;
  const indent = indentOfLine(text, node.offset);
  const lines =
    node.children && node.children.length > 0
      ? hasLineBreak(text, node.offset, endOf(node))
      : style.multiLine;
  const comments = commentsBetween(document, node.offset, endOf(node));
  const kept = comments.map(
    (comment) =>
      commentText(document, comment) +
      (comment.kind === "line" ? style.eol + indent : " "),
  );
  const content =
    kept.join("") + render(value, { ...style, quote }, lines, indent);
  // In broken text words may touch: they must not become one.
  const before = joins(text, node.offset, content.charAt(0)) ? " " : "";
  const after = joins(text, endOf(node) + 1, content.charAt(content.length - 1))
    ? " "
    : "";
  return [
    {
      offset: node.offset,
      length: node.length,
      content: before + content + after,
    },
  ];
}

/** Whether a new neighbour of the character before an offset would make one word with it. */
const joins = (text: string, offset: number, neighbour: string): boolean =>
  /[\w$.+-]/.test(neighbour) && /[^\s,:{}[\]/]/.test(text.charAt(offset - 1));

/** Edits that give a property the value that its text lacks. */
export function valueOfProperty(
  document: Json5Document,
  property: Node,
  value: NewValue,
  style: Style,
): Edit[] {
  const colon = property.colonOffset ?? -1;
  const at = colon < 0 ? endOf(property) : colon + 1;
  const indent = indentOfLine(document.text, property.offset);
  const raw = value instanceof RawValue ? value : undefined;
  const comments = [...(raw?.above ?? []), ...(raw?.behind ?? [])].map(
    (comment) =>
      comment + (comment.startsWith("/*") ? " " : style.eol + indent),
  );
  const content =
    comments.join("") + render(value, style, style.multiLine, indent);
  // Blanks that wait for the value, as in `a: , b: 2`, go.
  const blanks = skipBlanks(document.text, at);
  const end =
    document.text.charAt(blanks) === "," || atLineEnd(document.text, blanks)
      ? blanks
      : at;
  return [
    {
      offset: at,
      length: end - at,
      content: (colon < 0 ? ":" : "") + style.afterColon + content,
    },
  ];
}

/** Edits that give a text its value when it has none; undefined when other text stands in the way. */
export function rootEdits(
  document: Json5Document,
  value: NewValue,
  style: Style,
): Edit[] | undefined {
  const { text, problems } = document;
  if (problems.some((problem) => problem.code !== "syntax.empty"))
    return undefined;
  const content = render(value, style, style.multiLine, "");
  const blank = text.trim() === "";
  const endsInLine = !hasLineBreak(
    text,
    spaceBefore(text, text.length),
    text.length,
  );
  const separator = !blank && endsInLine ? style.eol : "";
  const start = text.startsWith("\ufeff") ? 1 : 0;
  if (blank)
    return [
      {
        offset: start,
        length: text.length - start,
        content: content + style.eol,
      },
    ];
  return [
    {
      offset: text.length,
      length: 0,
      content: separator + content + style.eol,
    },
  ];
}
