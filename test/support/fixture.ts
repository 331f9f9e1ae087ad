/** A finding that a fixture expects: a stretch of its own text, and a code. */
export interface Mark {
  readonly offset: number;
  readonly length: number;
  readonly code: string;
}

const caretComment = /^(\s*\/\/\s*)(\^+|\^file)\s+(\S+)\s*$/;

/**
 * The marks of a fixture: carets in a comment point at the line above, `^file` at the root's opening brace.
 * Comments are legal JSON5, so a fixture is a config as it stands. Throws on a mark that points at nothing.
 */
export function marksIn(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  const lines = text.split("\n");
  let start = 0;
  let above = 0;
  for (const line of lines) {
    const match = caretComment.exec(line);
    if (match === null) {
      above = start;
    } else {
      const [, indent = "", carets = "", code = ""] = match;
      if (carets === "^file") {
        marks.push({ offset: text.indexOf("{"), length: 1, code });
      } else {
        const end = above + indent.length + carets.length;
        if (text.indexOf("\n", above) < end)
          throw new Error(`a mark points past its line: ${line}`);
        marks.push({
          offset: above + indent.length,
          length: carets.length,
          code,
        });
      }
    }
    start += line.length + 1;
  }
  return marks;
}

/** A text with `<|>` taken out, and where it was. Throws unless there is exactly one. */
export function withCursor(marked: string): { text: string; offset: number } {
  const [before, after, ...more] = marked.split("<|>");
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error("want exactly one <|>");
  return { text: before + after, offset: before.length };
}
