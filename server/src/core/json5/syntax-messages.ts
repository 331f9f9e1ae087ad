/**
 * What a person is told about damaged syntax: one function for each kind of damage. Messages name punctuation and
 * keys; of a value they give its length at most, for it may be a secret.
 */
import { spanBetween } from "../text/span.ts";
import type { Edit, SyntaxProblem } from "./nodes.ts";

const insert = (offset: number, content: string): Edit => ({
  offset,
  length: 0,
  content,
});
const replace = (start: number, end: number, content: string): Edit => ({
  ...spanBetween(start, end),
  content,
});
const opener = (kind: "object" | "array"): string =>
  kind === "object" ? "{" : "[";
const closer = (kind: "object" | "array"): string =>
  kind === "object" ? "}" : "]";

export const empty = (end: number): SyntaxProblem => ({
  code: "syntax.empty",
  ...spanBetween(0, end),
  message: "The file holds no value; it needs at least an empty object, {}",
});

export const missingComma = (after: number): SyntaxProblem => ({
  code: "syntax.missing_comma",
  ...spanBetween(after - 1, after),
  message: "A comma is missing after this value",
  repair: { title: "Insert the comma", edits: [insert(after, ",")] },
});

export const extraComma = (at: number): SyntaxProblem => ({
  code: "syntax.extra_comma",
  ...spanBetween(at, at + 1),
  message: "This comma is one too many",
  repair: { title: "Remove the comma", edits: [replace(at, at + 1, "")] },
});

export const missingElement = (at: number): SyntaxProblem => ({
  code: "syntax.missing_value",
  ...spanBetween(at, at + 1),
  message: "A value is missing before this comma; an array cannot have gaps",
  repair: { title: "Remove the comma", edits: [replace(at, at + 1, "")] },
});

/** Does not name the key: without its colon, what looks like one may be a value. */
export const missingColon = (start: number, after: number): SyntaxProblem => ({
  code: "syntax.missing_colon",
  ...spanBetween(start, after),
  message: "A colon is missing between this key and its value",
  repair: { title: "Insert the colon", edits: [insert(after, ":")] },
});

/** No repair: only the person knows the value. `key` is undefined when no colon says that it is a key. */
export const missingValue = (
  key: string | undefined,
  start: number,
  end: number,
): SyntaxProblem => ({
  code: "syntax.missing_value",
  ...spanBetween(start, end),
  message: `${key === undefined ? "This key" : `The key ${shown(key)}`} has no value; write one after a colon, or remove the key`,
});

export const missingKey = (start: number, end: number): SyntaxProblem => ({
  code: "syntax.missing_key",
  ...spanBetween(start, end),
  message:
    "A key is missing before this value; every value in an object needs a name and a colon",
});

export const missingOpener = (
  kind: "object" | "array",
  at: number,
  length: number,
): SyntaxProblem => ({
  code: "syntax.missing_opener",
  ...spanBetween(at, at + length),
  message: `An opening "${opener(kind)}" is missing before this`,
  repair: {
    title: `Insert "${opener(kind)}"`,
    edits: [insert(at, `${opener(kind)} `)],
  },
});

/** A container whose closer is missing; `at` is where it belongs when that is certain. */
export const unclosed = (
  kind: "object" | "array",
  start: number,
  at?: number,
  closers?: string,
): SyntaxProblem => ({
  code: "syntax.unclosed",
  ...spanBetween(start, start + 1),
  message: `This "${opener(kind)}" is never closed; a "${closer(kind)}" is missing`,
  ...(at !== undefined && {
    repair: {
      title: `Insert "${closers ?? closer(kind)}"`,
      edits: [insert(at, closers ?? closer(kind))],
    },
    related: {
      ...spanBetween(at, at),
      message: `The "${closer(kind)}" is expected here`,
    },
  }),
});

export const wrongCloser = (
  kind: "object" | "array",
  at: number,
  openedAt: number,
): SyntaxProblem => ({
  code: "syntax.wrong_closer",
  ...spanBetween(at, at + 1),
  message: `"${opener(kind)}" is closed with the wrong bracket; this should be "${closer(kind)}"`,
  repair: {
    title: `Change to "${closer(kind)}"`,
    edits: [replace(at, at + 1, closer(kind))],
  },
  related: { ...spanBetween(openedAt, openedAt + 1), message: "Opened here" },
});

/** `comma` is where one stands that is too many with it. */
export const extraCloser = (
  bracket: string,
  at: number,
  comma?: number,
): SyntaxProblem => ({
  code: "syntax.extra_closer",
  ...spanBetween(at, at + 1),
  message: `This "${bracket}" is one too many: nothing that is open here ends with it`,
  repair: {
    title: `Remove "${bracket}"${comma === undefined ? "" : " and its comma"}`,
    edits: [at, ...(comma === undefined ? [] : [comma])]
      .sort((a, b) => a - b)
      .map((place) => replace(place, place + 1, "")),
  },
});

/** No certain repair: another closer may be the superfluous one. */
export const earlyEnd = (at: number): SyntaxProblem => ({
  code: "syntax.extra_closer",
  ...spanBetween(at, at + 1),
  message:
    'This "}" ends the file\'s object, but more settings follow; this or an earlier "}" is one too many',
});

