import assert from "node:assert/strict";
import fc from "fast-check";
import JSON5 from "json5";
import { acceptInComment } from "../../server/src/core/features/acceptance/accept-in-comment.ts";
import { acceptInFile } from "../../server/src/core/features/acceptance/accept-in-file.ts";
import { isAcceptable } from "../../server/src/core/features/acceptance/codes.ts";
import type { Analysis } from "../../server/src/core/features/analysis.ts";
import { fixAllOfKind } from "../../server/src/core/features/fix-all-of-kind.ts";
import { leadingFix } from "../../server/src/core/features/fix-all.ts";
import { isSettingFix, pathsOf } from "../../server/src/core/config/fix.ts";
import {
  identityOf,
  isAtLeast,
} from "../../server/src/core/features/problem.ts";
import { parseJson5 } from "../../server/src/core/json5/parse.ts";
import { applyEdits } from "../../server/src/core/text/edit.ts";
import { analyse } from "../support/analyse.ts";
import { anyConfig } from "../support/arbitrary-config.ts";

const decision = { reason: "it is meant to be so" };

/** What is shown, place by place: code and path. */
const shownBy = ({ shown }: Analysis): readonly string[] =>
  shown.map(({ code, path }) => JSON.stringify([code, path])).sort();

/** One list without one item of another. */
function without(list: readonly string[], item: string): readonly string[] {
  const at = list.indexOf(item);
  assert.ok(at >= 0);
  return list.toSpliced(at, 1);
}

const commentsIn = (text: string): readonly string[] =>
  parseJson5(text).comments.map(({ offset, length }) =>
    text.slice(offset, offset + length).replace(/\s+/g, " "),
  );

describe("accepting a risk", () => {
  it("hides that problem and no other, changes no value and no verdict", () => {
    let comments = 0;
    let entries = 0;
    const codes = new Set<string>();
    fc.assert(
      fc.property(anyConfig, (text) => {
        const before = analyse(text);
        for (const problem of before.shown) {
          const own = JSON.stringify([problem.code, problem.path]);
          const inComment = acceptInComment(before, problem, decision);
          const inFile = acceptInFile(before, problem, decision, undefined);
          if (!isAcceptable(problem)) {
            assert.ok("refused" in inComment && "refused" in inFile, own);
            continue;
          }
          codes.add(problem.code);
          if ("edits" in inComment) {
            comments += 1;
            const accepted = applyEdits(
              text,
              inComment.edits.flatMap(({ edits }) => edits),
            );
            const after = analyse(accepted);
            assert.deepEqual(shownBy(after), without(shownBy(before), own));
            assert.deepEqual(JSON5.parse(accepted), JSON5.parse(text));
            assert.equal(after.diagnosis.accepted, before.diagnosis.accepted);
            assert.equal(after.diagnosis.starts, before.diagnosis.starts);
            const known = commentsIn(text);
            const added = commentsIn(accepted);
            assert.equal(added.length, known.length + 1);
            for (const comment of known) assert.ok(added.includes(comment));
          }
          if ("edits" in inFile) {
            entries += 1;
            const { settings, problems } = inFile.after;
            assert.deepEqual(problems, []);
            const after = analyse(text, {
              settings: { accept: settings.accept },
            });
            assert.deepEqual(shownBy(after), without(shownBy(before), own));
          }
        }
      }),
      { numRuns: 250 },
    );
    assert.ok(comments > 150, `only ${comments} comments`);
    assert.ok(entries > 300, `only ${entries} entries`);
    assert.ok(codes.size >= 8, `only ${[...codes].join(", ")}`);
  });
});

describe("fixing all of a kind", () => {
  it("does what each of its fixes promises, opens nothing, and keeps every comment", () => {
    let exercised = 0;
    const codes = new Set<string>();
    fc.assert(
      fc.property(anyConfig, (text) => {
        const analysis = analyse(text);
        const before = analysis.diagnosis;
        for (const code of new Set(before.problems.map((each) => each.code))) {
          const fixed = fixAllOfKind(analysis, code);
          if (fixed === undefined) continue;
          exercised += 1;
          codes.add(code);
          const ofKind = before.problems.filter((each) => each.code === code);
          const after = analyse(fixed.text).diagnosis;
          const said = `${code}:\n${text}\n→\n${fixed.text}`;
          assert.equal(
            after.problems.filter((each) => each.code === code).length,
            fixed.total - fixed.gone,
            said,
          );
          const known = new Set(before.problems.map(identityOf));
          if (ofKind.every(({ effect }) => effect !== "refused"))
            for (const problem of after.problems)
              assert.ok(
                known.has(identityOf(problem)) ||
                  !ofKind.every(({ severity }) =>
                    isAtLeast(problem.severity, severity),
                  ),
                `${problem.code} is new: ${said}`,
              );
          if (before.accepted) assert.ok(after.accepted, said);
          assert.deepEqual(
            [...commentsIn(fixed.text)].sort(),
            [...commentsIn(text)].sort(),
            said,
          );
          const promised = ofKind
            .flatMap((problem) => leadingFix(problem) ?? [])
            .filter(isSettingFix)
            .flatMap(({ changes }) => changes.flatMap(pathsOf))
            .map((path) => path[0]);
          const [was, is] = [text, fixed.text].map((each) =>
            JSON5.parse<Record<string, unknown>>(each),
          );
          for (const key of Object.keys({ ...was, ...is }))
            if (JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]))
              assert.ok(promised.includes(key), `${key} in ${said}`);
        }
      }),
      { numRuns: 250 },
    );
    assert.ok(exercised > 60, `only ${exercised} times`);
    assert.ok(codes.size >= 4, `only ${[...codes].join(", ")}`);
  });
});
