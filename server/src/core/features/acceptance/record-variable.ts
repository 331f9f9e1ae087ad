import { Analysis } from "../analysis.ts";
import {
  editLintFile,
  type LintFileEdit,
} from "../lint-file/edit-lint-file.ts";
import type { LintFile } from "../lint-file/read-lint-file.ts";
import { identityOf, type Problem } from "../problem.ts";

/** The variables that, once known to be set where the gateway runs, make a problem go away. Each was tried. */
export function resolvingVariables(
  analysis: Analysis,
  problem: Problem,
): readonly string[] {
  return (problem.hinges ?? []).filter((name) => {
    const { situation } = analysis.input;
    const { environment } = situation;
    const after = new Analysis({
      ...analysis.input,
      situation: {
        ...situation,
        environment: {
          ...environment,
          known: new Map([...environment.known, [name, "set"]]),
        },
      },
    });
    return !after.diagnosis.problems.some(
      (other) => identityOf(other) === identityOf(problem),
    );
  });
}

/** Writes the name of a variable that is set where the gateway runs into the shared configuration that is in force. */
export const recordVariable = (
  lintFile: LintFile,
  configFile: string,
  name: string,
): LintFileEdit | undefined =>
  editLintFile(lintFile, configFile, [
    { op: "append", path: ["environment", "names"], value: name },
  ]);
