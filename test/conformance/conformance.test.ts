import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { listCases, type Case } from "../../scripts/conformance/cases.ts";
import type {
  RecordedRelease,
  RecordedStart,
  RecordedVerdict,
} from "../../scripts/conformance/recorded-verdict.ts";
import {
  environmentModes,
  type EnvironmentStates,
} from "../../server/src/core/config/environment.ts";
import { ownVariables } from "../../server/src/core/dialects/clawdbot/files.ts";
import { targetRelease } from "../../server/src/core/dialects/clawdbot/release.ts";
import type { Diagnosis } from "../../server/src/core/features/diagnose.ts";
import type { Problem } from "../../server/src/core/features/problem.ts";
import {
  expectedStart,
  invented,
  missed,
} from "../../scripts/conformance/compare.ts";
import { analysisOf, filesOf, verdictOf } from "./load-case.ts";

/** A disagreement that is meant, with its reason. */
interface Difference {
  readonly case: string;
  readonly about: string;
  readonly reason: string;
}

const isDifference = (value: unknown): value is Difference =>
  typeof value === "object" &&
  value !== null &&
  ["case", "about", "reason"].every((key) => key in value);
const isRelease = (value: unknown): value is RecordedRelease =>
  typeof value === "object" &&
  value !== null &&
  ["version", "cases"].every((key) => key in value);

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(`test/conformance/${name}`, "utf8"));

const cases = listCases();
const release = readJson("release.json");
assert.ok(isRelease(release), "release.json: npm run record-verdicts");
const differences = readJson("differences.json");
assert.ok(
  Array.isArray(differences) && differences.every(isDifference),
  "differences.json: want a list of { case, about, reason }",
);

/** Every referenced variable is set; of the gateway's own two, those that the state says. */
function environmentIn(
  verdict: RecordedVerdict,
  state: keyof RecordedStart,
): EnvironmentStates {
  const own = {
    unset: [],
    token: [ownVariables.gatewayToken],
    password: [ownVariables.gatewayPassword],
    both: [ownVariables.gatewayToken, ownVariables.gatewayPassword],
  }[state];
  const names = [...own, ...Object.keys(verdict.variables)];
  return {
    referenced: "set",
    own: "unset",
    known: new Map(names.map((name) => [name, "set"])),
  };
}

const refusedIn = ({ problems }: Diagnosis): readonly Problem[] =>
  problems.filter(({ effect }) => effect === "refused");

/** Everything in which we and the release differ on a case, each as `about: ours, not theirs`. */
async function disagreements(each: Case): Promise<readonly string[]> {
  const verdict = verdictOf(each);
  const files = await filesOf(each);
  const file = resolve(each.file);
  const judge = (environment: EnvironmentStates): Diagnosis =>
    analysisOf(file, files, environment).diagnosis;
  const { resolved } = analysisOf(file, files, environmentModes.unknown);
  const found: string[] = [];
  const compare = (about: string, ours: unknown, theirs: unknown): void => {
    if (ours !== theirs)
      found.push(`${about}: we say ${String(ours)}, it says ${String(theirs)}`);
  };

  const unknown = judge(environmentModes.unknown);
  const isAccepted = verdict.given.some(({ accepted }) => accepted);
  compare("accepted", unknown.accepted, isAccepted);
  compare("starts", unknown.starts, expectedStart(verdict, "unknown"));
  for (const state of ["unset", "token", "password", "both"] as const) {
    const { starts } = judge(environmentIn(verdict, state));
    compare(`starts (${state})`, starts, expectedStart(verdict, state));
  }

  const empty = judge(environmentModes.empty);
  compare("accepted (empty)", empty.accepted, verdict.empty.accepted);
  const startsEmpty =
    verdict.empty.accepted && expectedStart(verdict, "unset") === true;
  compare("starts (empty)", empty.starts, startsEmpty);

  const [first] = verdict.given;
  const refused = refusedIn(unknown);
  const refusedEmpty = refusedIn(empty);
  const places = [
    ...(isAccepted || first === undefined
      ? []
      : missed(first, refused, file)
    ).map((place) => `missed: ${place}`),
    ...invented(verdict, verdict.given, refused, resolved).map(
      (place) => `invented: ${place}`,
    ),
    ...missed(verdict.empty, refusedEmpty, file).map(
      (place) => `missed (empty): ${place}`,
    ),
    ...invented(
      verdict,
      [verdict.empty, ...verdict.given],
      refusedEmpty,
      resolved,
    ).map((place) => `invented (empty): ${place}`),
  ];
  for (const { rule, error } of unknown.failures)
    found.push(`${rule.code} threw ${String(error)}`);
  return [...found, ...places];
}

describe("conformance with the release", () => {
  it("was recorded from the release we follow, for every case there is", () => {
    assert.equal(release.version, targetRelease);
    assert.equal(release.cases, cases.length);
    assert.ok(cases.length >= 400);
  });

  it("lists differences of cases there are, with their reasons", () => {
    const names = new Set(cases.map(({ name }) => name));
    for (const { case: name, reason } of differences) {
      assert.ok(names.has(name), name);
      assert.ok(reason.length > 20, name);
    }
  });

  it("asks about accepted and refused files, and about both answers of starts", () => {
    const verdicts = cases.map(verdictOf);
    const counts = {
      accepted: verdicts.filter((v) => v.given.some((a) => a.accepted)),
      refused: verdicts.filter((v) => v.given.every((a) => !a.accepted)),
      starting: verdicts.filter((v) => expectedStart(v, "unset") === true),
      hanging: verdicts.filter((v) => expectedStart(v, "unknown") === null),
      later: verdicts.filter((v) => v.later.length > 0),
    };
    for (const [kind, { length }] of Object.entries(counts))
      assert.ok(length >= 10, `only ${length} cases are ${kind}`);
  });

  for (const each of cases) {
    it(each.name, async () => {
      const allowed = differences.filter((row) => row.case === each.name);
      const found = await disagreements(each);
      const isAllowed = (text: string): boolean =>
        allowed.some(({ about }) => text.startsWith(about));
      assert.deepEqual(
        found.filter((text) => !isAllowed(text)),
        [],
      );
      for (const { about } of allowed)
        assert.ok(
          found.some((text) => text.startsWith(about)),
          `the difference "${about}" is none any more: take it out of differences.json`,
        );
    });
  }
});
