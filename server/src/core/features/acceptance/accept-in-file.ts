import { nameWithin, parentFolder } from "../../config/file-names.ts";
import type { JsonValue } from "../../json5/nodes.ts";
import { pathText } from "../../rules/rule.ts";
import { Analysis } from "../analysis.ts";
import {
  editLintFile,
  type LintFileEdit,
} from "../lint-file/edit-lint-file.ts";
import type { LintFile } from "../lint-file/read-lint-file.ts";
import type { Problem } from "../problem.ts";
import {
  acceptsOnly,
  type Decision,
  type Refused,
} from "./acceptance-proof.ts";

/**
 * Accepts a problem by an entry of the shared configuration, which is made beside the config when none is in force. The entry
 * names this setting of this config alone; that it accepts nothing else is tried on a copy.
 */
export function acceptInFile(
  analysis: Analysis,
  problem: Problem,
  decision: Decision,
  lintFile: LintFile | undefined,
): LintFileEdit | Refused {
  const { file } = analysis.input;
  const edit = editLintFile(lintFile, file, [
    {
      op: "append",
      path: ["accept"],
      value: entryFor(problem, decision, file, lintFile?.file ?? file),
    },
  ]);
  if (edit === undefined)
    return { refused: "The shared configuration cannot be edited as it is." };
  const { settings } = analysis.input;
  const after = new Analysis({
    ...analysis.input,
    settings: { ...settings, accept: edit.after.settings.accept },
  });
  const verdict = acceptsOnly(analysis, after, problem, "file");
  return verdict === "yes" ? edit : verdict;
}

/** The entry as it is written; it quotes no value of the config. */
function entryFor(
  { code, path }: Problem,
  { reason, until }: Decision,
  configFile: string,
  lintFile: string,
): JsonValue {
  const name = nameWithin(parentFolder(lintFile) ?? "", configFile);
  return {
    code,
    ...(path.length === 0 ? {} : { path: pathText(path) }),
    ...(name === undefined ? {} : { file: name }),
    reason,
    ...(until === undefined ? {} : { until }),
  };
}
