/**
 * Formatting: white space only. Keys, quotes, commas and comments stay as they are, so no value can change. Of broken
 * text, where white space may say what is meant, only what is whole is laid out.
 */
import { applyEdits } from "../text/edit.ts";
import { endOf } from "../text/span.ts";
import type { Span } from "../text/span.ts";
import { isWhiteSpace } from "./characters.ts";
import { hasLineBreak } from "./edits/surroundings.ts";
import type { Edit, Json5Document, SyntaxProblem } from "./nodes.ts";
import { isReadAlike } from "./edits/as-meant.ts";
import { wholeParts } from "./format/whole-parts.ts";
import { parseJson5 } from "./parse.ts";
import { indentOfLine, mostLevels } from "./style.ts";
import { layoutOf } from "./format/layout-of.ts";
import { tokensOf } from "./format/tokens.ts";
import type { Token } from "./format/tokens.ts";

export interface FormatOptions {
  /** One level of indentation: spaces, or a tab. */
  readonly indent: string;
  /** The line end to write; the file's own when left out. */
  readonly eol?: "\n" | "\r\n";
}

/** Whether the gap between two offsets is to be laid out. */
type Choice = (start: number, end: number) => boolean;

/**
 * Edits that lay the document out, or the lines that a range touches. Each replaces one gap between two tokens. In
 * broken text gaps at a problem stay as they are; where the text would be read otherwise afterwards, all do but those
 * in objects and arrays without a problem.
 */
export function formatEdits(
  document: Json5Document,
  options: FormatOptions,
  range?: Span,
): Edit[] {
  return editsOfGaps(
    document,
    options,
    tokensOf(document),
    (start, end) => !range || (start < endOf(range) && end >= range.offset),
  );
}

function editsOfGaps(
  document: Json5Document,
  options: FormatOptions,
  tokens: readonly Token[],
  isChosen: Choice,
): Edit[] {
  const { text, problems } = document;
  const eol = options.eol ?? (text.includes("\r\n") ? "\r\n" : "\n");
  const page = { document, options: { ...options, eol }, isChosen };
  const whole = {
    tokens,
    start: 0,
    base: () => "",
    isDamaged: damageIn(problems),
  };
  const all = [
    ...gapEdits(page, whole),
    ...finalLine(text, tokens.at(-1), eol, isChosen),
  ];
  if (problems.length === 0 || isKept(document, all)) return all;
  const parts = wholeParts(document, tokens).flatMap((part) => {
    const start = part[0]?.offset ?? 0;
    const base = (): string => indentOfLine(text, start);
    return gapEdits(page, {
      tokens: part,
      start,
      base,
      isDamaged: () => false,
    });
  });
  return isKept(document, parts) ? parts : [];
}

interface Page {
  readonly document: Json5Document;
  readonly options: Required<FormatOptions>;
  readonly isChosen: Choice;
}

/** Neighbouring tokens, all of them or those of one container. */
interface Part {
  readonly tokens: readonly Token[];
  /** Where the first gap begins. */
  readonly start: number;
  /** The indentation of the line it begins on. */
  readonly base: () => string;
  readonly isDamaged: (start: number, end: number) => boolean;
}

/** Edits of the gaps between tokens. */
function gapEdits(
  { document, options, isChosen }: Page,
  { tokens, start, base, isDamaged }: Part,
): Edit[] {
  const { text } = document;
  const edits: Edit[] = [];
  const layout = layoutOf(text, tokens);
  let end = start;
  for (const [index, token] of tokens.entries()) {
    const wanted = layout[index];
    const gap = end;
    const found = text.slice(gap, token.offset);
    end = endOf(token);
    if (!wanted || found.includes("\ufeff")) continue;
    const content =
      wanted.lines > 0
        ? options.eol.repeat(wanted.lines) +
          base() +
          indentation(options, wanted.depth)
        : wanted.space;
    if (content === found || !isChosen(gap, token.offset)) continue;
    if (isDamaged(gap, token.offset)) continue;
    edits.push({ offset: gap, length: found.length, content });
  }
  return edits;
}

/** Whether a broken text is taken for the same once the edits are made. */
const isKept = (document: Json5Document, edits: readonly Edit[]): boolean =>
  isReadAlike(document, parseJson5(applyEdits(document.text, edits)));

const indentation = ({ indent }: FormatOptions, depth: number): string =>
  indent.repeat(Math.min(Math.max(0, depth), mostLevels));

/** The text ends with one line end, and no space before it. */
function finalLine(
  text: string,
  last: Token | undefined,
  eol: string,
  isChosen: Choice,
): Edit[] {
  if (!last) return [];
  const end = endOf(last);
  const found = text.slice(end);
  if (found === eol || !isChosen(end, text.length)) return [];
  for (let at = end; at < text.length; at++) {
    if (!isWhiteSpace(text.charCodeAt(at))) return [];
  }
  return [{ offset: end, length: found.length, content: eol }];
}

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
  return editsOfGaps(
    document,
    options,
    tokens,
    (start, end) => start >= first.offset && end <= offset,
  );
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
  const edits = [{ offset: start, length: end - start, content }];
  const isSafe = document.problems.length === 0 || isKept(document, edits);
  return isSafe ? edits : [];
}
