/** The second look at edits of broken text, where one bracket less may give everything behind it another meaning. */
import { valueOf } from "../navigate.ts";
import type { Json5Document } from "../nodes.ts";
import { isSame } from "../values.ts";
import { commentText } from "./surroundings.ts";
import { changed } from "./tree-change.ts";
import type { TreeChange } from "./tree-change.ts";

/** Whether no edit brought a problem that was not there before. */
export const hasNoNewProblem = (
  before: Json5Document,
  after: Json5Document,
): boolean => isPartOf(codesOf(after), codesOf(before));

/** Whether a change made of one text what it means, and lost no comment. */
export function isAsMeant(
  before: Json5Document,
  change: TreeChange,
  after: Json5Document,
): boolean {
  const wanted = changed(before.root && valueOf(before.root), change);
  const found = after.root && valueOf(after.root);
  return (
    isSame(wanted, found) && isPartOf(commentsOf(before), commentsOf(after))
  );
}

/** Whether two texts are taken for the same: values, problems and comments. */
export const isReadAlike = (a: Json5Document, b: Json5Document): boolean =>
  isSame(a.root && valueOf(a.root), b.root && valueOf(b.root)) &&
  codesOf(a).join() === codesOf(b).join() &&
  commentsOf(a).join() === commentsOf(b).join();

const codesOf = ({ problems }: Json5Document): string[] =>
  problems.map(({ code }) => code);

const commentsOf = (document: Json5Document): string[] =>
  document.comments.map((comment) => commentText(document, comment).trimEnd());

/** Whether all of the first are in the second, as often. */
function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const each of whole) left.set(each, (left.get(each) ?? 0) + 1);
  for (const each of part) {
    const count = left.get(each) ?? 0;
    if (count === 0) return false;
    left.set(each, count - 1);
  }
  return true;
}
