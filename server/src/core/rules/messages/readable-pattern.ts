import type { Lookup } from "../../config/config-view.ts";

/** Longer patterns are not tried: what one may cost grows with its length. */
const longest = 200;

/** A mention pattern that is written out and short enough to be tried. */
export const readablePattern = (lookup: Lookup): string | undefined =>
  lookup.state === "set" &&
  typeof lookup.value === "string" &&
  lookup.value.length <= longest
    ? lookup.value
    : undefined;