export const extraOpener = (bracket: string, at: number): SyntaxProblem => ({
  code: "syntax.extra_opener",
  ...spanBetween(at, at + 1),
  message: `This "${bracket}" is one too many; a key is expected here`,
  repair: { title: `Remove "${bracket}"`, edits: [replace(at, at + 1, "")] },
});

export const wrongSeparator = (
  found: string,
  at: number,
  wanted: ":" | ",",
): SyntaxProblem => ({
  code: "syntax.wrong_separator",
  ...spanBetween(at, at + found.length),
  message:
    wanted === ","
      ? `"${found}" does not separate settings here; use a comma`
      : `"${found}" ${found === "::" ? "has a colon too many" : "looks like YAML, TOML or code"}; between a key and its value stands ":"`,
  repair: {
    title: `Change to "${wanted}"`,
    edits: [replace(at, at + found.length, wanted)],
  },
});

/** A string that its line's end cuts off; `quoteAt` is where the closing quote belongs. */
export const unclosedString = (
  start: number,
  quoteAt: number,
  quote: string,
): SyntaxProblem => ({
  code: "syntax.unclosed_string",
  ...spanBetween(start, quoteAt),
  message: `This string is never closed; a ${quote === '"' ? "double" : "single"} quote is missing at its end`,
  repair: { title: "Close the string", edits: [insert(quoteAt, quote)] },
});

export const quoteInString = (
  start: number,
  end: number,
  quotes: readonly number[],
): SyntaxProblem => ({
  code: "syntax.quote_in_string",
  ...spanBetween(start, end),
  message:
    "This string contains its own quote; put a backslash before each quote inside it",
  repair: {
    title: "Escape the quotes inside",
    edits: quotes.map((at) => insert(at, "\\")),
  },
});

export const badEscape = (start: number, end: number): SyntaxProblem => ({
  code: "syntax.bad_escape",
  ...spanBetween(start, end),
  message:
    'This is no escape sequence; write "\\\\" for a backslash, "\\xHH" or "\\uHHHH" for a character',
  repair: { title: "Write a plain backslash", edits: [insert(start, "\\")] },
});

export const foreignQuotes = (
  start: number,
  end: number,
  edits: readonly Edit[] | undefined,
): SyntaxProblem => ({
  code: "syntax.foreign_quotes",
  ...spanBetween(start, end),
  message:
    "Typographic quotes and backticks do not make a string; use straight quotes",
  ...(edits && { repair: { title: "Change to straight quotes", edits } }),
});

export const unquotedValue = (
  start: number,
  end: number,
  quoted: string,
): SyntaxProblem => ({
  code: "syntax.unquoted_value",
  ...spanBetween(start, end),
  message: `This value of ${end - start} characters needs quotes around it`,
  repair: { title: "Put it in quotes", edits: [replace(start, end, quoted)] },
});

export const foreignLiteral = (
  start: number,
  word: string,
  wanted: string,
): SyntaxProblem => ({
  code: "syntax.foreign_literal",
  ...spanBetween(start, start + word.length),
  message: `${word} is not a value in JSON5; write ${wanted}`,
  repair: {
    title: `Change to ${wanted}`,
    edits: [replace(start, start + word.length, wanted)],
  },
});

export const badNumber = (
  start: number,
  end: number,
  plain: string | undefined,
): SyntaxProblem => ({
  code: "syntax.bad_number",
  ...spanBetween(start, end),
  message:
    "This is not a number as JSON5 writes it, and without quotes it is not text either",
  ...(plain !== undefined && {
    repair: { title: `Write ${plain}`, edits: [replace(start, end, plain)] },
  }),
});

export const unquotedKey = (
  start: number,
  end: number,
  quoted: string,
): SyntaxProblem => ({
  code: "syntax.unquoted_key",
  ...spanBetween(start, end),
  message:
    "This key needs quotes: a bare key has only letters, digits, _ and $, and no digit first",
  repair: {
    title: "Put the key in quotes",
    edits: [replace(start, end, quoted)],
  },
});

export const unclosedComment = (start: number, end: number): SyntaxProblem => ({
  code: "syntax.unclosed_comment",
  ...spanBetween(start, start + 2),
  message:
    'This comment is never closed; everything after it is ignored until "*/" ends it',
  repair: { title: 'Insert "*/" at the end', edits: [insert(end, " */")] },
});

export const hashComment = (start: number, end: number): SyntaxProblem => ({
  code: "syntax.hash_comment",
  ...spanBetween(start, end),
  message: 'A comment begins with "//" here, not with "#"',
  repair: { title: 'Change to "//"', edits: [replace(start, start + 1, "//")] },
});

export const stray = (start: number, end: number): SyntaxProblem => ({
  code: "syntax.stray_text",
  ...spanBetween(start, end),
  message:
    "This does not belong here; remove it, or separate it with a comma and give it a key",
});

export const trailing = (start: number, end: number): SyntaxProblem => ({
  code: "syntax.trailing_text",
  ...spanBetween(start, end),
  message: "The file's value has ended; nothing but comments may follow it",
});

/** A key as messages show it: quoted, and cut when it is long. */
function shown(key: string): string {
  return JSON.stringify(key.length > 60 ? `${key.slice(0, 57)}…` : key);
}
