/** Texts as people write them: values, spelled in any legal way, with comments of which each is told apart. */
import fc from "fast-check";

/** Spells a value as JSON5 in a random manner. Every comment has a number of its own. */
export interface Spelling {
  readonly text: string;
  readonly value: unknown;
}

const keys = [
  "a",
  "b",
  "mode",
  "bind",
  "x-y",
  "__proto__",
  "1",
  "été",
  "𝒳",
  "allowFrom",
  "",
  "c d",
];
export const arbitraryKey = fc.constantFrom(...keys);

const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -0,
    1,
    18789,
    -1.5,
    1e21,
    Infinity,
    -Infinity,
    NaN,
    255,
  ),
  fc.constantFrom<unknown>(
    "",
    "lan",
    "it's",
    'say "hi"',
    "a\nb",
    "\u2028",
    "\\",
    "${TOKEN}",
    "// no",
    "/* no */",
    "𝒳é",
    "{",
    "]",
    ",",
  ),
  fc.string({ maxLength: 6 }),
);

/** An array is a list of values, an object a list of entries, so that keys may repeat. */
type Shape =
  | { readonly kind: "scalar"; readonly value: unknown }
  | { readonly kind: "array"; readonly items: readonly Shape[] }
  | {
      readonly kind: "object";
      readonly entries: readonly (readonly [string, Shape])[];
    };

const shape = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    {
      weight: 3,
      arbitrary: scalar.map((value): Shape => ({ kind: "scalar", value })),
    },
    {
      weight: 2,
      arbitrary: fc
        .array(tie("shape"), { maxLength: 4 })
        .map((items): Shape => ({ kind: "array", items })),
    },
    {
      weight: 4,
      arbitrary: fc
        .array(fc.tuple(arbitraryKey, tie("shape")), { maxLength: 5 })
        .map((entries): Shape => ({ kind: "object", entries })),
    },
  ),
})).shape;

const objectShape = fc
  .array(fc.tuple(arbitraryKey, shape), { maxLength: 6 })
  .map((entries): Shape => ({ kind: "object", entries }));

/** Any JSON5 text with the value it stands for. */
export const arbitraryJson5 = spelled(shape, true);

/** A JSON5 text whose value is an object and has no key twice. */
export const arbitraryConfig = spelled(objectShape.map(withoutRepeats), false);

function withoutRepeats(of: Shape): Shape {
  if (of.kind === "array")
    return { kind: "array", items: of.items.map(withoutRepeats) };
  if (of.kind === "scalar") return of;
  const entries = new Map(
    of.entries.map(([key, value]) => [key, withoutRepeats(value)] as const),
  );
  return { kind: "object", entries: [...entries] };
}

function spelled(
  shapes: fc.Arbitrary<Shape>,
  wild: boolean,
): fc.Arbitrary<Spelling> {
  return fc
    .tuple(
      shapes,
      fc.nat(),
      fc.constantFrom("  ", "\t", "    "),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([of, seed, indent, eol]) => {
      const writer = new Writer(seed, indent, eol, wild);
      writer.space("", true);
      writer.value(of, "");
      writer.space("", true);
      return { text: writer.text, value: valueOf(of) };
    });
}

