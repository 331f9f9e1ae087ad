import assert from "node:assert/strict";
import { toolsElevatedAllowFromWildcard } from "../../../server/src/core/rules/tools/elevated-allow-from-wildcard.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";

describe("tools.elevated.allowFrom.wildcard", () => {
  it("points at the element, on every channel", () =>
    check(
      toolsElevatedAllowFromWildcard,
      `{
  tools: { elevated: { allowFrom: {
    telegram: [123, "*"],
    //              ^^^ tools.elevated.allowFrom.wildcard
    discord: ["1"],
    "odd.key": [' * '],
    //          ^^^^^ tools.elevated.allowFrom.wildcard
  } } },
}`,
    ));
  for (const text of [
    `{ tools: { elevated: { enabled: false, allowFrom: { telegram: ["*"] } } } }`,
    `{ tools: { elevated: { allowFrom: { telegram: ["\${OWNER}"] } } } }`,
    `{ tools: { elevated: { allowFrom: ["*"] } } }`,
    `{ tools: { elevated: { allowFrom: { telegram: [] } } } }`,
  ])
    it(`is silent on ${text}`, () =>
      check(toolsElevatedAllowFromWildcard, text));
  it("takes every wildcard of the list away and nothing else", () => {
    const text = `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: ["*", "42", "*"] } } } }`;
    const analysis = analyse(text);
    const problem = analysis.diagnosis.problems.find(
      ({ code }) => code === "tools.elevated.allowFrom.wildcard",
    );
    assert.ok(problem);
    const [fix] = provenFixes(analysis, problem);
    assert.equal(
      fix?.title,
      'Remove "*" from tools.elevated.allowFrom.telegram',
    );
    assert.equal(
      applyEdits(text, fix?.edits[0]?.edits ?? []),
      `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: ["42"] } } } }`,
    );
  });
});
