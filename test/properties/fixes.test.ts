import assert from "node:assert/strict";
import fc from "fast-check";
import JSON5 from "json5";
import { isSettingFix } from "../../server/src/core/config/fix.ts";
import { pathsOf } from "../../server/src/core/config/fix.ts";
import {
  identityOf,
  isAtLeast,
} from "../../server/src/core/features/problem.ts";
import { fixAll } from "../../server/src/core/features/fix-all.ts";
import { provenFixes } from "../../server/src/core/features/quick-fixes.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { profiles } from "../../server/src/core/rules/rule.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { analyse, configFile, noEnvironmentFile } from "../support/analyse.ts";
import { anyConfig } from "../support/arbitrary-config.ts";

type Path = readonly (string | number)[];

/** The paths at which two values differ, read with another parser than ours. An array that changed counts as a whole. */
function changedPaths(before: unknown, after: unknown, at: Path = []): Path[] {
  if (Object.is(before, after)) return [];
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isPlain(before) || !isPlain(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [at];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    changedPaths(before[key], after[key], [...at, key]),
  );
}

/** Whether a promise names the path, something above it, or an item of the array that it is. */
const covers = (promise: Path, path: Path): boolean =>
  promise.every((key, depth) => depth >= path.length || key === path[depth]);

const commentsOf = (text: string): readonly string[] =>
  parseJson5(text)
    .comments.map(({ offset, length }) =>
      text
        .slice(offset, offset + length)
        .replace(/\s+/g, " ")
        .trim(),
    )
    .sort();

describe("fixes", () => {
  it("remove their finding, open nothing, change only what they declare, and keep every comment", () => {
    let exercised = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(anyConfig, fc.constantFrom(...profiles), (text, profile) => {
        const analysis = analyse(text, {
          profile,
          environmentFile: noEnvironmentFile,
        });
        const before = analysis.diagnosis;
        const known = new Set(before.problems.map(identityOf));
        for (const problem of before.problems) {
          for (const proven of provenFixes(analysis, problem)) {
            exercised += 1;
            kinds.add(problem.code);
            const edits = proven.edits
              .filter(({ file }) => file === configFile)
              .flatMap((each) => each.edits);
            const fixed = applyEdits(text, edits);
            const after = analyse(fixed, { profile }).diagnosis;
            const said = `${problem.code}: ${proven.title}\n${text}\n→\n${fixed}`;
            assert.ok(
              !after.problems.some(
                (other) => identityOf(other) === identityOf(problem),
              ),
              `the finding is still there: ${said}`,
            );
            if (problem.effect !== "refused") {
              const worse = after.problems.filter(
                (other) =>
                  !known.has(identityOf(other)) &&
                  isAtLeast(other.severity, problem.severity),
              );
              assert.deepEqual(worse, [], said);
            }
            if (before.accepted) assert.ok(after.accepted, said);
            if (isSettingFix(proven.fix)) {
              const promises = proven.fix.changes.flatMap(pathsOf);
              for (const path of changedPaths(
                JSON5.parse(text),
                JSON5.parse(fixed),
              )) {
                assert.ok(
                  promises.some((promise) => covers(promise, path)),
                  `${path.join(".")} was not promised: ${said}`,
                );
              }
            }
            assert.deepEqual(commentsOf(fixed), commentsOf(text), said);
          }
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(exercised > 1000, `only ${exercised} fixes were exercised`);
    assert.ok(kinds.size >= 7, `only ${[...kinds].join(", ")} had fixes`);
  });

  it("reach a fixed point together", () => {
    let applied = 0;
    fc.assert(
      fc.property(anyConfig, (text) => {
        const once = fixAll(analyse(text));
        applied += once.applied.length;
        assert.deepEqual(fixAll(analyse(once.text)).applied, []);
        assert.deepEqual(commentsOf(once.text), commentsOf(text));
      }),
      { numRuns: 150 },
    );
    assert.ok(applied > 30, `only ${applied} safe fixes were applied`);
  });
});
