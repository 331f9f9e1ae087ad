import assert from "node:assert/strict";
import {
  FullView,
  type Lookup,
} from "../../server/src/core/config/config-view.ts";
import type {
  Place,
  ResolvedConfig,
} from "../../server/src/core/config/resolve-config.ts";
import {
  profiles,
  shownSeverity,
  type Profile,
  type Rule,
} from "../../server/src/core/rules/rule.ts";
import { runRules } from "../../server/src/core/rules/run-rules.ts";
import { analyse, type AnalyseOptions } from "./analyse.ts";
import { marksIn, type Mark } from "./fixture.ts";

export interface FoundByRule {
  readonly place: Place;
  readonly code: string;
  readonly message: string;
}

/** What one rule finds in a text and would show in the profile; every other rule is left out. Fails when the rule throws. */
export function findingsOf(
  rule: Rule,
  text: string,
  options: AnalyseOptions = {},
): readonly FoundByRule[] {
  const profile: Profile = options.profile ?? "recommended";
  const { resolved, view, input } = analyse(text, { ...options, profile });
  assert.equal(
    resolved.missing.length,
    0,
    "the fixture includes a file that it does not bring",
  );
  const run = runRules(
    new FullView(resolved, view.environment),
    [rule],
    { ...input.situation, environment: view.environment },
    { guarded: true },
  );
  for (const { error } of run.failures) throw error;
  return run.findings
    .filter(
      ({ finding }) => shownSeverity(profile, rule, finding) !== undefined,
    )
    .map(({ finding }) => ({
      place: placeOf(resolved, finding.place ?? finding.at),
      code: rule.code,
      message: finding.message,
    }));
}

function placeOf(resolved: ResolvedConfig, at: Lookup | Place): Place {
  if (!("state" in at)) return at;
  return at.state === "absent"
    ? resolved.markOfMissing(at.path)
    : resolved.markOf(at.node);
}

const asText = (text: string, { offset, length, code }: Mark): string =>
  `${code} at ${text.slice(0, offset).split("\n").length}: ${text.slice(offset, offset + length)}`;

/** The rule finds exactly what the carets of the fixture mark. */
export function check(
  rule: Rule,
  text: string,
  options: AnalyseOptions = {},
): void {
  const found = findingsOf(rule, text, options).map(({ place, code }) =>
    asText(text, { ...place, code }),
  );
  assert.deepEqual(
    found.sort(),
    marksIn(text)
      .map((mark) => asText(text, mark))
      .sort(),
  );
}

/** In how many profiles a rule says anything about a text. */
export const profilesThatSpeak = (
  rule: Rule,
  text: string,
): readonly Profile[] =>
  profiles.filter((profile) => findingsOf(rule, text, { profile }).length > 0);
