import assert from "node:assert/strict";
import { toolsElevatedInUse as rule } from "../../../server/src/core/rules/tools/elevated-in-use.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

const strict = { profile: "strict" } as const;
const listed = `{ gateway: { mode: "local" }, tools: { elevated: { allowFrom: { telegram: ["5"] } } } }`;

describe("tools.elevated_in_use", () => {
  it("points at each list, in the strict profile alone", () => {
    check(
      rule,
      `{ tools: { elevated: { allowFrom: {
    telegram: ["5"],
  //^^^^^^^^ tools.elevated_in_use
    slack: [],
    signal: ["\${ME}"],
  //^^^^^^ tools.elevated_in_use
} } } }`,
      strict,
    );
    assert.deepEqual(profilesThatSpeak(rule, listed), ["strict"]);
  });
  for (const text of [
    `{}`,
    `{ tools: { elevated: {} } }`,
    `{ tools: { elevated: { enabled: false, allowFrom: { telegram: ["5"] } } } }`,
    `{ channels: { discord: { dm: { allowFrom: ["5"] } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text, strict));
  it("switches elevated mode off", () =>
    assert.deepEqual(
      offeredFixes(rule, listed, strict).map(([title]) => title),
      ["Switch elevated mode off"],
    ));
});
