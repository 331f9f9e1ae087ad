import assert from "node:assert/strict";
import { lintProblemKinds } from "../../../server/src/core/features/lint-problem-kinds.ts";
import { readLintFile } from "../../../server/src/core/features/lint-file/read-lint-file.ts";
import { parseJson5 } from "../../../server/src/core/json5/parse.ts";
import { analyse } from "../../support/analyse.ts";

/** The codes about accepting that an example has: a config, or the shared configuration where it says so. */
const codesIn = (text: string): readonly string[] =>
  (text.startsWith("// .clawdbot-lint.json")
    ? readLintFile("/config/.clawdbot-lint.json", parseJson5(text)).problems
    : analyse(text).diagnosis.problems
  )
    .map(({ code }) => code)
    .filter((code) => code.startsWith("lint."));

describe("the kinds of problems of accepting", () => {
  for (const { code, docs, usualSeverity } of lintProblemKinds) {
    it(`${code}: its examples tell the truth`, () => {
      assert.deepEqual(codesIn(docs.bad), [code]);
      assert.deepEqual(codesIn(docs.good), []);
      assert.ok(usualSeverity !== undefined);
    });
  }
});
