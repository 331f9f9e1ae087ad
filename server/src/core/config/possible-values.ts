import { templateCanBe, type Template } from "./env-references.ts";

/**
 * What a string with variables in it could become. Each variable stands for some non-empty text, blanks included, the same
 * name for the same text. Every function says no only when no value of the variables makes it so.
 */

/** Combinations grow fast; beyond so many nothing is excluded. */
const mostCombinations = 5000;

/** The text of a template with values for its variables. */
const filled = (
  template: Template,
  values: ReadonlyMap<string, string>,
): string =>
  template.parts
    .map((part) =>
      typeof part === "string" ? part : (values.get(part.name) ?? ""),
    )
    .join("");

/**
 * Whether the text passes the test, for some of the sample values where it holds variables. The samples have to be chosen
 * so that they show whatever the test tells apart.
 */
export function couldPass(
  template: Template,
  samples: readonly string[],
  test: (text: string) => boolean,
): boolean {
  const { names } = template;
  if (samples.length ** names.length > mostCombinations) return true;
  const values = new Map<string, string>();
  const tried = (index: number): boolean => {
    const name = names[index];
    if (name === undefined) return test(filled(template, values));
    return samples.some((sample) => {
      values.set(name, sample);
      return tried(index + 1);
    });
  };
  return tried(0);
}

/** The whole text of a template without variables; undefined for any other. */
export const plainText = (template: Template): string | undefined =>
  template.names.length === 0 ? filled(template, new Map()) : undefined;

/** A template with every blank made a space, and in small letters if case does not count. */
const simplified = (template: Template, ignoresCase: boolean): Template => ({
  ...template,
  parts: template.parts.map((part) => {
    if (typeof part !== "string") return part;
    const spaced = part.replace(/\s/g, " ");
    return ignoresCase ? spaced.toLowerCase() : spaced;
  }),
});

/**
 * Whether the text could be the word, without regard to blanks around it: a variable may hold nothing but a blank. With
 * `ignoresCase` the word has to be in small letters.
 */
export function couldTrimTo(
  template: Template,
  word: string,
  ignoresCase = false,
): boolean {
  const plain = simplified(template, ignoresCase);
  const whole = plainText(plain);
  if (whole !== undefined) return whole.trim() === word;
  const written = filled(plain, new Map());
  const most = template.parts.length + written.length - written.trim().length;
  for (let before = 0; before <= most; before++) {
    for (let after = 0; after <= most; after++) {
      const padded = " ".repeat(before) + word + " ".repeat(after);
      if (templateCanBe(plain, padded)) return true;
    }
  }
  return false;
}

const literalAt = (template: Template, end: "start" | "end"): string => {
  const part = template.parts.at(end === "start" ? 0 : -1);
  return typeof part === "string" ? part : "";
};

/** Whether two texts could be equal. */
export function couldBeEqual(one: Template, other: Template): boolean {
  const [text, otherText] = [plainText(one), plainText(other)];
  if (text !== undefined) return templateCanBe(other, text);
  if (otherText !== undefined) return templateCanBe(one, otherText);
  const [start, otherStart] = [
    literalAt(one, "start"),
    literalAt(other, "start"),
  ];
  const [end, otherEnd] = [literalAt(one, "end"), literalAt(other, "end")];
  return (
    (start.startsWith(otherStart) || otherStart.startsWith(start)) &&
    (end.endsWith(otherEnd) || otherEnd.endsWith(end))
  );
}
