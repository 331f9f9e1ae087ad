import type { Fix } from "../../config/fix.ts";
import type { Edit, Json5Document } from "../../json5/nodes.ts";
import { endOf, type Span } from "../../text/span.ts";
import {
  usualSeverityOf,
  type LintProblemCode,
} from "../lint-problem-kinds.ts";
import type { Problem } from "../problem.ts";
import { isDay, isPast } from "./calendar.ts";
import {
  meantCode,
  notAcceptable,
  noSuchProblem,
  shortened,
  standingOf,
} from "./codes.ts";
import { removeCode, removeComment, replaceWord } from "./comment-edits.ts";
import type { SuppressionComment, Word } from "./suppression-comments.ts";

/** A suppression comment in its file. */
export interface PlacedSuppression {
  readonly file: string;
  readonly document: Json5Document;
  readonly suppression: SuppressionComment;
}

/** Why a comment has no effect, whatever its codes are. */
type Fault = "reason" | "date" | "expired";

/** Whether a code in a comment is obeyed. */
export const isInForce = (
  { reason, until }: SuppressionComment,
  code: Word,
  today: string,
): boolean =>
  faultOf(reason, until?.text, today) === undefined &&
  standingOf(code.text) === "acceptable";

function faultOf(
  reason: string,
  until: string | undefined,
  today: string,
): Fault | undefined {
  if (reason === "") return "reason";
  if (until === undefined) return undefined;
  if (!isDay(until)) return "date";
  return isPast(until, today) ? "expired" : undefined;
}

/** What is wrong with a comment whatever it is about. Each code is told of once. */
export function commentProblems(
  placed: PlacedSuppression,
  today: string,
): readonly Problem[] {
  const { suppression } = placed;
  const { codes, reason, until, comment } = suppression;
  if (codes.length === 0)
    return [
      problem(
        placed,
        "lint.missing_code",
        comment,
        "This comment names no problem, so it accepts none",
        [removal(placed)],
      ),
    ];
  const found = codes.flatMap((code) => codeProblems(placed, code));
  const fault = faultOf(reason, until?.text, today);
  if (fault === "reason")
    found.push(
      problem(
        placed,
        "lint.missing_reason",
        comment,
        "Say why behind a colon; without a reason nothing is accepted",
        [removal(placed)],
      ),
    );
  if (fault === "date" && until !== undefined)
    found.push(
      problem(
        placed,
        "lint.invalid_date",
        until,
        until.text === ""
          ? "The day is missing; write it as YYYY-MM-DD"
          : `${shortened(until.text)} is no day; write one as YYYY-MM-DD`,
        [],
      ),
    );
  if (fault === "expired" && until !== undefined)
    found.push(
      problem(
        placed,
        "lint.expired_suppression",
        until,
        `The risk was accepted until ${until.text}; the comment has no effect any more`,
        [removal(placed)],
      ),
    );
  return found;
}

function codeProblems(placed: PlacedSuppression, code: Word): Problem[] {
  switch (standingOf(code.text)) {
    case "acceptable":
      return [];
    case "unknown": {
      const meant = meantCode(code.text);
      return [
        problem(placed, "lint.unknown_code", code, noSuchProblem(code.text), [
          ...(meant === undefined || standingOf(meant) !== "acceptable"
            ? []
            : [
                rewriting(
                  placed,
                  `Change to ${meant}`,
                  replaceWord(code, meant),
                  true,
                ),
              ]),
          codeRemoval(placed, code),
        ]),
      ];
    }
    case "verdict":
    case "own":
      return [
        problem(placed, "lint.cannot_accept", code, notAcceptable(code.text), [
          codeRemoval(placed, code),
        ]),
      ];
  }
}

/** A code that is obeyed, yet no problem of the line has it. */
export const unusedCode = (
  placed: PlacedSuppression,
  code: Word,
  isAboutLine: boolean,
): Problem =>
  problem(
    placed,
    "lint.unused_suppression",
    code,
    isAboutLine
      ? `The line that this comment is about has no problem ${code.text}`
      : `This comment accepts ${code.text}, but no setting follows it`,
    [codeRemoval(placed, code)],
  );

function problem(
  { file, document, suppression }: PlacedSuppression,
  code: LintProblemCode,
  at: Span,
  message: string,
  fixes: readonly Fix[],
): Problem {
  const { comment } = suppression;
  return {
    code,
    effect: "note",
    severity: usualSeverityOf(code),
    path: [],
    place: { file, offset: at.offset, length: at.length },
    message,
    related: [],
    fixes,
    // The comment's own words: it stays the same comment when lines are inserted above it.
    element: `${document.text.slice(at.offset, endOf(at))} in ${document.text.slice(comment.offset, endOf(comment))}`,
  };
}

/** What hides a problem, or no longer does, is looked at by a person: never `safe`. */
const rewriting = (
  { file, suppression }: PlacedSuppression,
  title: string,
  edit: Edit,
  preferred: boolean,
): Fix => ({
  title,
  safety: "review",
  ...(preferred ? { preferred } : {}),
  edits: [{ file, edits: [edit] }],
  comment: { file, ...suppression.comment },
});

const removal = (placed: PlacedSuppression): Fix =>
  rewriting(
    placed,
    "Remove the comment",
    removeComment(placed.document, placed.suppression),
    false,
  );

const codeRemoval = (placed: PlacedSuppression, code: Word): Fix =>
  placed.suppression.codes.length === 1
    ? removal(placed)
    : rewriting(
        placed,
        `Remove ${code.text} from the comment`,
        removeCode(placed.document, placed.suppression, code),
        false,
      );
