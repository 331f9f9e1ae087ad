/** The name and password of an address, with the password alone. */
export interface UrlCredentials {
  readonly start: number;
  readonly end: number;
  readonly password: string;
}

/**
 * The `name:password` in front of the `@` of each address that has a password. One pass over the text: an address ends at the
 * next blank, slash or quote.
 */
export function* credentialsInUrls(text: string): Iterable<UrlCredentials> {
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
    if (sign !== -1 && colon !== -1 && colon < sign)
      yield {
        start,
        end: start + sign,
        password: authority.slice(colon + 1, sign),
      };
  }
}
