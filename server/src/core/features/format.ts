import {
  formatEdits,
  onTypeEdits,
  type FormatOptions,
} from "../json5/format.ts";
import type { Edit } from "../json5/nodes.ts";
import type { Span } from "../text/span.ts";
import type { Analysis } from "./analysis.ts";

export type { FormatOptions };

/** The characters after which an editor asks for edits while typing; the first one and the others. */
export const formattingTriggers = { first: "}", more: ["]", "\n"] } as const;

/** Edits of white space that lay out the root file, or the part of it that a span touches. None where it is damaged. */
export function formattingOf(
  analysis: Analysis,
  options: FormatOptions,
  span?: Span,
): readonly Edit[] {
  return formatEdits(analysis.resolved.document, options, span);
}

/** Edits of white space after `character` was typed just before `offset`. */
export function formattingAfter(
  analysis: Analysis,
  offset: number,
  character: string,
  options: FormatOptions,
): readonly Edit[] {
  return onTypeEdits(analysis.resolved.document, offset, character, options);
}
