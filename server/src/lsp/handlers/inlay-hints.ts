import type { InlayHint, Range } from "vscode-languageserver";
import { inlayHints, type HintMode } from "../../core/features/inlay-hints.ts";
import { spanBetween } from "../../core/text/span.ts";
import { offsetsOf } from "../from-lsp.ts";
import type { Snapshot } from "../snapshot.ts";

/** The hints in a range of a file, in the first config it is part of. */
export function handleInlayHints(
  contexts: readonly Snapshot[],
  file: string,
  range: Range,
  mode: HintMode,
): InlayHint[] {
  const [snapshot] = contexts;
  if (snapshot === undefined) return [];
  const lines = snapshot.linesOf(file);
  const within = spanBetween(...offsetsOf(lines, range));
  return inlayHints(snapshot.analysis, file, within, mode).map(
    ({ offset, label, tooltip }): InlayHint => ({
      position: lines.positionAt(offset),
      label,
      paddingLeft: true,
      ...(tooltip === ""
        ? {}
        : { tooltip: { kind: "markdown", value: tooltip } }),
    }),
  );
}
