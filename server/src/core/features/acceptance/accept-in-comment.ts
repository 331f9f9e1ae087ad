import { styleOf } from "../../json5/style.ts";
import type { Edit } from "../../json5/nodes.ts";
import type { FileEdits } from "../../config/fix.ts";
import { applyEdits } from "../../text/edit.ts";
import { LineIndex } from "../../text/line-index.ts";
import type { Analysis } from "../analysis.ts";
import type { Problem } from "../problem.ts";
import {
  acceptsOnly,
  type Decision,
  type Refused,
} from "./acceptance-proof.ts";

/** Edits that accept a risk, tried on a copy. */
export interface AcceptingEdits {
  readonly edits: readonly FileEdits[];
}

/**
 * Accepts a problem by a comment: on the line before it, in that line's indentation, or at the line's end where no line can
 * be put before. Whether it accepts this problem and no other is tried on a copy.
 */
export function acceptInComment(
  analysis: Analysis,
  problem: Problem,
  decision: Decision,
): AcceptingEdits | Refused {
  const { file, offset } = problem.place;
  const document = analysis.resolved.documentOf(file);
  if (document === undefined) return { refused: "The file cannot be edited." };
  const { text } = document;
  const lines = new LineIndex(text);
  const { line } = lines.positionAt(offset);
  const start = lines.offsetAt({ line, character: 0 });
  const indent = /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
  const comment = commentFor(problem, decision);
  const before: Edit = {
    // A byte order mark stays first.
    offset: start === 0 && text.startsWith("\uFEFF") ? 1 : start,
    length: 0,
    content: `${indent}${comment}${styleOf(document).eol}`,
  };
  const behind: Edit = {
    offset: lines.lineEnd(line),
    length: 0,
    content: ` ${comment}`,
  };
  let refused: Refused | undefined;
  for (const edit of [before, behind]) {
    const texts = new Map([[file, applyEdits(text, [edit])]]);
    const verdict = acceptsOnly(
      analysis,
      analysis.withTexts(texts),
      problem,
      "comment",
    );
    if (verdict === "yes") return { edits: [{ file, edits: [edit] }] };
    refused ??= verdict;
  }
  return refused ?? { refused: "No comment can stand there." };
}

/** The comment as it is written; it quotes nothing of the config. */
const commentFor = ({ code }: Problem, { reason, until }: Decision): string =>
  `// clawdbot-ignore ${code}${until === undefined ? "" : ` until ${until}`}: ${reason}`;
