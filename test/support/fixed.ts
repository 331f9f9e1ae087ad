import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import {
  analyse,
  configFile,
  noEnvironmentFile,
  type AnalyseOptions,
} from "./analyse.ts";

/** What a proved fix makes of a config, and what it adds to the `.env` file. */
export interface Fixed {
  readonly title: string;
  readonly text: string;
  readonly added: string;
}

/** Every fix that is offered for the problems of a code, in their order, with what it does. */
export function fixesOf(
  code: string,
  text: string,
  options: AnalyseOptions = {},
): readonly Fixed[] {
  const analysis = analyse(text, {
    environmentFile: noEnvironmentFile,
    ...options,
  });
  return analysis.diagnosis.problems
    .filter((problem) => problem.code === code)
    .flatMap((problem) => provenFixes(analysis, problem))
    .map(({ title, edits }) => ({
      title,
      text: applyEdits(
        text,
        edits
          .filter(({ file }) => file === configFile)
          .flatMap((each) => each.edits),
      ),
      added: edits
        .filter(({ appendsAt }) => appendsAt !== undefined)
        .flatMap((each) => each.edits)
        .map(({ content }) => content)
        .join(""),
    }));
}
