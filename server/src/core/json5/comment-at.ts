import { endOf } from "../text/span.ts";
import type { Json5Document } from "./nodes.ts";

/** The index of the comment that an offset lies in, its end included; -1 outside of comments. Comments stand in text order. */
export function commentIndexAt(
  { comments }: Json5Document,
  offset: number,
): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((comments[middle]?.offset ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  const comment = comments[low - 1];
  return comment === undefined || offset > endOf(comment) ? -1 : low - 1;
}
