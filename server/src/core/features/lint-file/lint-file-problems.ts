import { isWholeConfigKnown } from "../acceptance/accept-risks.ts";
import { isPast } from "../acceptance/calendar.ts";
import type { Analysis } from "../analysis.ts";
import type { Fix } from "../../config/fix.ts";
import { withOverrides } from "../diagnose.ts";
import {
  usualSeverityOf,
  type LintProblemCode,
} from "../lint-problem-kinds.ts";
import type { Problem } from "../problem.ts";
import type { AcceptedRisk, CheckSettings } from "../settings.ts";
import type { LintFile } from "./read-lint-file.ts";

/** What looking at one config showed of the entries that govern it. */
export interface Look {
  /** The config's root file, and the files it includes. */
  readonly files: readonly string[];
  readonly usedEntries: ReadonlySet<AcceptedRisk>;
  /** Whether an entry that was not used is one that is not needed for this config. */
  readonly isConclusive: boolean;
}

/** The look that an analysis is. */
export const lookOf = ({ resolved, diagnosis, input }: Analysis): Look => ({
  files: resolved.files,
  usedEntries: diagnosis.usedEntries,
  // The audit's profile sees less than the others.
  isConclusive:
    isWholeConfigKnown(resolved) && input.settings.profile !== "upstream",
});

/**
 * All problems of a shared configuration. `looks` are the configs it governs that were looked at; `roots` all there are below
 * its folder, undefined when nobody knows. An entry is unused when every config that it may be about was looked at, and none
 * needed it: what accepts a risk of the config next door is not called unused here.
 */
export function lintFileProblems(
  lintFile: LintFile,
  looks: readonly Look[],
  roots: readonly string[] | undefined,
  settings: CheckSettings,
  today: string,
): readonly Problem[] {
  const problems: Problem[] = [...lintFile.problems];
  const isDamaged = lintFile.document.problems.length > 0;
  const used = new Set(looks.flatMap((look) => [...look.usedEntries]));
  for (const entry of lintFile.settings.accept) {
    if (isPast(entry.until, today))
      problems.push(
        entryProblem(
          entry,
          "lint.expired_suppression",
          `The risk was accepted until ${entry.until ?? ""}; the entry has no effect any more`,
        ),
      );
    else if (!isDamaged && !used.has(entry) && isDecided(entry, looks, roots))
      problems.push(
        entryProblem(
          entry,
          "lint.unused_suppression",
          `No config that this entry is about has such a problem ${entry.code}`,
        ),
      );
  }
  return withOverrides(problems, settings.rules);
}

/** Whether every config that an entry may be about was looked at, with a clear result. */
function isDecided(
  { file }: AcceptedRisk,
  looks: readonly Look[],
  roots: readonly string[] | undefined,
): boolean {
  const isClear = (root: string): boolean =>
    looks.some(({ files, isConclusive }) => isConclusive && files[0] === root);
  if (file !== undefined && isClear(file)) return true;
  return roots !== undefined && roots.every(isClear);
}

function entryProblem(
  { place, index }: AcceptedRisk,
  code: LintProblemCode,
  message: string,
): Problem {
  const removal: Fix = {
    title: "Remove this entry",
    safety: "review",
    changes: [{ op: "remove", path: ["accept", index] }],
  };
  return {
    code,
    effect: "note",
    severity: usualSeverityOf(code),
    path: ["accept", index],
    place,
    message,
    related: [],
    fixes: [removal],
  };
}
