import { isPlainName, type Style } from "../../json5/style.ts";
import type { JsonValue, Scalar } from "../../json5/nodes.ts";

/** Text to insert: as it is, and with stops for an editor that knows snippets. */
export interface Insertion {
  readonly text: string;
  /** In the syntax of LSP snippets. */
  readonly snippet: string;
}

/** How to write: the file's style, and the white space its line begins with. */
export interface Layout {
  readonly style: Style;
  readonly indent: string;
  readonly multiLine: boolean;
}

/** Text inside a snippet that is no stop. */
const literal = (text: string): string =>
  /[\\$}]/.test(text) ? text.replace(/[\\$}]/g, "\\$&") : text;

function quoted(text: string, quote: Style["quote"]): string {
  // Most names and values are plain.
  if (/^[\w ./-]*$/.test(text)) return quote + text + quote;
  const inner = JSON.stringify(text).slice(1, -1);
  return quote === '"'
    ? `"${inner}"`
    : `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A key in the file's own manner; `quote` when the person has begun with one. */
export const keyText = (
  key: string,
  style: Style,
  quote?: "'" | '"',
): string =>
  quote === undefined && style.bareKeys && isPlainName(key)
    ? key
    : quoted(key, quote ?? style.quote);

export const scalarText = (
  value: Scalar,
  style: Style,
  quote?: "'" | '"',
): string =>
  typeof value === "string"
    ? quoted(value, quote ?? style.quote)
    : JSON.stringify(value);

/** Writes a value with a stop at each scalar; an empty container has its stop inside. */
export function writeValue(value: JsonValue, layout: Layout): Insertion {
  let stop = 0;
  const { style } = layout;
  const write = (part: JsonValue, indent: string): Insertion => {
    if (typeof part !== "object" || part === null) {
      const text = scalarText(part, style);
      stop++;
      const isText = typeof part === "string";
      const inner = isText ? text.slice(1, -1) : text;
      const marked = `\${${stop}:${literal(inner)}}`;
      return {
        text,
        snippet: isText ? text.charAt(0) + marked + text.charAt(0) : marked,
      };
    }
    const isList = Array.isArray(part);
    const [open, close] = isList ? ["[", "]"] : ["{", "}"];
    const entries: readonly (readonly [string, JsonValue])[] =
      Object.entries(part);
    const inner = indent + style.indent;
    const isSpread = layout.multiLine && !(isList && entries.length === 0);
    const [before, after] = isSpread
      ? [style.eol + inner, style.eol + indent]
      : [isList ? "" : style.padding, isList ? "" : style.padding];
    if (entries.length === 0) {
      stop++;
      const around = isList
        ? [open, close]
        : [open + before, after + literal(close)];
      return {
        text: isSpread || isList ? open + close : `${open}${close}`,
        snippet: `${around[0]}$${stop}${around[1]}`,
      };
    }
    const written = entries.map(([key, child]) => {
      const { text, snippet } = write(child, inner);
      const name = isList ? "" : `${keyText(key, style)}:${style.afterColon}`;
      return { text: name + text, snippet: literal(name) + snippet };
    });
    const join = (parts: readonly string[], end: string): string =>
      open +
      before +
      parts.join(isSpread ? `,${style.eol}${inner}` : ", ") +
      (isSpread && style.trailingComma ? "," : "") +
      after +
      end;
    return {
      text: join(
        written.map((each) => each.text),
        close,
      ),
      snippet: join(
        written.map((each) => each.snippet),
        literal(close),
      ),
    };
  };
  return write(value, layout.indent);
}

/** Text without any stop, in both forms. */
export const fixedText = (text: string): Insertion => ({
  text,
  snippet: literal(text),
});

export function joined(...parts: readonly Insertion[]): Insertion {
  let text = "";
  let snippet = "";
  for (const part of parts) {
    text += part.text;
    snippet += part.snippet;
  }
  return { text, snippet };
}
