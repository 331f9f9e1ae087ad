import type { JSONPath, Scalar } from "../../json5/nodes.ts";

/** Words in a path below which nothing of what the user wrote is repeated. */
const sensitive =
  /token|secret|passw|pwd|key$|apikey|credential|private|cookie|bearer|headers|env$|vars$|cert|serviceaccount/i;

const longest = 24;

/**
 * The user's own value as a message may repeat it; undefined for all that could be a secret or says nothing.
 *
 * Only what cannot be one is repeated: booleans, null, IP addresses that everybody has, and short words of letters. A
 * string in which digits and letters mix, or a number, may be a password, a token or somebody's telephone number.
 */
export function quotable(
  path: JSONPath,
  value: Scalar | undefined,
): string | undefined {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value !== "string" || value.length > longest) return undefined;
  if (path.some((key) => typeof key === "string" && sensitive.test(key)))
    return undefined;
  if (/^(0\.0\.0\.0|127\.0\.0\.1|::1?|\[::1?\])$/.test(value))
    return JSON.stringify(value);
  return /^[A-Za-z]+([-_. ][A-Za-z]+)*$/.test(value)
    ? JSON.stringify(value)
    : undefined;
}
