import assert from "node:assert/strict";
import { provenFixes } from "../../../../server/src/core/features/quick-fixes.ts";
import { fixAll } from "../../../../server/src/core/features/fix-all.ts";
import { applyEdits } from "../../../../server/src/core/text/edit.ts";
import { analyse } from "../../../support/analyse.ts";

const quiet = 'gateway: { mode: "local", auth: { token: "${T}" } }';

/** The fixes that are offered for the first problem of this code, by title, with what they make of the text. */
function fixesOf(text: string, code: string) {
  const analysis = analyse(text);
  const problem = analysis.diagnosis.problems.find(
    (each) => each.code === code,
  );
  assert.ok(problem, `${code} is found`);
  return Object.fromEntries(
    provenFixes(analysis, problem).map(({ title, edits, safety }) => {
      assert.equal(safety, "review", "what hides problems is looked at");
      return [
        title,
        applyEdits(
          text,
          edits.flatMap((each) => each.edits),
        ),
      ];
    }),
  );
}

describe("the repair of a suppression comment", () => {
  for (const [name, text, code, title, expected] of [
    [
      "takes an unused one away with its line",
      `{\n  // keep\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet},\n}\n`,
      "lint.unused_suppression",
      "Remove the comment",
      `{\n  // keep\n  ${quiet},\n}\n`,
    ],
    [
      "takes one at the end of a line away",
      `{\n  ${quiet}, // clawdbot-ignore logging.redact_off: why\n}\n`,
      "lint.unused_suppression",
      "Remove the comment",
      `{\n  ${quiet},\n}\n`,
    ],
    [
      "takes one from within a line",
      `{ /* clawdbot-ignore logging.redact_off: why */ ${quiet} }`,
      "lint.unused_suppression",
      "Remove the comment",
      `{ ${quiet} }`,
    ],
    [
      "takes one of two equal ones away",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet},\n}\n`,
      "lint.unused_suppression",
      "Remove the comment",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet},\n}\n`,
    ],
    [
      "keeps the codes that are needed",
      `{\n  // clawdbot-ignore gateway.bind_no_auth, logging.redact_off: why\n  logging: { redactSensitive: "off" }, ${quiet},\n}\n`,
      "lint.unused_suppression",
      "Remove gateway.bind_no_auth from the comment",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  logging: { redactSensitive: "off" }, ${quiet},\n}\n`,
    ],
    [
      "keeps the codes before",
      `{\n  // clawdbot-ignore logging.redact_off, schema.enum: why\n  logging: { redactSensitive: "off" }, ${quiet},\n}\n`,
      "lint.cannot_accept",
      "Remove schema.enum from the comment",
      `{\n  // clawdbot-ignore logging.redact_off: why\n  logging: { redactSensitive: "off" }, ${quiet},\n}\n`,
    ],
    [
      "corrects a code",
      `{\r\n  // clawdbot-ignore logging.redact-of: why\r\n  logging: { redactSensitive: "off" }, ${quiet},\r\n}\r\n`,
      "lint.unknown_code",
      "Change to logging.redact_off",
      `{\r\n  // clawdbot-ignore logging.redact_off: why\r\n  logging: { redactSensitive: "off" }, ${quiet},\r\n}\r\n`,
    ],
    [
      "takes an expired one away",
      `{\n  // clawdbot-ignore logging.redact_off until 2020-01-31: why\n  logging: { redactSensitive: "off" }, ${quiet},\n}\n`,
      "lint.expired_suppression",
      "Remove the comment",
      `{\n  logging: { redactSensitive: "off" }, ${quiet},\n}\n`,
    ],
  ] as const) {
    it(name, () => assert.equal(fixesOf(text, code)[title], expected));
  }

  it("never invents a reason or a day", () => {
    for (const comment of [
      "logging.redact_off",
      "logging.redact_off until soon: why",
    ]) {
      const text = `{\n  // clawdbot-ignore ${comment}\n  ${quiet},\n}\n`;
      const [problem] = analyse(text).diagnosis.problems;
      assert.ok(problem);
      for (const fixed of Object.values(fixesOf(text, problem.code)))
        assert.equal(fixed, `{\n  ${quiet},\n}\n`);
    }
  });

  it("is nothing that happens on save", () => {
    const text = `{\n  // clawdbot-ignore logging.redact_off: why\n  ${quiet},\n}\n`;
    assert.deepEqual(fixAll(analyse(text)).applied, []);
  });
});

describe("a repair of the config", () => {
  it("is proved as if nothing was accepted, and keeps the comment that accepts", () => {
    // The gateway's own problem is accepted; binding to loopback would open nothing new, an open channel would.
    const text = `{\n  // clawdbot-ignore logging.redact_off: why\n  logging: { redactSensitive: "off" },\n  gateway: { mode: "local", bind: "lan" },\n}\n`;
    const fixed = fixesOfAny(text, "gateway.bind_no_auth", "Bind to loopback");
    assert.equal(fixed, text.replace('"lan"', '"loopback"'));
  });
});

function fixesOfAny(text: string, code: string, title: string) {
  const analysis = analyse(text);
  const problem = analysis.diagnosis.problems.find(
    (each) => each.code === code,
  );
  assert.ok(problem);
  const fix = provenFixes(analysis, problem).find(
    (each) => each.title === title,
  );
  assert.ok(fix);
  return applyEdits(
    text,
    fix.edits.flatMap(({ edits }) => edits),
  );
}
