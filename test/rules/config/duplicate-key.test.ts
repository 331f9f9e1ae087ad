import assert from "node:assert/strict";
import JSON5 from "json5";
import { provenFixes } from "../../../server/src/core/features/quick-fixes.ts";
import { configDuplicateKey } from "../../../server/src/core/rules/config/duplicate-key.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";

/** The text after the first fix of the first finding. */
function fixed(text: string): string {
  const analysis = analyse(text);
  const problem = analysis.diagnosis.problems.find(
    ({ code }) => code === configDuplicateKey.code,
  );
  assert.ok(problem);
  const [fix] = provenFixes(analysis, problem);
  return applyEdits(text, fix?.edits[0]?.edits ?? []);
}

describe("config.duplicate_key", () => {
  it("points at the first, which does not count", () =>
    check(
      configDuplicateKey,
      `{
  gateway: { bind: "lan", mode: "local", "bind": "loopback" },
  //         ^^^^ config.duplicate_key
  logging: { level: "info" },
}`,
    ));
  it("speaks once of a key that stands three times", () =>
    check(
      configDuplicateKey,
      `{
  models: { mode: "merge" }, logging: {}, logging: {}, logging: {},
  //                         ^^^^^^^ config.duplicate_key
}`,
    ));
  it("looks into objects that do not count themselves", () =>
    check(
      configDuplicateKey,
      `{
  x: {}, gateway: { port: 1, port: 2 },
  //     ^^^^^^^ config.duplicate_key
  //                ^^^^ config.duplicate_key
  gateway: {},
}`,
    ));
  it("says nothing of equal keys in different objects or files", () =>
    check(
      configDuplicateKey,
      `{ $include: "./b.json5", logging: { level: "info" } }`,
      { files: { "/config/b.json5": `{ logging: { level: "debug" } }` } },
    ));
  it("removes the dead ones, keeps the comments and changes no value", () => {
    const text = `{
  // who listens
  gateway: { bind: "lan", /* open */ mode: "local" }, // old
  gateway: { mode: "local" }, // new
  gateway: { mode: "local", bind: "loopback" },
}`;
    const after = fixed(text);
    assert.deepEqual(JSON5.parse(after), JSON5.parse(text));
    assert.equal(after.match(/gateway/g)?.length, 1);
    for (const comment of ["// who listens", "/* open */", "// old", "// new"])
      assert.ok(after.includes(comment), comment);
  });
  for (const [text, severity] of [
    [`{ gateway: { port: 1, port: 2 } }`, "warning"],
    [`{ gateway: { bind: "loopback", bind: "lan" } }`, "error"],
    [`{ gateway: { bind: "lan", bind: "lan" } }`, "info"],
    [
      `{ channels: { signal: { dmPolicy: "pairing", dmPolicy: "open" } } }`,
      "error",
    ],
    [`{ channels: { discord: { token: "a", token: "b" } } }`, "error"],
    [
      `{ channels: { signal: { allowFrom: ["1", "2"], allowFrom: ["1", "2"] } } }`,
      "info",
    ],
    [`{ tools: { a: 1 }, tools: {} }`, "error"],
  ] as const)
    it(`is ${severity} in ${text}`, () =>
      assert.deepEqual(
        analyse(text)
          .diagnosis.problems.filter(
            ({ code }) => code === configDuplicateKey.code,
          )
          .map((problem) => problem.severity),
        [severity],
      ));
});
