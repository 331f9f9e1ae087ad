import type { Fix } from "../config/fix.ts";
import type { Place } from "../config/resolve-config.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { severities, type Effect, type Severity } from "../rules/rule.ts";

/** Another place that explains a problem. */
export interface RelatedProblemPlace {
  readonly place: Place;
  readonly message: string;
}

/** Why a problem is not shown: its owner accepted the risk. */
export interface Suppression {
  readonly by: "comment" | "file";
  readonly reason: string;
}

/** One problem, whatever found it; the same object in the editor and on the command line. */
export interface Problem {
  readonly code: string;
  /** The real auditor's id, where it has one for this. */
  readonly upstream?: string;
  readonly effect: Effect;
  readonly severity: Severity;
  /** The setting's path in the merged config; of a missing or unknown key, the path of that key. */
  readonly path: JSONPath;
  readonly place: Place;
  readonly message: string;
  readonly related: readonly RelatedProblemPlace[];
  /** What its finder proposes, not yet proved. */
  readonly fixes: readonly Fix[];
  readonly suppressed?: Suppression;
  /** Variables of the program's own that nobody told us about, and that may make the problem go away. */
  readonly hinges?: readonly string[];
  /** Two findings are the same when code, path and this agree: an array item's value, else nothing. */
  readonly element?: string;
  /** About text that makes no setting: it is known by its file and message, as neither a path nor a place outlives an edit. */
  readonly isOfText?: true;
}

/** What neither profile nor settings nor its owner may silence: the program's own verdict. */
export const isVerdict = (effect: Effect): boolean =>
  effect === "refused" || effect === "no-start";

/** Whether `severity` is as bad as `than`, or worse. */
export const isAtLeast = (severity: Severity, than: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(than);

/** The identity of a finding, which outlives edits elsewhere in the file. Items are known by value, not by index. */
export function identityOf(problem: Problem): string {
  if (problem.isOfText === true)
    return JSON.stringify([problem.code, problem.place.file, problem.message]);
  const path =
    problem.element === undefined
      ? problem.path
      : [...problem.path.slice(0, -1), "[]", problem.element];
  return JSON.stringify([problem.code, path]);
}
