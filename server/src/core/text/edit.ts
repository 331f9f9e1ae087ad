import type { Edit } from "jsonc-parser";

export type { Edit };

/**
 * The text with every edit carried out.
 *
 * Edits refer to the text as it was, in any order, and must not overlap; of two insertions at one place the
 * first in the list comes first. Throws a RangeError on overlapping edits, which is always our bug.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, rank) => ({ edit, rank }));
  ordered.sort(
    (a, b) =>
      a.edit.offset - b.edit.offset ||
      a.edit.length - b.edit.length ||
      a.rank - b.rank,
  );
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.offset < at || edit.offset + edit.length > text.length) {
      throw new RangeError(
        `edit at ${edit.offset}+${edit.length} overlaps another or leaves the text`,
      );
    }
    result += text.slice(at, edit.offset) + edit.content;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}
