import type { ResolvedConfig } from "../../config/resolve-config.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { LineIndex } from "../../text/line-index.ts";
import type { Problem, Suppression } from "../problem.ts";
import type { AcceptedRisk, CheckSettings } from "../settings.ts";
import { isPast } from "./calendar.ts";
import { currentCode, isAcceptable } from "./codes.ts";
import {
  commentProblems,
  isInForce,
  unusedCode,
  type PlacedSuppression,
} from "./comment-problems.ts";
import {
  linesAbout,
  suppressionsIn,
  type Word,
} from "./suppression-comments.ts";

/** What the owner's word does to the problems of a config. */
export interface Acceptance {
  /** The problems, those that were accepted marked as such. */
  readonly problems: readonly Problem[];
  /** Problems of the suppression comments themselves. */
  readonly about: readonly Problem[];
  /** Entries of the shared configuration that accepted something. */
  readonly used: ReadonlySet<AcceptedRisk>;
}

/** One code of one comment that is obeyed. */
interface ActiveCode {
  readonly placed: PlacedSuppression;
  readonly code: Word;
  /** Undefined when the comment is about no line. */
  readonly line: number | undefined;
}

/**
 * Marks the problems that comments and entries accept. `silent` are problems that the profile or the severities hide: a
 * comment for one of them is in use, too, as somebody else may look with other settings.
 */
export function acceptRisks(
  resolved: ResolvedConfig,
  problems: readonly Problem[],
  silent: readonly Problem[],
  settings: CheckSettings,
  today: string,
): Acceptance {
  const comments =
    settings.ignoresComments === true ? [] : placedSuppressions(resolved);
  const entries = settings.accept.filter(({ until }) => !isPast(until, today));
  const usedEntries = new Set<AcceptedRisk>();
  if (comments.length === 0 && entries.length === 0)
    return { problems, about: [], used: usedEntries };

  const lines = new Map<string, LineIndex>();
  for (const { file, document } of comments)
    if (!lines.has(file)) lines.set(file, new LineIndex(document.text));
  const active = activeCodes(comments, lines, today);
  const byLine = new Map<string, ActiveCode[]>();
  for (const each of active) {
    const key = lineKey(each.placed.file, each.line);
    const there = byLine.get(key);
    if (there === undefined) byLine.set(key, [each]);
    else there.push(each);
  }
  const usedCodes = new Set<Word>();
  const suppressionOf = (problem: Problem): Suppression | undefined => {
    if (!isAcceptable(problem)) return undefined;
    const line = lines
      .get(problem.place.file)
      ?.positionAt(problem.place.offset).line;
    const byComment =
      line === undefined
        ? []
        : (byLine.get(lineKey(problem.place.file, line)) ?? []).filter(
            ({ code }) => currentCode(code.text) === problem.code,
          );
    const byEntry = entries.filter((entry) =>
      isEntryFor(entry, problem, resolved.file),
    );
    for (const { code } of byComment) usedCodes.add(code);
    for (const entry of byEntry) usedEntries.add(entry);
    const [comment] = byComment;
    if (comment !== undefined)
      return { by: "comment", reason: comment.placed.suppression.reason };
    const [entry] = byEntry;
    return entry && { by: "file", reason: entry.reason };
  };

  const marked = problems.map((problem) => {
    const suppressed = suppressionOf(problem);
    return suppressed === undefined ? problem : { ...problem, suppressed };
  });
  for (const problem of silent) suppressionOf(problem);
  const about = comments.flatMap((placed) => commentProblems(placed, today));
  if (isWholeConfigKnown(resolved)) {
    for (const { placed, code, line } of active) {
      // What another config includes may be accepted for that one.
      if (placed.file === resolved.file && !usedCodes.has(code))
        about.push(unusedCode(placed, code, line !== undefined));
    }
  }
  return { problems: marked, about, used: usedEntries };
}

const lineKey = (file: string, line: number | undefined): string =>
  `${line ?? ""} ${file}`;

const placedSuppressions = (
  resolved: ResolvedConfig,
): readonly PlacedSuppression[] =>
  resolved.files.flatMap((file) => {
    const document = resolved.documentOf(file);
    return document === undefined
      ? []
      : suppressionsIn(document).map((suppression) => ({
          file,
          document,
          suppression,
        }));
  });

function activeCodes(
  comments: readonly PlacedSuppression[],
  lines: ReadonlyMap<string, LineIndex>,
  today: string,
): readonly ActiveCode[] {
  const about = new Map<string, readonly (number | undefined)[]>();
  for (const { file, document } of comments) {
    const index = lines.get(file);
    if (index !== undefined && !about.has(file))
      about.set(file, linesAbout(document, index));
  }
  return comments.flatMap((placed) =>
    placed.suppression.codes
      .filter((code) => isInForce(placed.suppression, code, today))
      .map((code) => ({
        placed,
        code,
        line: about.get(placed.file)?.[placed.suppression.index],
      })),
  );
}

/** Whether an entry of the shared configuration is about a problem of the config with this root. */
function isEntryFor(
  { code, path, file }: AcceptedRisk,
  problem: Problem,
  root: string,
): boolean {
  if (code !== problem.code) return false;
  if (file !== undefined && file !== root && file !== problem.place.file)
    return false;
  return path === undefined || isAtOrBelow(problem.path, path);
}

/** Keys and indices compare as they are written: `[0]` and `.0` are the same step. */
const isAtOrBelow = (path: JSONPath, base: JSONPath): boolean =>
  base.every((key, depth) => String(path[depth]) === String(key));

/** Whether all of the config could be read: while a text is damaged or a file is missing, nothing is called unused. */
export const isWholeConfigKnown = (resolved: ResolvedConfig): boolean =>
  resolved.root !== undefined &&
  resolved.missing.length === 0 &&
  resolved.includeProblems.length === 0 &&
  resolved.files.every(
    (file) => resolved.documentOf(file)?.problems.length === 0,
  );
