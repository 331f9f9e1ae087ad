import assert from "node:assert/strict";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { configImpreciseId } from "../../../server/src/core/rules/config/imprecise-id.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";

describe("config.imprecise_id", () => {
  it("points at whole numbers in lists that lose digits", () =>
    check(
      configImpreciseId,
      `{
  channels: { discord: { dm: { allowFrom: [9007199254740991, 987654321098765432, "987654321098765432"] } } },
  //                                                         ^^^^^^^^^^^^^^^^^^ config.imprecise_id
  tools: { elevated: { allowFrom: { discord: [9007199254740992] } } },
  //                                          ^^^^^^^^^^^^^^^^ config.imprecise_id
  gateway: { port: 98765432109876543210 },
}`,
    ));
  it("leaves fractions, words and single numbers alone", () =>
    check(
      configImpreciseId,
      `{ channels: { telegram: { allowFrom: [1.5, Infinity], historyLimit: 987654321098765432 } } }`,
    ));
  for (const [literal, quoted] of [
    ["987654321098765432", "987654321098765432"],
    ["-1009876543210987654", "-1009876543210987654"],
    ["+987654321098765432", "987654321098765432"],
    ["0xDB4DA5F4EF412B1", "987654321182347953"],
  ] as const) {
    it(`quotes ${literal} with all its digits`, () => {
      const text = `{ channels: { telegram: { allowFrom: [${literal}] } } }`;
      const analysis = analyse(text);
      const problem = analysis.diagnosis.problems.find(
        ({ code }) => code === configImpreciseId.code,
      );
      assert.ok(problem);
      const [fix] = provenFixes(analysis, problem);
      assert.equal(
        applyEdits(text, fix?.edits[0]?.edits ?? []),
        text.replace(literal, `"${quoted}"`),
      );
    });
  }
});
