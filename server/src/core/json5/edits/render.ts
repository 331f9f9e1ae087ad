/** Values as text, in a file's style. */
import type { JsonValue, Scalar } from "../nodes.ts";
import { isPlainName, mostLevels } from "../style.ts";
import type { Style } from "../style.ts";

/** Text that goes into the file as it is: a value moved from elsewhere, with the comments that belong to it. */
export class RawValue {
  readonly text: string;
  /** Whole comments for the lines before the property. */
  readonly above: readonly string[];
  /** Whole comments for the end of its line, behind the comma. */
  readonly behind: readonly string[];
  /** The key as its file spells it, and its name. */
  readonly key: { readonly name: string; readonly text: string } | undefined;
  readonly #lines: MovedLines;

  constructor(
    text: string,
    above: readonly string[],
    behind: readonly string[],
    key: RawValue["key"],
    lines: MovedLines,
  ) {
    this.text = text;
    this.above = above;
    this.behind = behind;
    this.key = key;
    this.#lines = lines;
  }

  /** The same text and key without the comments that go to the first target only. */
  withoutComments(): RawValue {
    return new RawValue(this.text, [], [], this.key, this.#lines);
  }

  /** The text as it stands where the line it begins on is indented like that. */
  textAt(indent: string): string {
    const { text } = this;
    const { indent: former, starts } = this.#lines;
    if (indent === former) return text;
    let result = "";
    let from = 0;
    for (const start of starts) {
      if (!text.startsWith(former, start)) continue;
      result += text.slice(from, start) + indent;
      from = start + former.length;
    }
    return result + text.slice(from);
  }
}

/** How the lines of a moved text are indented. */
export interface MovedLines {
  /** Of the line it begins on. */
  readonly indent: string;
  /** Where its further lines begin, those within strings left out. */
  readonly starts: readonly number[];
}

/** A value to write: plain data, moved text, or moved text in objects that must be made for it. */
export type NewValue = JsonValue | RawValue | WrappedValue;

/** An object with one key, made because a path leads through it. */
export class WrappedValue {
  readonly key: string;
  readonly value: NewValue;

  constructor(key: string, value: NewValue) {
    this.key = key;
    this.value = value;
  }
}

/** The moved text in a value, if there is one. */
export function rawIn(value: NewValue): RawValue | undefined {
  let inner = value;
  while (inner instanceof WrappedValue) inner = inner.value;
  return inner instanceof RawValue ? inner : undefined;
}

export function renderString(value: string, quote: '"' | "'"): string {
  // json5 prints a warning for the two separators when they stand in a string unescaped.
  const json = JSON.stringify(value)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  if (quote === '"') return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

export const renderKey = (name: string, style: Style): string =>
  style.bareKeys && isPlainName(name) ? name : renderString(name, style.quote);

export function renderScalar(value: Scalar, style: Style): string {
  if (typeof value === "string") return renderString(value, style.quote);
  return Object.is(value, -0) ? "-0" : String(value);
}

/** What is still to be written, innermost last. */
type Task =
  | { readonly text: string }
  | {
      readonly value: NewValue;
      readonly indent: string;
      readonly level: number;
    };

/**
 * The value's text. With `lines`, objects and arrays of containers spread over lines; `indent` is that of the line
 * the value begins on. The comments of moved text are left to the caller when the text is the value itself.
 */
export function render(
  value: NewValue,
  style: Style,
  lines: boolean,
  indent: string,
): string {
  let result = "";
  const tasks: Task[] = [{ value, indent, level: 0 }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if ("text" in task) result += task.text;
    else if (task.value instanceof RawValue)
      result += task.value.textAt(task.indent);
    else if (typeof task.value !== "object" || task.value === null)
      result += renderScalar(task.value, style);
    else
      tasks.push(
        ...containerTasks(
          task.value,
          style,
          lines && task.level < mostLevels,
          task,
        ).reverse(),
      );
  }
  return result;
}

function containerTasks(
  container: Exclude<NewValue, RawValue | string | number | boolean | null>,
  style: Style,
  lines: boolean,
  { indent, level }: { readonly indent: string; readonly level: number },
): Task[] {
  const isArray = Array.isArray(container);
  const members = membersOf(container);
  const open = isArray ? "[" : "{";
  const close = isArray ? "]" : "}";
  if (members.length === 0) return [{ text: open + close }];
  const raw =
    container instanceof WrappedValue && container.value instanceof RawValue
      ? container.value
      : undefined;
  const commented =
    raw !== undefined && raw.above.length + raw.behind.length > 0;
  if ((!lines && !commented) || (isArray && isShortList(members))) {
    const padding = isArray ? "" : style.padding;
    const tasks: Task[] = [{ text: open + padding }];
    for (const [index, [key, value]] of members.entries()) {
      const comma = index === 0 ? "" : `,${style.padding}`;
      tasks.push(
        { text: comma + keyText(key, value, style) },
        { value, indent, level: level + 1 },
      );
    }
    return [...tasks, { text: padding + close }];
  }
  const inner = indent + style.indent;
  const tasks: Task[] = [{ text: open }];
  for (const [index, [key, value]] of members.entries()) {
    const above = (raw?.above ?? [])
      .map((comment) => style.eol + inner + comment)
      .join("");
    tasks.push(
      {
        text: `${index === 0 ? "" : ","}${above}${style.eol}${inner}${keyText(key, value, style)}`,
      },
      { value, indent: inner, level: level + 1 },
    );
  }
  const behind = (raw?.behind ?? []).map((comment) => ` ${comment}`).join("");
  return [
    ...tasks,
    {
      text: `${style.trailingComma ? "," : ""}${behind}${style.eol}${indent}${close}`,
    },
  ];
}

/** The key and colon before a member; empty for an array's. */
export function keyText(
  key: string | undefined,
  value: NewValue,
  style: Style,
): string {
  if (key === undefined) return "";
  const spelled =
    value instanceof RawValue && value.key?.name === key
      ? value.key.text
      : renderKey(key, style);
  return `${spelled}:${style.afterColon}`;
}

function membersOf(
  container: Exclude<NewValue, RawValue | string | number | boolean | null>,
): [string | undefined, NewValue][] {
  if (container instanceof WrappedValue)
    return [[container.key, container.value]];
  if (isList(container)) return container.map((value) => [undefined, value]);
  return Object.entries(container);
}

const isList = (value: NewValue): value is readonly JsonValue[] =>
  Array.isArray(value);

/** Lists of few short scalars stay on one line in every style. */
function isShortList(
  members: readonly [string | undefined, NewValue][],
): boolean {
  let length = 0;
  for (const [, value] of members) {
    if (typeof value === "object" && value !== null) return false;
    length += String(value).length + 4;
  }
  return length <= 80;
}
