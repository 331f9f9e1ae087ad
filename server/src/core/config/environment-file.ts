import { isVariableName } from "./env-references.ts";

/**
 * The grammar of `.env` files, as the dotenv package that the release brings reads them (17, `lib/main.js`): no variable
 * is put in, a backslash means something only before `n` and `r` in double quotes and before the quote itself, and a quoted
 * value may run over several lines.
 */

const isWordCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57) || // 0-9
  (code >= 65 && code <= 90) || // A-Z
  (code >= 97 && code <= 122) || // a-z
  code === 95 || // _
  code === 45 || // -
  code === 46; // .

const blank = /\s/;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && blank.test(text.charAt(at))) at++;
  return at;
}

/** Where a line begins behind `from`; two breaks that nobody sees count as well, but for a value without quotes. */
function nextLine(text: string, from: number): number {
  breaks.lastIndex = from;
  return (breaks.exec(text)?.index ?? text.length) + 1;
}
const breaks = /[\n\u2028\u2029]/g;

/** Where the line ends that `from` stands in. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** Whether nothing but blanks or a comment is left of the line behind a quoted value. */
function endsLine(text: string, from: number): boolean {
  const at = skipBlanks(text, from);
  const char = text.charAt(at);
  return (
    char === "" || char === "#" || /[\n\u2028\u2029]/.test(text.slice(from, at))
  );
}

/**
 * The quote that closes a value opened at `open`. A quote behind a backslash is taken for a part of the value first, and
 * closes it after all where nothing else does.
 */
function closingQuote(text: string, open: number): number | undefined {
  const quote = text.charAt(open);
  const escaped: number[] = [];
  let at = text.indexOf(quote, open + 1);
  while (at !== -1 && at - 1 > open && text[at - 1] === "\\") {
    escaped.push(at);
    at = text.indexOf(quote, at + 1);
  }
  const candidates = at === -1 ? escaped : [...escaped, at];
  return candidates.reverse().find((each) => endsLine(text, each + 1));
}

interface Entry {
  readonly name: string;
  readonly value: string;
  readonly end: number;
}

/** The value that begins at `from`, behind the sign. */
function valueAt(
  text: string,
  from: number,
): { readonly raw: string; readonly end: number } {
  const first = skipBlanks(text, from);
  if (`'"\``.includes(text.charAt(first)) && first < text.length) {
    const close = closingQuote(text, first);
    if (close !== undefined)
      return { raw: text.slice(first, close + 1), end: close + 1 };
  }
  const end = lineEnd(text, from);
  const comment = text.slice(from, end).indexOf("#");
  const rawEnd = comment === -1 ? end : from + comment;
  return { raw: text.slice(from, rawEnd), end: rawEnd };
}

/** The entry whose line begins at `start`; undefined where the line says nothing. */
function entryAt(text: string, start: number): Entry | undefined {
  let at = skipBlanks(text, start);
  if (text.startsWith("export", at)) {
    const behind = skipBlanks(text, at + 6);
    const isWord =
      behind > at + 6 && isWordCharacter(text.charCodeAt(behind) || 0);
    if (isWord) at = behind;
  }
  const nameStart = at;
  while (isWordCharacter(text.charCodeAt(at) || 0)) at++;
  if (at === nameStart) return undefined;
  const name = text.slice(nameStart, at);
  const sign = skipBlanks(text, at);
  let from: number;
  if (text[sign] === "=") from = sign + 1;
  else if (text[at] === ":" && blank.test(text.charAt(at + 1))) from = at + 2;
  else return undefined;
  const { raw, end } = valueAt(text, from);
  return { name, value: unquoted(raw.trim()), end };
}

/** A value without its quotes. Line breaks written as `\n` count where it begins with a double quote. */
function unquoted(raw: string): string {
  const quote = raw.charAt(0);
  const isQuoted =
    raw.length > 1 && `'"\``.includes(quote) && raw.endsWith(quote);
  const inner = isQuoted ? raw.slice(1, -1) : raw;
  return quote === '"'
    ? inner.replaceAll("\\n", "\n").replaceAll("\\r", "\r")
    : inner;
}

/** What an `.env` file sets. The last line of a name counts. */
export function parseEnvironmentFile(
  written: string,
): ReadonlyMap<string, string> {
  const text = written.replace(/\r\n?/g, "\n");
  const values = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const entry = entryAt(text, at);
    if (entry !== undefined) values.set(entry.name, entry.value);
    at = nextLine(text, entry?.end ?? skipBlanks(text, at));
  }
  return values;
}

/** Names and values that may stand bare: nothing that a shell or a careless reader would take for something else. */
const plainText = /^[A-Za-z0-9_.:/+=@,~-]+$/;

/** What neither a process nor a file in UTF-8 can hold, and breaks of lines that nobody sees. */
const unwritable = /[\0\u2028\u2029]|\p{Surrogate}/u;

/** What follows a line in a file must not be drawn into it. */
const followers = `A='a'\nB="b"\nC=\`c\`\n`;

const isFaithful = (line: string, name: string, value: string): boolean => {
  const read = parseEnvironmentFile(`${line}\n${followers}`);
  return (
    read.get(name) === value &&
    // A name of the followers is hidden by them; no secret is called so.
    read.size === 4 &&
    read.get("A") === "a" &&
    read.get("B") === "b" &&
    read.get("C") === "c"
  );
};

/**
 * The line that sets a variable to exactly this value, without its line break; undefined where none can: an empty value is
 * an unset variable, and not every text with all three quotes in it can be written.
 */
export function environmentLine(
  name: string,
  value: string,
): string | undefined {
  if (!isVariableName(name) || value === "" || unwritable.test(value))
    return undefined;
  if (plainText.test(value)) return `${name}=${value}`;
  const escaped = value.replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return (
    (["'", '"', "`"] as const)
      // Behind a backslash a closing quote may be taken for a part of the value.
      .filter((quote) => !value.includes(quote) && !value.endsWith("\\"))
      .map(
        (quote) => `${name}=${quote}${quote === '"' ? escaped : value}${quote}`,
      )
      .find((line) => isFaithful(line, name, value))
  );
}
