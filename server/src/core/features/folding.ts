import { walk } from "../json5/navigate.ts";
import type { LineIndex } from "../text/line-index.ts";
import { endOf } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

/** Lines that can be folded away, both counted from 0. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind?: "comment" | "region";
}

const region = /^\/\/\s*#(region|endregion)\b/;

/** What can be folded in the root file: objects, lists, blocks of comments and regions. */
export function foldsOf(
  { resolved }: Analysis,
  lines: LineIndex,
): readonly Fold[] {
  const folds: Fold[] = [];
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const add = (fold: Fold): void => {
    if (fold.endLine > fold.startLine) folds.push(fold);
  };
  for (const node of walk(resolved.document.root)) {
    if (node.type !== "object" && node.type !== "array") continue;
    // The closing bracket stays in sight.
    add({
      startLine: lineOf(node.offset),
      endLine: lineOf(endOf(node) - 1) - 1,
    });
  }
  const open: number[] = [];
  let block: { startLine: number; endLine: number } | undefined;
  const { text, comments } = resolved.document;
  for (const comment of comments) {
    const startLine = lineOf(comment.offset);
    const endLine = lineOf(endOf(comment));
    const mark = region.exec(text.slice(comment.offset, endOf(comment)))?.[1];
    if (mark === "region") open.push(startLine);
    else if (mark === "endregion") {
      const start = open.pop();
      if (start !== undefined)
        add({ startLine: start, endLine: startLine, kind: "region" });
    } else if (
      /\S/.test(
        text.slice(
          lines.offsetAt({ line: startLine, character: 0 }),
          comment.offset,
        ),
      )
    ) {
      // Behind a setting: no line of its own.
    } else if (block !== undefined && block.endLine + 1 === startLine) {
      block.endLine = endLine;
      continue;
    } else {
      if (block !== undefined) add({ ...block, kind: "comment" });
      block = { startLine, endLine };
    }
  }
  if (block !== undefined) add({ ...block, kind: "comment" });
  return folds;
}
