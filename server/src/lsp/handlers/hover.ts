import type { Hover, HoverParams } from "vscode-languageserver";
import { hoverAt } from "../../core/features/hover.ts";
import { offsetOf } from "../from-lsp.ts";
import type { Snapshot } from "../snapshot.ts";
import { toLspRange } from "../to-lsp.ts";

export function handleHover(
  snapshot: Snapshot,
  params: HoverParams,
): Hover | null {
  const lines = snapshot.linesOf(snapshot.file);
  const hover = hoverAt(snapshot.analysis, offsetOf(lines, params.position));
  if (hover === undefined) return null;
  return {
    contents: { kind: "markdown", value: hover.markdown },
    range: toLspRange(lines, hover.span),
  };
}
