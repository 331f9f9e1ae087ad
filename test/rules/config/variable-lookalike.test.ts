import assert from "node:assert/strict";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { configVariableLookalike } from "../../../server/src/core/rules/config/variable-lookalike.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

/** The token after each fix that is offered. */
function fixedTokens(token: string): readonly string[] {
  const text = `{ gateway: { mode: "local", auth: { token: ${JSON.stringify(token)} } } }`;
  const analysis = analyse(text);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === configVariableLookalike.code,
  );
  if (problem === undefined) return [];
  const proven = provenFixes(analysis, problem);
  assert.notEqual(proven.length, 0, "a finding without a fix");
  return proven.map(({ edits }) => {
    const after = applyEdits(text, edits[0]?.edits ?? []);
    return /token: "(.*)" }/.exec(after)?.[1] ?? "";
  });
}

describe("config.variable_lookalike", () => {
  it("points at the value", () =>
    check(
      configVariableLookalike,
      `{
  gateway: { auth: { token: '\${gateway_token}' } },
  //                        ^^^^^^^^^^^^^^^^^^ config.variable_lookalike
}`,
    ));
  for (const [token, fixed] of [
    ["${my_token}", ["${MY_TOKEN}"]],
    ["${my-token}", ["${MY_TOKEN}"]],
    ["${ TOKEN }", ["${TOKEN}"]],
    ["$TOKEN", ["${TOKEN}"]],
    ["$env:TOKEN", ["${TOKEN}"]],
    ["${env:TOKEN}", ["${TOKEN}"]],
    ["${process.env.TOKEN}", ["${TOKEN}"]],
    ["${TOKEN", ["${TOKEN}"]],
    ["${TOKEN:?4d0c9e8b7a6f5e4d3c2b1a0f9e8d7c6b}", ["${TOKEN}"]],
    ["a-${b}-${C}-${d}", ["a-${B}-${C}-${D}"]],
    // Not lookalikes: references, escapes, prices, and what is no name.
    ["${TOKEN}", []],
    ["$${TOKEN}", []],
    ["$${token}", []],
    ["pa$$word", []],
    ["$5", []],
    ["${}", []],
    ["${a.b}", []],
    ["$lower", []],
  ] as const) {
    it(`${token} becomes ${fixed.join() || "nothing else"}`, () =>
      assert.deepEqual(fixedTokens(token), fixed));
  }
  it("offers the default that a shell would take, and no fix that would lose it", () =>
    assert.deepEqual(
      fixedTokens("${TOKEN:-4d0c9e8b7a6f5e4d3c2b1a0f9e8d7c6b}"),
      ["4d0c9e8b7a6f5e4d3c2b1a0f9e8d7c6b"],
    ));
  it("offers the variable as well where the default is no secret", () =>
    assert.deepEqual(fixedTokens("${TOKEN:-changeme}"), [
      "${TOKEN}",
      "changeme",
    ]));
  it("never repeats the default, which may be a secret", () => {
    const [finding] = findingsOf(
      configVariableLookalike,
      `{ gateway: { auth: { token: "\${TOKEN:-k3w9vz7q}" } } }`,
    );
    assert.ok(finding);
    assert.doesNotMatch(finding.message, /k3w9/);
  });
  it("passes over sentences, programs and templates", () =>
    check(
      configVariableLookalike,
      `{
  messages: { responsePrefix: "costs \${price} today" },
  agents: { defaults: { sandbox: { docker: { setupCommand: "echo\${home}" } } } },
  hooks: { mappings: [{ messageTemplate: "\${body}" }] },
}`,
    ));
});
