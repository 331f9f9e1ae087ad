import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import type { Problem } from "../../../server/src/core/features/problem.ts";
import { pathText, type Profile } from "../../../server/src/core/rules/rule.ts";
import { analyse } from "../../support/analyse.ts";

const article = readFileSync("examples/article.clawdbot.json", "utf8");
const repaired = readFileSync(
  "test/fixtures/article-repaired.clawdbot.json",
  "utf8",
);

const told = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ code, path }) => `${code} ${pathText(path)}`).sort();

/** Applies the preferred fix of one refused problem after the other, as a person would. */
function repair(text: string, profile: Profile): string {
  let current = text;
  for (let round = 0; round < 10; round++) {
    const analysis = analyse(current, { profile });
    const refused = analysis.diagnosis.problems.find(
      ({ effect }) => effect === "refused",
    );
    if (refused === undefined) return current;
    const [fix] = provenFixes(analysis, refused);
    assert.ok(fix, `${refused.code} has a fix`);
    current = applyEdits(
      current,
      fix.edits.flatMap(({ edits }) => edits),
    );
  }
  throw new Error("the repairs do not come to an end");
}

describe("the article's secure baseline", () => {
  it("is refused at three keys, as by the real release", () => {
    const { problems, accepted, starts } = analyse(article).diagnosis;
    assert.equal(accepted, false);
    assert.equal(starts, false);
    // The release says: tools.elevated.allowFrom expects a record; unrecognized keys groupPolicy and groupAllowFrom.
    assert.deepEqual(
      told(problems.filter(({ effect }) => effect === "refused")),
      [
        "schema.type tools.elevated.allowFrom",
        "schema.unknown_key groupAllowFrom",
        "schema.unknown_key groupPolicy",
      ],
    );
    for (const { place } of problems.slice(1, 4))
      assert.ok(place.length > 0 && place.length < 20);
  });

  for (const profile of ["recommended", "upstream"] as const) {
    it(`is accepted after the three repairs, which move what was meant (${profile})`, () => {
      const text = repair(article, profile);
      assert.equal(text, repaired);
      const { problems, accepted } = analyse(text, { profile }).diagnosis;
      assert.ok(accepted);
      assert.deepEqual(
        told(problems),
        profile === "recommended"
          ? ["gateway.token_placeholder gateway.auth.token"]
          : [],
      );
    });
  }

  it("keeps every comment of the article", () => {
    for (const comment of article.match(/\/\/ .*/g) ?? [])
      assert.ok(repaired.includes(comment), comment);
  });

  it("was accepted by the real release when its verdict was recorded", () => {
    const verdict = JSON.parse(
      readFileSync("test/fixtures/article-repaired.verdict.json", "utf8"),
    ) as { text: string; valid: boolean; audit: unknown[] };
    assert.equal(verdict.text, repaired, "the verdict is about this text");
    assert.equal(verdict.valid, true);
    assert.deepEqual(verdict.audit, []);
  });
});
