import assert from "node:assert/strict";
import { toolsElevatedByName as rule } from "../../../server/src/core/rules/tools/elevated-by-name.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severitiesOf } from "../../support/offered-fixes.ts";

describe("tools.elevated_by_name", () => {
  it("points at the first name of a list", () =>
    check(
      rule,
      `{ tools: { elevated: { allowFrom: {
  telegram: [5, "anna", "ben"],
  //            ^^^^^^ tools.elevated_by_name
  matrix: ["@anna:example.org"],
  //       ^^^^^^^^^^^^^^^^^^^ tools.elevated_by_name
} } } }`,
    ));
  const table: readonly (readonly [string, string, number])[] = [
    ["telegram", "telegram:5", 0],
    ["telegram", "@anna", 1],
    ["telegram", "-1001", 0],
    ["discord", "user:5", 0],
    ["discord", "Anna", 1],
    ["slack", "U0123456", 0],
    ["slack", "anna", 1],
    ["whatsapp", "+49 151 12345678", 0],
    ["whatsapp", "Anna", 1],
    ["signal", "uuid:5f2d1a90-0000-4000-8000-0000000000ab", 0],
    ["signal", "+4915112345678", 0],
    ["signal", "Anna", 1],
    // Called with a message whose sender had just that display name, the release let it pass; by the id alone it did not.
    ["matrix", "matrix:@anna:example.org", 0],
    ["matrix", "anna", 1],
    ["imessage", "anna@example.com", 0],
    ["telegram", "*", 0],
    ["telegram", "${ME}", 0],
    ["telegram", "", 0],
  ];
  for (const [provider, entry, expected] of table)
    it(`${entry || "nothing"} on ${provider} is ${expected === 0 ? "no name" : "a name"}`, () =>
      assert.equal(
        findingsOf(
          rule,
          JSON.stringify({
            tools: { elevated: { allowFrom: { [provider]: [entry] } } },
          }),
        ).length,
        expected,
      ));
  it("leaves Discord's own senders to the rule about them", () =>
    check(rule, `{ channels: { discord: { dm: { allowFrom: ["anna"] } } } }`));
  it("is silent where elevated mode is off", () =>
    check(
      rule,
      `{ tools: { elevated: { enabled: false, allowFrom: { telegram: ["anna"] } } } }`,
    ));
  it("is worse in the strict profile", () => {
    const text = `{ tools: { elevated: { allowFrom: { telegram: ["anna"] } } } }`;
    assert.deepEqual(severitiesOf(rule, text), ["warning"]);
    assert.deepEqual(severitiesOf(rule, text, { profile: "strict" }), [
      "error",
    ]);
  });
});
