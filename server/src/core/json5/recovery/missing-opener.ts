/** Objects and arrays that begin without their opening bracket. */
import { Code } from "../characters.ts";
import { lineBreakBetween } from "../damaged-words.ts";
import { containerAround, endUnclosed } from "../layout.ts";
import type { Parser } from "../parser.ts";
import * as say from "../syntax-messages.ts";
import { PropertyNode } from "../tree.ts";
import type { ContainerNode, ScalarNode } from "../tree.ts";
import { isQuote, separatorAt, withoutValue } from "./steps.ts";

/**
 * A key where a value was expected, with its colon still to be read: either a value is missing before it, or an
 * opening brace, or the array at hand was never closed.
 */
export function keyWhereValue(parser: Parser, key: ScalarNode): void {
  const { here, property } = parser;
  parser.next();
  const colon = parser.pos;
  const found = separatorAt(parser, colon);
  parser.pos += found.length;
  if (property) {
    if (property.colonOffset >= 0 && isNewSibling(parser, property, key)) {
      withoutValue(parser, property);
    } else {
      parser.problems.push(say.missingOpener("object", key.offset, key.length));
      parser.open("object", key.offset);
    }
  } else if (here?.type === "array") {
    const around = containerAround(here);
    if (
      around?.type === "object" &&
      endsArrayBefore(parser, here, key.offset)
    ) {
      endUnclosed(parser, here);
    } else {
      parser.problems.push(say.missingOpener("object", key.offset, key.length));
      parser.open("object", key.offset);
    }
  } else if (!here) {
    parser.problems.push(say.missingOpener("object", key.offset, key.length));
    parser.open("object", key.offset);
  }
  if (found !== ":")
    parser.problems.push(say.wrongSeparator(found, colon, ":"));
  parser.beginProperty(key, colon);
}

/** Whether the key stands on a later line than the property, no further right: typing stopped before the value. */
function isNewSibling(
  parser: Parser,
  property: PropertyNode,
  key: ScalarNode,
): boolean {
  if (!lineBreakBetween(parser, property.offset, key.offset)) return false;
  return column(parser, key.offset) <= column(parser, property.offset);
}

/** The column of an offset. */
const column = (parser: Parser, offset: number): number =>
  offset - parser.lineStartAt(offset);

/** Whether a key in an array belongs to the object around it, rather than to an element that lost its brace. */
function endsArrayBefore(
  parser: Parser,
  array: ContainerNode,
  offset: number,
): boolean {
  const { last } = parser;
  if (!last) return false;
  if (parser.layout?.startsLine(offset))
    return (
      parser.layout.indentAt(offset) <= parser.layout.indentAt(array.offset)
    );
  if (last.type !== "object") return true;
  return (
    lineBreakBetween(parser, array.offset, offset) &&
    column(parser, offset) < column(parser, last.offset)
  );
}

/**
 * Whether a string that no colon follows, where a key should be, goes on a list that lost its opening bracket, as in
 * `deny: "exec", "browser"]`. Looks 300 characters ahead.
 */
export function lacksArray(parser: Parser, key: ScalarNode): boolean {
  if (!valueOfType(parser.last, "string")) return false;
  if (!isQuote(parser.codeAt(key.offset))) return false;
  const ahead = parser.text.slice(parser.pos, parser.pos + 300);
  return /^(?:\s*,\s*(?:"[^"\n]*"|'[^'\n]*'|[\w.+-]+))*\s*(?:,\s*)?\]/.test(
    ahead,
  );
}

/**
 * Whether the `]` at `pos` ends a list that began, without its bracket, at the value of the property read last: both
 * stand on one line of an object over several, or the bracket's line is indented as the property's.
 */
export function endsListWithoutOpener({
  here,
  last,
  layout,
  pos,
}: Parser): boolean {
  if (!layout || here?.type !== "object") return false;
  if (!(last instanceof PropertyNode)) return false;
  const [, value] = last.children;
  if (value === undefined || value.type === "array") return false;
  const line = layout.lineOf(pos);
  if (layout.lineOf(here.offset) === line) return false;
  if (!layout.startsLine(pos)) return layout.lineOf(last.offset) === line;
  return (
    layout.startsLine(last.offset) &&
    layout.indentAt(last.offset) === layout.indentAt(pos) &&
    layout.indentAt(here.offset) < layout.indentAt(pos)
  );
}

/**
 * Whether the closer at `pos`, right where the property's value should be, ends an empty container that lost its other
 * bracket, as in `deny: ],`: it does not fit otherwise, or would end an object over several lines in a line's middle. On a single line it is tried.
 */
export function endsNothingElse(parser: Parser, code: number): boolean {
  const { here, layout, pos, property } = parser;
  if (!here || !property || property.colonOffset < 0) return false;
  if (lineBreakBetween(parser, property.colonOffset, pos)) return false;
  if (code === Code.CloseBracket && containerAround(here)?.type !== "array")
    return true;
  return (
    layout !== undefined &&
    (layout.isOneLine || layout.lineOf(here.offset) !== layout.lineOf(pos))
  );
}

/** Turns the value of a property into the first element of an array whose opening bracket is missing. */
export function openArrayAround(parser: Parser, property: unknown): void {
  if (!(property instanceof PropertyNode)) return;
  const [key, value] = property.children;
  if (!key || !value) return;
  parser.problems.push(
    say.missingOpener(
      "array",
      value.offset,
      value.type === "object" ? 1 : value.length,
    ),
  );
  property.children = [key];
  parser.property = property;
  parser.open("array", value.offset);
  if (value.type !== "property" && parser.here) value.parent = parser.here;
  parser.pending[parser.top++] = value;
}

/** Whether a child is a property with a value of that type. */
export const valueOfType = (
  child: unknown,
  type: "string" | "object",
): boolean => child instanceof PropertyNode && child.children[1]?.type === type;
