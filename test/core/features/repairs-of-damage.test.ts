import assert from "node:assert/strict";
import JSON5 from "json5";
import { carriedOut } from "../../../server/src/core/features/fix-all.ts";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { analyse } from "../../support/analyse.ts";

/** A mistake in one property, and the property without it; each can stand among others. */
const mistakes: readonly (readonly [
  code: string,
  damaged: string,
  whole: string,
])[] = [
  ["unquoted_value", "ui: { seamColor: a b },", 'ui: { seamColor: "a b" },'],
  [
    "missing_colon",
    'gateway { mode: "local" },',
    'gateway: { mode: "local" },',
  ],
  ["wrong_separator", "cron = {},", "cron: {},"],
  ["foreign_quotes", "audio: { a: “x” },", 'audio: { a: "x" },'],
  ["foreign_literal", "web: { enabled: True },", "web: { enabled: true },"],
  ["bad_number", "talk: { a: 1_000 },", "talk: { a: 1000 },"],
  ["hash_comment", "# a remark", "// a remark"],
  ["extra_comma", "skills: {},,", "skills: {},"],
  [
    "missing_comma",
    'logging: { level: "info" }',
    'logging: { level: "info" },',
  ],
  [
    "missing_comma",
    'session: { scope: "global" }',
    'session: { scope: "global" },',
  ],
  ["unquoted_key", "my-key: 1,", '"my-key": 1,'],
];

const fileOf = (properties: readonly string[]): string =>
  `{\n${properties.map((property) => `  ${property}\n`).join("")}  last: 0,\n}\n`;

describe("repairs of damaged text", () => {
  for (const [code, damaged] of mistakes) {
    it(`are offered: ${code} in ${damaged}`, () => {
      const analysis = analyse(fileOf([damaged]));
      const found = analysis.diagnosis.problems.find(
        (problem) => problem.code === `syntax.${code}`,
      );
      assert.ok(found);
      assert.equal(provenFixes(analysis, found).length, 1);
    });
  }

  it("are offered one by one, however many mistakes there are", () => {
    const analysis = analyse(fileOf(mistakes.map(([, damaged]) => damaged)));
    const found = analysis.diagnosis.problems.filter(({ code }) =>
      code.startsWith("syntax."),
    );
    assert.deepEqual(
      found.map(({ code }) => code.replace("syntax.", "")).sort(),
      mistakes.map(([code]) => code).sort(),
    );
    for (const problem of found)
      assert.equal(provenFixes(analysis, problem).length, 1, problem.message);
  });

  it("lead all together to the file that was meant", () => {
    const analysis = analyse(fileOf(mistakes.map(([, damaged]) => damaged)));
    const repaired = carriedOut(analysis, {
      only: ({ code }) => code.startsWith("syntax."),
    }).analysis.resolved.document.text;
    const meant = fileOf(mistakes.map(([, , whole]) => whole));
    assert.deepEqual(JSON5.parse(repaired), JSON5.parse(meant));
    assert.ok(repaired.includes("// a remark"));
  });

  it("do not hide the repairs of settings beside them", () => {
    const analysis = analyse(`{
  gateway: { mode: "local" bind: "0.0.0.0", port: "18789" }
  logging: { redactSensitive: "off" },
}
`);
    const offered = analysis.diagnosis.problems.map(
      (problem) =>
        `${problem.code}: ${provenFixes(analysis, problem).length > 0}`,
    );
    assert.deepEqual(offered.sort(), [
      "logging.redact_off: true",
      "schema.enum: true",
      "schema.type: true",
      "syntax.missing_comma: true",
      "syntax.missing_comma: true",
    ]);
  });

  it("may bring to light what the damage alone kept unsaid", () => {
    // The port is text, which nobody says while a comma is missing after it.
    const analysis = analyse(
      '{ gateway: { mode: "local", port: "1" bind: "lan" } }',
    );
    const [comma] = analysis.diagnosis.problems.filter(
      ({ code }) => code === "syntax.missing_comma",
    );
    assert.ok(comma);
    assert.deepEqual(
      analysis.diagnosis.guessed.map(({ code, path }) => [code, path]),
      [["schema.type", ["gateway", "port"]]],
    );
    assert.equal(provenFixes(analysis, comma).length, 1);
  });
});
