import type { Fix } from "../config/fix.ts";
import { normalizedAgentId } from "../access/account-ids.ts";
import type { ResolvedConfig } from "../config/resolve-config.ts";
import { isRepeatable, withoutSecrets } from "../config/without-secrets.ts";
import type { Problem } from "./problem.ts";

type Clean = (text: string) => string;

function fixWithoutSecrets(fix: Fix, clean: Clean): Fix {
  const title = clean(fix.title);
  const asks = fix.asks === undefined ? undefined : clean(fix.asks);
  return title === fix.title && asks === fix.asks
    ? fix
    : { ...fix, title, ...(asks === undefined ? {} : { asks }) };
}

/**
 * How a text with a secret in it may be named by a rule that compares it as the program does: in small letters, or as an id
 * with dashes in it. No look tells the secret any more then.
 */
export function disguisedSecrets(resolved: ResolvedConfig): readonly string[] {
  const hasAt = resolved.files.some(
    (file) => resolved.documentOf(file)?.text.includes("@") === true,
  );
  if (!hasAt && !resolved.mayHoldSecret) return [];
  const disguises = new Set<string>();
  for (const { scalar } of resolved.scalars) {
    if (typeof scalar !== "string" || isRepeatable(scalar)) continue;
    const small = scalar.trim().toLowerCase();
    disguises
      .add(small)
      .add(JSON.stringify(small).slice(1, -1))
      .add(normalizedAgentId(scalar));
  }
  return [...disguises];
}

/**
 * A problem as it may be shown. Whoever finds one takes care not to quote a secret; this is the last door, for what quotes a
 * value in which nobody expected one: the id of an agent, the name of a plugin.
 */
export function problemWithoutSecrets(
  problem: Problem,
  disguised: readonly string[],
): Problem {
  const clean: Clean = (text) =>
    disguised.reduce(
      (rest, secret) => rest.replaceAll(secret, "…"),
      withoutSecrets(text),
    );
  const message = clean(problem.message);
  const related = problem.related.map((place) => {
    const said = clean(place.message);
    return said === place.message ? place : { ...place, message: said };
  });
  const fixes = problem.fixes.map((fix) => fixWithoutSecrets(fix, clean));
  const isSame =
    message === problem.message &&
    related.every((place, index) => place === problem.related[index]) &&
    fixes.every((fix, index) => fix === problem.fixes[index]);
  return isSame ? problem : { ...problem, message, related, fixes };
}
