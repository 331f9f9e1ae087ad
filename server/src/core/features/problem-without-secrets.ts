import type { Fix } from "../config/fix.ts";
import { normalizedAgentId } from "../access/account-ids.ts";
import type { FullView } from "../config/config-view.ts";
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
 * How messages name agents whose ids hold a secret: the program lower-cases an id and puts dashes into it, and no look tells
 * the secret any more.
 */
export function disguisedSecrets(view: FullView): readonly string[] {
  const written = [
    ...view.items("agents.list").map(({ lookup }) => [...lookup.path, "id"]),
    ...view.items("bindings").map(({ lookup }) => [...lookup.path, "agentId"]),
  ].map((path) => view.at(path));
  return written.flatMap((id) =>
    id.state === "set" &&
    typeof id.value === "string" &&
    !isRepeatable(id.value)
      ? [normalizedAgentId(id.value)]
      : [],
  );
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
