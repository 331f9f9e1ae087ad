import { skipSpace } from "./edits/surroundings.ts";
import { keyNodeOf, valueNodeOf, walk } from "./navigate.ts";
import type { Json5Document, Node } from "./nodes.ts";

/** How a file is written. Read from the file itself, so that edits look as if its author had made them. */
export interface Style {
  /** One level of indentation. */
  readonly indent: string;
  readonly eol: "\n" | "\r\n";
  readonly quote: '"' | "'";
  /** Whether keys that need no quotes have none. */
  readonly bareKeys: boolean;
  /** Whether the last child of a container over several lines has a comma. */
  readonly trailingComma: boolean;
  /** What stands between a colon and its value. */
  readonly afterColon: "" | " ";
  /** What stands between the braces of a one-line object and its content; also behind commas on one line. */
  readonly padding: "" | " ";
  /** Whether objects with content are usually spread over lines. */
  readonly multiLine: boolean;
}

/** No line is indented by more levels: in hostile nesting the indentation would be nearly all of the text. */
export const mostLevels = 100;

/** A file that says nothing is written as the program itself writes: plain JSON, two spaces. */
export const plainStyle: Style = {
  indent: "  ",
  eol: "\n",
  quote: '"',
  bareKeys: false,
  trailingComma: false,
  afterColon: " ",
  padding: " ",
  multiLine: true,
};

/** The file's style: what the majority of its parts do. `defaults` decide what no part shows. */
export function styleOf(
  document: Json5Document,
  defaults?: Partial<Style>,
): Style {
  const { text } = document;
  const votes = new Votes();
  for (const node of walk(document.root)) {
    if (node.type === "property") countProperty(votes, text, node);
    else if (node.type === "string" && node.parent?.type !== "property")
      countQuote(votes, text, node);
    else if (node.children && node.children.length > 0)
      countContainer(votes, text, node);
  }
  const otherwise = { ...plainStyle, ...defaults };
  const carriageReturns = text.split("\r\n", 1000).length - 1;
  const lineFeeds = text.split("\n", 1000).length - 1;
  return {
    indent: votes.winner("indent") ?? otherwise.indent,
    eol:
      lineFeeds === 0
        ? otherwise.eol
        : carriageReturns * 2 > lineFeeds
          ? "\r\n"
          : "\n",
    quote:
      votes.winner("quote") === "'"
        ? "'"
        : votes.winner("quote") === '"'
          ? '"'
          : otherwise.quote,
    bareKeys: votes.verdict("bareKeys") ?? otherwise.bareKeys,
    trailingComma: votes.verdict("trailingComma") ?? otherwise.trailingComma,
    afterColon: space(votes.verdict("afterColon"), otherwise.afterColon),
    padding: space(votes.verdict("padding"), otherwise.padding),
    multiLine: votes.verdict("multiLine") ?? otherwise.multiLine,
  };
}

const space = (verdict: boolean | undefined, otherwise: "" | " "): "" | " " =>
  verdict === undefined ? otherwise : verdict ? " " : "";

/** Counts what is seen, topic by topic. */
class Votes {
  readonly #topics = new Map<string, Map<string, number>>();

  add(topic: string, choice: string): void {
    const choices = this.#topics.get(topic) ?? new Map<string, number>();
    this.#topics.set(
      topic,
      choices.set(choice, (choices.get(choice) ?? 0) + 1),
    );
  }

  winner(topic: string): string | undefined {
    let best: string | undefined;
    let most = 0;
    for (const [choice, count] of this.#topics.get(topic) ?? []) {
      if (count > most) [best, most] = [choice, count];
    }
    return best;
  }

  verdict(topic: string): boolean | undefined {
    const best = this.winner(topic);
    return best === undefined ? undefined : best === "true";
  }
}

function countProperty(votes: Votes, text: string, property: Node): void {
  const key = keyNodeOf(property);
  const value = valueNodeOf(property);
  if (key) {
    const name = String(key.value);
    if (isPlainName(name)) {
      const quoted =
        text.charAt(key.offset) === '"' || text.charAt(key.offset) === "'";
      votes.add("bareKeys", String(!quoted));
    }
    countQuote(votes, text, key);
  }
  if (!value) return;
  if (value.type === "string") countQuote(votes, text, value);
  const colon = property.colonOffset ?? -1;
  if (colon < 0) return;
  const gap = value.offset - colon - 1;
  if (gap === 0) votes.add("afterColon", "false");
  if (gap === 1 && text.charAt(colon + 1) === " ")
    votes.add("afterColon", "true");
}

function countQuote(votes: Votes, text: string, node: Node): void {
  const quote = text.charAt(node.offset);
  if (quote === '"' || quote === "'") votes.add("quote", quote);
}

function countContainer(votes: Votes, text: string, node: Node): void {
  const children = node.children ?? [];
  const first = children[0];
  const last = children.at(-1);
  if (!first || !last) return;
  const before = text.slice(node.offset + 1, first.offset);
  const lineBreak = Math.max(
    before.lastIndexOf("\n"),
    before.lastIndexOf("\r"),
  );
  if (node.type === "object") votes.add("multiLine", String(lineBreak >= 0));
  if (lineBreak < 0) {
    if (node.type === "object" && before.trim() === "")
      votes.add("padding", String(before !== ""));
    return;
  }
  const behind = skipSpace(text, last.offset + last.length);
  votes.add("trailingComma", String(text.charAt(behind) === ","));
  const inner = before.slice(lineBreak + 1);
  const outer = indentOfLine(text, node.offset);
  if (
    inner.trim() === "" &&
    inner.length > outer.length &&
    inner.startsWith(outer)
  ) {
    votes.add("indent", inner.slice(outer.length));
  }
}

/** The white space that the line of an offset begins with; looks at most 10,000 characters back. */
export function indentOfLine(text: string, offset: number): string {
  let start = offset;
  while (
    start > 0 &&
    offset - start < 10_000 &&
    !/[\n\r]/.test(text.charAt(start - 1))
  )
    start--;
  let end = start;
  while (
    end < offset &&
    (text.charAt(end) === " " || text.charAt(end) === "\t")
  )
    end++;
  return text.slice(start, end);
}

/** Whether a key of that name needs no quotes, in the narrow sense that everyone reads the same. */
export const isPlainName = (name: string): boolean =>
  /^[A-Za-z_$][\w$]*$/.test(name);
