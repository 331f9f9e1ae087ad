import { isNoSecret } from "./no-secret.ts";

/** The name and password of an address in a text. */
export interface UrlCredentials {
  readonly start: number;
  readonly end: number;
}

/**
 * The `name:password` in front of the `@` of the first address that has a password; undefined for none, and for one that is
 * a variable or no secret. One pass over the text: an address ends at the next blank or slash.
 */
export function credentialsIn(text: string): UrlCredentials | undefined {
  for (
    let at = text.indexOf("://");
    at !== -1;
    at = text.indexOf("://", at + 3)
  ) {
    if (at === 0 || !/[a-z0-9]/i.test(text.charAt(at - 1))) continue;
    const start = at + 3;
    let end = start;
    while (end < text.length && !/[\s/?#"'<>\\]/.test(text.charAt(end))) end++;
    const authority = text.slice(start, end);
    const sign = authority.lastIndexOf("@");
    const colon = authority.indexOf(":");
    if (sign === -1 || colon === -1 || colon > sign) continue;
    if (!isNoSecret(authority.slice(colon + 1, sign)))
      return { start, end: start + sign };
  }
  return undefined;
}
