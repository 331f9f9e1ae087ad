import { secretIn } from "./secret-families.ts";
import { credentialsInUrls } from "./url-credentials.ts";

/** Whether a text may be repeated as it stands. */
export const isRepeatable = (text: string): boolean =>
  withoutSecrets(text) === text;

/** What stands for a secret in a text that somebody reads. */
const hidden = "…";

/**
 * A text as it may be repeated in a message, a title or a report: every secret in it that can be told by its look, and the
 * name and password of every address, are left out. To be asked before a text is cut short, or a piece of a secret remains.
 */
export function withoutSecrets(text: string): string {
  let rest = text;
  if (text.includes("@")) {
    const found = [...credentialsInUrls(text)].reverse();
    for (const { start, end } of found)
      rest = rest.slice(0, start) + hidden + rest.slice(end);
  }
  for (let found = secretIn(rest); found !== undefined; found = secretIn(rest))
    rest = rest.slice(0, found.start) + hidden + rest.slice(found.end);
  return rest;
}
