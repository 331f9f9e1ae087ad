/** A value in Markdown, quotes left out of text. */
export const code = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  // A backtick inside needs a longer fence around.
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
};

/** Message text inside Markdown: nothing in it is meant as markup. */
export const plain = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|]/g, "\\$&");

/** The first lines, with a sign that more is left out; no blank line or rule at the end. */
export function atMost(
  count: number,
  lines: readonly string[],
): readonly string[] {
  const kept =
    lines.length <= count ? [...lines] : [...lines.slice(0, count - 1), "…"];
  while (["", "---"].includes(kept.at(-1) ?? "text")) kept.pop();
  return kept;
}
