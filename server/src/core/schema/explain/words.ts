import type { Scalar } from "../../json5/nodes.ts";
import type { ShapeCursor } from "../shape.ts";

const names: { readonly [type: string]: string } = {
  string: "text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
  "not a number": "a number without end",
};

/** What a JSON type is called in messages. */
export const typeWords = (type: string): string => names[type] ?? type;

/** "a, b or c". */
export const choice = (words: readonly string[]): string =>
  words.length <= 1
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** The JSON types that a shape takes, its branches together. */
export const typesOf = (wanted: ShapeCursor): readonly string[] => [
  ...new Set(
    wanted.branches.flatMap(({ shape }) =>
      shape.type !== undefined
        ? [shape.type].flat()
        : (shape.enum ?? []).map((value) =>
            value === null ? "null" : typeof value,
          ),
    ),
  ),
];

/** What a value has to be, in words: "text", "a list or an object". */
export const wantedWords = (wanted: ShapeCursor): string =>
  choice(typesOf(wanted).map(typeWords));

/** An allowed value as it is written. */
export const valueWords = (value: Scalar): string => JSON.stringify(value);
