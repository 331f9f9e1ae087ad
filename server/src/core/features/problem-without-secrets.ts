import type { Fix } from "../config/fix.ts";
import { withoutSecrets } from "../config/without-secrets.ts";
import type { Problem } from "./problem.ts";

function fixWithoutSecrets(fix: Fix): Fix {
  const title = withoutSecrets(fix.title);
  const asks = fix.asks === undefined ? undefined : withoutSecrets(fix.asks);
  return title === fix.title && asks === fix.asks
    ? fix
    : { ...fix, title, ...(asks === undefined ? {} : { asks }) };
}

/**
 * A problem as it may be shown. Whoever finds one takes care not to quote a secret; this is the last door, for what quotes a
 * value in which nobody expected one: the id of an agent, the name of a plugin.
 */
export function problemWithoutSecrets(problem: Problem): Problem {
  const message = withoutSecrets(problem.message);
  const related = problem.related.map((place) => {
    const said = withoutSecrets(place.message);
    return said === place.message ? place : { ...place, message: said };
  });
  const fixes = problem.fixes.map(fixWithoutSecrets);
  const isSame =
    message === problem.message &&
    related.every((place, index) => place === problem.related[index]) &&
    fixes.every((fix, index) => fix === problem.fixes[index]);
  return isSame ? problem : { ...problem, message, related, fixes };
}
