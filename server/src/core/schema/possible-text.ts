import type { Template } from "../config/env-references.ts";

/**
 * What can be said of a string whose variables are unknown: each stands for some non-empty text, the same name for the
 * same text. Every function answers "could it be?", and says no only when no value of the variables makes it so.
 */

/** Characters as the release counts them: a pair of UTF-16 units is one. */
export const characterCount = (text: string): number => Array.from(text).length;

/** The least number of characters the string can have. */
export const leastLength = (template: Template): number =>
  template.parts.reduce(
    (sum, part) => sum + (typeof part === "string" ? characterCount(part) : 1),
    0,
  );

/** Texts that together try out the patterns of the release's schemas: digits, with a `#` or `+` in front. */
const samples = [
  ...Array.from({ length: 6 }, (_, index) => "1".repeat(index + 1)),
  ...Array.from({ length: 7 }, (_, index) => `#${"1".repeat(index)}`),
  "+",
  "+1",
  "+11",
];
/** Combinations grow fast; with more names nothing is excluded. */
const mostNames = 3;

/** Whether some values make the string match the pattern. */
export function canMatch(template: Template, pattern: RegExp): boolean {
  const { names, parts } = template;
  if (names.length > mostNames) return true;
  const values = new Map<string, string>();
  const tried = (index: number): boolean => {
    const name = names[index];
    if (name === undefined) {
      return pattern.test(
        parts
          .map((part) =>
            typeof part === "string" ? part : (values.get(part.name) ?? ""),
          )
          .join(""),
      );
    }
    return samples.some((sample) => {
      values.set(name, sample);
      return tried(index + 1);
    });
  };
  return tried(0);
}
