import { indentOfLine } from "../../json5/style.ts";
import type { Edit, Json5Document, JSONPath } from "../../json5/nodes.ts";
import type { Span } from "../../text/span.ts";
import type { Analysis } from "../analysis.ts";
import type { CursorPlace } from "./cursor-place.ts";
import type { Insertion, Layout } from "./write-insertion.ts";

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind:
    "key" | "value" | "block" | "variable" | "file" | "folder" | "code";
  /** What takes the place of `span`. */
  readonly insertion: Insertion;
  readonly span: Span;
  /** What the editor compares with the text of the span. */
  readonly filter: string;
  /** Lower comes first. */
  readonly rank: number;
  /** Whether the editor should have it chosen already. */
  readonly preselect: boolean;
  /** Edits elsewhere that belong to it: a comma that was missing. */
  readonly further: readonly Edit[];
  readonly about: string | undefined;
  /** The setting to explain when the editor asks for more. */
  readonly setting: JSONPath | undefined;
  /** The kind of problem to explain then. */
  readonly code: string | undefined;
  /** Part of it is an example that the person has to replace: as it stands it may mean nothing. */
  readonly isExample: boolean;
  /** The editor should ask again at once: a folder was chosen, whose files are next. */
  readonly continues: boolean;
}

/** What one source says of an offer; the place is the same for all. */
export interface Offer {
  readonly label: string;
  readonly kind: Completion["kind"];
  readonly rank: number;
  readonly insertion: Insertion;
  readonly about?: string | undefined;
  readonly setting?: JSONPath;
  readonly preselect?: boolean;
  readonly isExample?: boolean;
}

/** The cursor's place in a config, as the sources of offers see it. */
export interface Asked {
  readonly analysis: Analysis;
  readonly document: Json5Document;
  /** Its path is that of the merged config. */
  readonly place: CursorPlace;
  /** The text that an offer takes the place of. */
  readonly token: string;
  /** The quote the person has begun with. */
  readonly quote: "'" | '"' | undefined;
  readonly layout: Layout;
}

export const quoteOf = (token: string): "'" | '"' | undefined =>
  token.startsWith('"') ? '"' : token.startsWith("'") ? "'" : undefined;

/** How to write at a place: the file's style, and the white space its line begins with. */
export function layoutAt(
  analysis: Analysis,
  file: string,
  { text }: Json5Document,
  { container, span }: CursorPlace,
): Layout {
  const style = analysis.styleOf(file);
  const start = container?.offset ?? 0;
  const isSpread = /[\r\n]/.test(text.slice(start, span.offset));
  return {
    style,
    indent: indentOfLine(text, span.offset),
    multiLine: isSpread || (container === undefined && style.multiLine),
  };
}
