/** Which names people give to what nobody else may see. */

/** The words of a name: `botToken`, `BOT_TOKEN` and `x-bot-token` have the same two. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

/** The last word decides: a `tokenFile` is no token, `maxTokens` is a number. */
const telling =
  /(?:token|secret|password|passwd|passphrase|apikey|authkey|credentials?|authorization|bearer|cookie|nsec)$/;

/** What a key is for when it is no secret. */
const openKeys = new Set([
  "public",
  "host",
  "sort",
  "map",
  "session",
  "main",
  "cache",
]);

/** Whether a setting, header or variable of that name holds a secret. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined) return false;
  if (telling.test(last) || last === "pass") return true;
  const before = words.at(-2);
  return last === "key" && before !== undefined && !openKeys.has(before);
}
