/**
 * Formatting: white space only. Keys, quotes, commas and comments stay as they are, so no value can change. Stretches
 * that a syntax problem touches are left alone, and so is what stands between brackets that do not match.
 */
import { endOf } from "../text/span.ts";
import { isWhiteSpace } from "./characters.ts";
import { hasLineBreak } from "./edits/surroundings.ts";
import type { Edit, Json5Document, SyntaxProblem } from "./nodes.ts";
import { mostLevels } from "./style.ts";
import { layoutOf } from "./format/layout-of.ts";
import { tokensOf } from "./format/tokens.ts";
import type { Token } from "./format/tokens.ts";

export interface FormatOptions {
  /** One level of indentation: spaces, or a tab. */
  readonly indent: string;
  /** The line end to write; the file's own when left out. */
  readonly eol?: "\n" | "\r\n";
}

/** Edits that lay the document out, or the lines that a range touches. Each replaces one gap between two tokens. */
export function formatEdits(
  document: Json5Document,
  options: FormatOptions,
  range?: { readonly offset: number; readonly length: number },
): Edit[] {
  const { text } = document;
  const tokens = tokensOf(document);
  const eol = options.eol ?? (text.includes("\r\n") ? "\r\n" : "\n");
  const edits: Edit[] = [];
  let previous: Token | undefined;
  const layout = layoutOf(text, tokens);
  const isDamaged = damageIn(document.problems);
  for (const [index, token] of tokens.entries()) {
    const gapStart = previous ? previous.offset + previous.length : 0;
    const wanted = layout[index];
    const found = text.slice(gapStart, token.offset);
    previous = token;
    if (!wanted || found.includes("\ufeff")) continue;
    const content =
      wanted.lines > 0
        ? eol.repeat(wanted.lines) + indentation(options, wanted.depth)
        : wanted.space;
    if (content === found || !touches(range, gapStart, token.offset)) continue;
    if (isDamaged(gapStart, token.offset)) continue;
    edits.push({ offset: gapStart, length: found.length, content });
  }
  if (previous) edits.push(...finalLine(text, endOf(previous), eol, range));
  return edits;
}

const indentation = ({ indent }: FormatOptions, depth: number): string =>
  indent.repeat(Math.min(Math.max(0, depth), mostLevels));

/** The text ends with one line end, and no space before it. */
function finalLine(
  text: string,
  end: number,
  eol: string,
  range: { readonly offset: number; readonly length: number } | undefined,
): Edit[] {
  const found = text.slice(end);
  if (found === eol || !touches(range, end, text.length)) return [];
  for (let at = end; at < text.length; at++) {
    if (!isWhiteSpace(text.charCodeAt(at))) return [];
  }
  return [{ offset: end, length: found.length, content: eol }];
}

const touches = (
  range: { readonly offset: number; readonly length: number } | undefined,
  start: number,
  end: number,
): boolean => !range || (start < endOf(range) && end >= range.offset);

/**
 * Tells whether a syntax problem lies at a gap: white space may be what its repair hangs on. Gaps are asked for in
 * text order, so that all of them together take one look at each problem.
 */
function damageIn(
  problems: readonly SyntaxProblem[],
): (start: number, end: number) => boolean {
  let index = 0;
  let damagedUntil = -1;
  return (start, end) => {
    for (
      let problem = problems[index];
      problem && problem.offset <= end;
      problem = problems[++index]
    )
      damagedUntil = Math.max(damagedUntil, endOf(problem));
    return damagedUntil >= start;
  };
}

/**
 * Edits after a character was typed at `offset` (just behind it): for `}` and `]` the lines of the container it
 * closes, for a line break the new line's indentation. None for other characters.
 */
export function onTypeEdits(
  document: Json5Document,
  offset: number,
  character: string,
  options: FormatOptions,
): Edit[] {
  if (character === "\n") {
    return lineEdits(document, offset, options);
  }
  if (character !== "}" && character !== "]") return [];
  const tokens = tokensOf(document);
  const closer = tokens.findIndex((token) => endOf(token) === offset);
  const opener = tokens[closer]?.partner;
  const first = opener === undefined ? undefined : tokens[opener];
  if (!first) return [];
  return formatEdits(document, options, {
    offset: first.offset,
    length: offset - first.offset,
  }).filter((edit) => edit.offset >= first.offset && endOf(edit) <= offset);
}

/** The indentation of the line that begins around `offset`. */
function lineEdits(
  document: Json5Document,
  offset: number,
  options: FormatOptions,
): Edit[] {
  const { text } = document;
  const tokens = tokensOf(document);
  let depth = 0;
  let inside: Token | undefined;
  let next: Token | undefined;
  for (const token of tokens) {
    if (token.offset >= offset) {
      next = token;
      break;
    }
    inside = token;
    if (token.kind === "open") depth++;
    if (token.kind === "close") depth--;
  }
  if (inside && endOf(inside) > offset) return [];
  const start =
    Math.max(
      text.lastIndexOf("\n", offset - 1),
      text.lastIndexOf("\r", offset - 1),
    ) + 1;
  let end = start;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end++;
  const closes = next?.kind === "close" && next.offset === end;
  const content = indentation(options, closes ? depth - 1 : depth);
  if (text.slice(start, end) === content || hasLineBreak(text, start, end))
    return [];
  return [{ offset: start, length: end - start, content }];
}
