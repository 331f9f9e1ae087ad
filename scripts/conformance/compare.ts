import {
  withDots,
  type RecordedAnswer,
  type RecordedIssue,
  type RecordedStart,
  type RecordedVerdict,
} from "./recorded-verdict.ts";
import type { ConfigNode } from "../../server/src/core/config/config-node.ts";
import type { ResolvedConfig } from "../../server/src/core/config/resolve-config.ts";
import type { Problem } from "../../server/src/core/features/problem.ts";

const joined = (path: readonly (string | number)[]): string =>
  path.map(String).join(".");

const isAtOrBelow = (path: string, base: string): boolean =>
  base === "" || path === base || path.startsWith(`${base}.`);

/** Whether a problem of ours stands where the release complains: at the place, or nearer to the fault. */
export function isAt(
  problem: Problem,
  issue: RecordedIssue,
  rootFile: string,
): boolean {
  const path = joined(problem.path);
  switch (issue.stage) {
    case "syntax":
      return problem.code.startsWith("syntax.");
    case "include":
      // Of a broken included file it says only that it is broken.
      return (
        problem.code.startsWith("config.include") ||
        (problem.code.startsWith("syntax.") && problem.place.file !== rootFile)
      );
    case "variable":
      return (
        problem.code === "config.env_unset" && path === withDots(issue.path)
      );
    case "unread":
    case "legacy":
    case "content":
      break;
  }
  if (issue.keys === undefined) return isAtOrBelow(path, issue.path);
  return issue.keys.some((key) =>
    isAtOrBelow(path, issue.path === "" ? key : `${issue.path}.${key}`),
  );
}

/** The places of an issue that have to have a problem of ours each. */
const placesOf = (issue: RecordedIssue): readonly RecordedIssue[] =>
  issue.keys?.map((key) => ({ ...issue, keys: [key] })) ?? [issue];

const said = (issue: RecordedIssue): string =>
  `${issue.stage} "${issue.path}"${issue.keys === undefined ? "" : ` ${JSON.stringify(issue.keys)}`}`;

/** What the release complains about and we do not. */
export const missed = (
  answer: RecordedAnswer,
  refused: readonly Problem[],
  rootFile: string,
): readonly string[] =>
  answer.issues
    .flatMap(placesOf)
    .filter(
      (issue) => !refused.some((problem) => isAt(problem, issue, rootFile)),
    )
    .map(said);

/** What we refuse and the release does not, not even once it has got past what it tells first. */
export function invented(
  verdict: RecordedVerdict,
  answers: readonly RecordedAnswer[],
  refused: readonly Problem[],
  { file, root }: ResolvedConfig,
): readonly string[] {
  const told = [...answers.flatMap(({ issues }) => issues), ...verdict.later];
  return refused
    .filter(
      (problem) =>
        !told.some((issue) => isAt(problem, issue, file)) &&
        !isNamedAlone(problem, root?.find(problem.path), verdict),
    )
    .map(({ code, path }) => `${code} "${joined(path)}"`);
}

/** It names one unset variable at a time, and the first place of it: does it name this one when that alone is missing? */
const isNamedAlone = (
  { code }: Problem,
  node: ConfigNode | undefined,
  { variables }: RecordedVerdict,
): boolean =>
  code === "config.env_unset" &&
  (node?.template?.names.some((name) => Object.hasOwn(variables, name)) ??
    false);

const ownStates = ["unset", "token", "password", "both"] as const;

const startOf = (
  { starts }: RecordedAnswer,
  state: keyof RecordedStart,
): boolean | undefined => (typeof starts === "object" ? starts[state] : starts);

/** One word for several answers; null where they differ. */
function agreed(starts: readonly (boolean | undefined)[]): boolean | null {
  if (starts.every((start) => start === true)) return true;
  return starts.every((start) => start !== true) ? false : null;
}

/** Whether the gateway starts, as far as can be said when every value of the recorded ones is possible. */
export function expectedStart(
  verdict: RecordedVerdict,
  state: keyof RecordedStart | "unknown",
): boolean | null {
  const accepted = verdict.given.filter((answer) => answer.accepted);
  const states = state === "unknown" ? ownStates : [state];
  if (accepted.length === 0) return false;
  return agreed(
    accepted.flatMap((answer) => states.map((each) => startOf(answer, each))),
  );
}
