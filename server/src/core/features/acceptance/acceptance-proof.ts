import { sameValue } from "../../config/change-values.ts";
import type { Analysis } from "../analysis.ts";
import { identityOf, type Problem, type Suppression } from "../problem.ts";
import { isDay, isPast } from "./calendar.ts";

/** What the owner says when a risk is accepted. */
export interface Decision {
  /** On one line. */
  readonly reason: string;
  /** The last day, as YYYY-MM-DD; for ever without it. */
  readonly until?: string;
}

/** Why something is not done, as a sentence for the person who asked. */
export interface Refused {
  readonly refused: string;
}

/** Takes what a person typed; a text that will not do is refused in words. */
export function readDecision(
  reason: string,
  until: string | undefined,
  today: string,
): Decision | Refused {
  const plain = reason.replace(/\s+/g, " ").trim();
  if (plain === "") return { refused: "A reason is needed." };
  if (until === undefined || until === "") return { reason: plain };
  if (!isDay(until))
    return { refused: `${until} is no day; write one as YYYY-MM-DD.` };
  return isPast(until, today)
    ? { refused: `${until} is past.` }
    : { reason: plain, until };
}

/** Whether on a copy exactly one problem is accepted that was not before, and nothing else is different. */
export function acceptsOnly(
  before: Analysis,
  after: Analysis,
  problem: Problem,
  by: Suppression["by"],
): "yes" | Refused {
  const isAccepted = after.diagnosis.problems.some(
    (other) =>
      other.suppressed?.by === by && identityOf(other) === identityOf(problem),
  );
  if (
    !isAccepted ||
    !sameValue(valueOf(before), valueOf(after)) ||
    shown(after).length > shown(before).length
  )
    return { refused: "It could not be accepted there." };
  const own = kindOf(problem);
  const left = shown(after);
  const gone: string[] = [];
  for (const kind of shown(before)) {
    const at = left.indexOf(kind);
    if (at < 0) gone.push(kind);
    else left.splice(at, 1);
  }
  if (left.length > 0) return { refused: "It could not be accepted there." };
  return gone.every((kind) => kind === own)
    ? "yes"
    : {
        refused:
          by === "comment"
            ? "The comment would accept other problems of the same line, too."
            : "The entry would accept other problems, too.",
      };
}

const valueOf = ({ resolved }: Analysis) => resolved.root?.toValue() ?? null;

/** Places move when a line is put in, so problems are told apart by code and path. */
const kindOf = ({ code, path }: Problem): string =>
  JSON.stringify([code, path]);

const shown = ({ diagnosis }: Analysis): string[] =>
  diagnosis.problems
    .filter(({ suppressed }) => suppressed === undefined)
    .map(kindOf);
