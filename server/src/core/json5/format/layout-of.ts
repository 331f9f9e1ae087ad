import { hasLineBreak } from "../edits/surroundings.ts";
import type { Token } from "./tokens.ts";

/** What a gap should be: `lines` line breaks and an indentation, or else `space`. */
export interface Gap {
  readonly lines: number;
  readonly depth: number;
  readonly space: "" | " ";
}

/**
 * The gap wanted before each token; undefined where formatting has no say. A container whose first child stands on a
 * later line than its bracket is spread over lines, any other stays on its line unless something in it breaks lines.
 */
export function layoutOf(
  text: string,
  tokens: readonly Token[],
): (Gap | undefined)[] {
  const gaps: (Gap | undefined)[] = [];
  /** The containers around: whether each is spread over lines. */
  const spread: boolean[] = [];
  const wide = spreadOpeners(text, tokens);
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (token.kind === "close" && spread.length > 0) {
      const was = spread.pop() === true;
      gaps.push(beforeCloser(previous, was, spread.length, text, token));
      continue;
    }
    gaps.push(beforeOther(text, token, previous, spread));
    if (token.kind === "open") spread.push(wide.has(index));
  }
  return gaps;
}

/** The opening brackets whose content is spread over lines. */
function spreadOpeners(text: string, tokens: readonly Token[]): Set<number> {
  const wide = new Set<number>();
  const open: { index: number; wide: boolean }[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const breaks =
      before !== undefined &&
      (before.kind === "line" ||
        hasLineBreak(text, before.offset + before.length, token.offset));
    const top = open.at(-1);
    if (top && breaks && token.kind !== "close") top.wide = true;
    if (token.kind === "line" && top) top.wide = true;
    if (token.kind === "open") open.push({ index, wide: false });
    if (token.kind === "close") {
      const closed = open.pop();
      // A container with a spread one in it is spread itself only where it was written so.
      if (closed?.wide) wide.add(closed.index);
    }
  }
  for (const { index, wide: isWide } of open) if (isWide) wide.add(index);
  return wide;
}

const newLine = (depth: number, lines = 1): Gap => ({
  lines,
  depth,
  space: "",
});
const blank: Gap = { lines: 0, depth: 0, space: " " };
const nothing: Gap = { lines: 0, depth: 0, space: "" };

function beforeCloser(
  previous: Token | undefined,
  spread: boolean,
  depth: number,
  text: string,
  token: Token,
): Gap {
  if (previous?.kind === "line") return newLine(depth);
  if (previous?.kind === "open") return nothing;
  if (spread) return newLine(depth);
  return text.charAt(token.offset) === "}" || previous?.kind === "block"
    ? blank
    : nothing;
}

function beforeOther(
  text: string,
  token: Token,
  previous: Token | undefined,
  spread: readonly boolean[],
): Gap | undefined {
  const depth = spread.length;
  if (!previous) return nothing;
  const breaks = breaksBetween(text, previous, token);
  if (token.kind === "unknown" || previous.kind === "unknown") return undefined;
  if (previous.kind === "line")
    return newLine(depth, Math.min(2, Math.max(1, breaks)));
  const isComment = token.kind === "line" || token.kind === "block";
  if (isComment || previous.kind === "block") {
    if (breaks > 0) return newLine(depth, Math.min(2, breaks));
    if (token.kind === "comma") return nothing;
    return spread.at(-1) === true &&
      previous.kind === "open" &&
      token.kind === "block"
      ? newLine(depth)
      : blank;
  }
  if (token.kind === "comma" || token.kind === "colon") return nothing;
  if (previous.kind === "colon") return blank;
  if (depth === 0) return newLine(0);
  if (spread.at(-1) === true)
    return newLine(
      depth,
      previous.kind === "open" ? 1 : Math.min(2, Math.max(1, breaks)),
    );
  return previous.kind === "open" && text.charAt(previous.offset) === "["
    ? nothing
    : blank;
}

/** Line breaks between two tokens. */
function breaksBetween(text: string, previous: Token, token: Token): number {
  const gap = text.slice(previous.offset + previous.length, token.offset);
  return gap.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
}
