import assert from "node:assert/strict";
import { loggingRedactPatternsReplace } from "../../../server/src/core/rules/logging/redact-patterns-replace.ts";
import { analyse } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("logging.redact_patterns_replace", () => {
  it("points at the list's key", () =>
    check(
      loggingRedactPatternsReplace,
      `{
  logging: { redactPatterns: ['internal-\\\\d+'] },
  //         ^^^^^^^^^^^^^^ logging.redact_patterns_replace
}`,
    ));
  for (const text of [
    `{ logging: { redactPatterns: [] } }`,
    `{ logging: { redactSensitive: "off", redactPatterns: ["a"] } }`,
    `{ logging: { redactPatterns: "a" } }`,
    `{ logging: {} }`,
  ])
    it(`is silent on ${text}`, () => check(loggingRedactPatternsReplace, text));

  // As the release made a regular expression of each, or did not.
  for (const [pattern, masks] of [
    ["a+", true],
    ["/a+/i", true],
    ["/a/gg", false],
    ["/a/q", true],
    ["(", false],
    ["/(/", false],
    ["  ", false],
    ["${PATTERN}", true],
  ] as const)
    it(`knows that ${JSON.stringify(pattern)} ${masks ? "may mask" : "masks nothing"}`, () => {
      const [found] = findingsOf(
        loggingRedactPatternsReplace,
        `{ logging: { redactPatterns: [${JSON.stringify(pattern)}] } }`,
      );
      assert.equal(found?.message.includes("nothing is masked"), !masks);
    });

  it("is worse where nothing is masked, and shows what is passed over", () => {
    const found = (list: string) =>
      analyse(
        `{ logging: { redactPatterns: ${list} } }`,
      ).diagnosis.problems.find(
        ({ code }) => code === loggingRedactPatternsReplace.code,
      );
    assert.equal(found(`["("]`)?.severity, "warning");
    const mixed = found(`["(", "ok", "["]`);
    assert.equal(mixed?.severity, "info");
    assert.equal(mixed.related.length, 2);
  });
  it("never repeats a pattern, which may be a secret", () => {
    const [found] = findingsOf(
      loggingRedactPatternsReplace,
      `{ logging: { redactPatterns: ["my-own-k3w9vz7q"] } }`,
    );
    assert.ok(found && !found.message.includes("k3w9"));
  });
});
