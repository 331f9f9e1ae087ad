import type { Hover, Position } from "vscode-languageserver";
import { hoverAt } from "../../core/features/hover.ts";
import { offsetOf } from "../from-lsp.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange } from "../to-lsp.ts";

/** The explanation of what stands at a position, in the first config that the document is part of and that has one. */
export function handleHover(
  contexts: readonly Snapshot[],
  file: string,
  position: Position,
): Hover | null {
  for (const snapshot of contexts) {
    const lines = snapshot.linesOf(file);
    const hover = hoverAt(snapshot.analysis, offsetOf(lines, position), file);
    if (hover === undefined) continue;
    return {
      contents: { kind: "markdown", value: hover.markdown },
      range: toLspRange(lines, hover.span),
    };
  }
  return null;
}
