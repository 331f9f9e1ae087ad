/** Mistakes at random: tokens deleted, written twice, or put where they do not belong. */
import fc from "fast-check";

/** The tokens of legal text: punctuation, strings, words and numbers. */
export function tokensOf(text: string): { offset: number; length: number }[] {
  const tokens: { offset: number; length: number }[] = [];
  const pattern =
    /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[{}[\]:,]|[^\s{}[\]:,"'/]+/g;
  for (const match of text.matchAll(pattern)) {
    if (!match[0].startsWith("//") && !match[0].startsWith("/*"))
      tokens.push({ offset: match.index, length: match[0].length });
  }
  return tokens;
}

const intruders = [
  ...'{}[],:=;#"\\x1'.split(""),
  "'s'",
  "k: 2,",
  "True",
  "“q”",
  "null",
  "/*",
];

/** A mistake, by the number of its token and, where that counts, what is put behind it. */
export const arbitraryDamage = fc.record({
  how: fc.constantFrom("delete", "duplicate", "insert"),
  token: fc.nat(),
  intruder: fc.constantFrom(...intruders),
});

/** The text with one mistake more. */
export function damaged(
  text: string,
  {
    how,
    token,
    intruder,
  }: typeof arbitraryDamage extends fc.Arbitrary<infer T> ? T : never,
): string {
  const tokens = tokensOf(text);
  const at = tokens[token % tokens.length];
  if (at === undefined) return text;
  const end = at.offset + at.length;
  const word = text.slice(at.offset, end);
  if (how === "delete") return text.slice(0, at.offset) + text.slice(end);
  const put = how === "duplicate" ? word : intruder;
  return text.slice(0, end) + put + text.slice(end);
}
