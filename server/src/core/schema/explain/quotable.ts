import type { JSONPath, Scalar } from "../../json5/nodes.ts";

/** Words in a path below which nothing of what the user wrote is repeated. */
const sensitive =
  /auth|token|secret|passw|pwd|key$|apikey|credential|private|cookie|bearer|headers|env$|vars$|cert|serviceaccount/i;

/**
 * The user's own value as a message may repeat it; undefined for all that could be a secret or says nothing.
 *
 * Only what cannot be one is repeated: booleans, null, IP addresses that everybody has, and single short words of
 * letters. Several words may be a passphrase, digits among letters a password or a token, a number somebody's phone.
 */
export function quotable(
  path: JSONPath,
  value: Scalar | undefined,
): string | undefined {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return undefined;
  if (path.some((key) => typeof key === "string" && sensitive.test(key))) {
    return undefined;
  }
  // Capitals strewn among small letters are no word either.
  const isPlain =
    /^(0\.0\.0\.0|127\.0\.0\.1|::1?|\[::1?\])$/.test(value) ||
    (/^[A-Za-z]{1,16}$/.test(value) && !/[a-z][A-Z].*[a-z][A-Z]/.test(value));
  return isPlain ? JSON.stringify(value) : undefined;
}
