import { parentFolder, pathBelow } from "../../config/file-names.ts";
import { editsFor, type TreeChange } from "../../json5/edits.ts";
import type { Edit } from "../../json5/nodes.ts";
import { parseJson5 } from "../../json5/parse.ts";
import { applyEdits } from "../../text/edit.ts";
import { lintFileName } from "./lint-file-places.ts";
import { readLintFile, type LintFile } from "./read-lint-file.ts";

/** A change of the shared configuration, in its own style. */
export interface LintFileEdit {
  readonly file: string;
  /** Whether the file has to be made first. */
  readonly isNew: boolean;
  readonly edits: readonly Edit[];
  /** What it says afterwards. */
  readonly after: LintFile;
}

/** A shared configuration that says nothing yet. */
const blank = "{}\n";

/**
 * Changes the shared configuration that is in force, or begins one beside the config. Undefined when that cannot be said in
 * its text, or brings a new problem.
 */
export function editLintFile(
  lintFile: LintFile | undefined,
  configFile: string,
  changes: readonly TreeChange[],
): LintFileEdit | undefined {
  const folder = parentFolder(configFile);
  const file =
    lintFile?.file ??
    (folder === undefined ? undefined : pathBelow(folder, [lintFileName]));
  if (file === undefined) return undefined;
  const document = lintFile?.document ?? parseJson5(blank);
  const edits = editsFor(document, changes);
  if (edits === undefined) return undefined;
  const text = applyEdits(document.text, edits);
  const after = readLintFile(file, parseJson5(text));
  const before = lintFile?.problems.length ?? 0;
  if (after.problems.length > before) return undefined;
  return lintFile === undefined
    ? {
        file,
        isNew: true,
        edits: [{ offset: 0, length: 0, content: text }],
        after,
      }
    : { file, isNew: false, edits, after };
}