function valueOf(of: Shape): unknown {
  if (of.kind === "scalar") return of.value;
  if (of.kind === "array") return of.items.map(valueOf);
  const result = {};
  for (const [key, value] of of.entries) {
    Object.defineProperty(result, key, {
      value: valueOf(value),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
  return result;
}

class Writer {
  text = "";
  #comments = 0;
  #random: number;
  readonly indent: string;
  readonly eol: string;
  readonly wild: boolean;

  constructor(seed: number, indent: string, eol: string, wild: boolean) {
    this.#random = seed;
    this.indent = indent;
    this.eol = eol;
    this.wild = wild;
  }

  choose<T>(...options: readonly T[]): T {
    this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
    return options[(this.#random >>> 8) % options.length] as T;
  }

  /** White space and comments, maybe none. */
  space(indent: string, lines: boolean): void {
    switch (this.choose(0, 0, 0, 0, 0, 1, 2, 3, 4)) {
      case 1:
        this.text += this.choose(
          " ",
          "\t",
          this.wild ? "\u00a0\ufeff\v" : " ",
          this.wild ? "\u2003" : "  ",
        );
        break;
      case 2:
        this.text += ` /* c${this.#comments++} */ `;
        break;
      case 3:
        if (lines) this.text += ` // c${this.#comments++}${this.eol}${indent}`;
        break;
      case 4:
        if (lines) this.text += this.eol + indent;
        break;
      default:
    }
  }

  value(of: Shape, indent: string): void {
    if (of.kind === "scalar") this.text += this.scalar(of.value);
    else this.container(of, indent);
  }

  container(of: Exclude<Shape, { kind: "scalar" }>, indent: string): void {
    const [open, close] = of.kind === "object" ? ["{", "}"] : ["[", "]"];
    const count = of.kind === "object" ? of.entries.length : of.items.length;
    const lines = this.choose(true, true, false);
    const inner = indent + this.indent;
    this.text += open;
    if (count > 0 && lines) this.text += this.eol + inner;
    for (let index = 0; index < count; index++) {
      this.space(inner, lines);
      if (of.kind === "object") {
        const [key, value] = of.entries[index] ?? [
          "",
          { kind: "scalar", value: 0 },
        ];
        this.text += this.key(key);
        this.space(inner, lines);
        this.text += `:${this.choose("", " ", " ")}`;
        this.space(inner, lines);
        this.value(value, inner);
      } else {
        const item = of.items[index];
        if (item) this.value(item, inner);
      }
      this.space(inner, lines);
      const last = index === count - 1;
      if (!last || this.choose(true, false)) this.text += ",";
      if (this.choose(0, 0, 0, 1))
        this.text += lines ? ` // c${this.#comments++}` : "";
      if (lines) this.text += this.eol + (last ? indent : inner);
      else this.text += last ? "" : this.choose(" ", "");
    }
    this.space(indent, lines);
    this.text += close;
  }

  key(name: string): string {
    if (/^[A-Za-z_$][\w$]*$/.test(name) && this.choose(true, true, false))
      return name;
    if (name === "été") return this.choose("été", "\\u00e9t\\u00e9", '"été"');
    if (name === "𝒳" && this.choose(true, false)) return name;
    return this.string(name);
  }

  string(value: string): string {
    const quote = this.choose('"', "'");
    let body = "";
    for (const character of value) {
      const code = character.codePointAt(0) ?? 0;
      if (
        character === quote ||
        character === "\\" ||
        character === "\n" ||
        character === "\r"
      ) {
        body +=
          character === "\n"
            ? "\\n"
            : character === "\r"
              ? "\\r"
              : `\\${character}`;
      } else if (code < 256 && this.choose(0, 0, 0, 0, 0, 0, 0, 1)) {
        body += `\\x${code.toString(16).padStart(2, "0")}`;
      } else {
        body +=
          character === "\u2028"
            ? "\\u2028"
            : character === "\u2029"
              ? "\\u2029"
              : character;
      }
      if (this.wild && this.choose(0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
        body += `\\${this.eol}`;
    }
    return quote + body + quote;
  }

  scalar(value: unknown): string {
    if (typeof value === "string") return this.string(value);
    if (typeof value !== "number") return String(value);
    if (Object.is(value, -0)) return "-0";
    if (value === 255)
      return this.choose("255", "0xFF", "+255", "255.", "2.55e2", "0xff");
    if (value === -1.5) return this.choose("-1.5", "-15e-1");
    return value > 0 && this.choose(0, 0, 1) ? `+${value}` : String(value);
  }
}
