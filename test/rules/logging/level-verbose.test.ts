import assert from "node:assert/strict";
import { loggingLevelVerbose } from "../../../server/src/core/rules/logging/level-verbose.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

describe("logging.level_verbose", () => {
  it("points at the levels", () =>
    check(
      loggingLevelVerbose,
      `{
  logging: { level: 'error', consoleLevel: "trace" },
  //                ^^^^^^^ logging.level_verbose
  //                                       ^^^^^^^ logging.level_verbose
}`,
    ));
  // What the release wrote into the file when a line of each level was logged at each level.
  for (const [level, said] of [
    ["silent", undefined],
    ["fatal", "everything, trace lines included,"],
    ["error", "everything, trace lines included,"],
    ["warn", "all but trace lines, debug lines included,"],
    ["info", undefined],
    ["debug", "warnings and errors only"],
    ["trace", "errors only"],
    ["${LEVEL}", undefined],
  ] as const)
    it(`says what "${level}" writes into the file`, () => {
      const [found] = findingsOf(
        loggingLevelVerbose,
        `{ logging: { level: "${level}" } }`,
      );
      if (said === undefined) assert.equal(found, undefined);
      else assert.ok(found?.message.includes(`writes ${said} to the log file`));
    });
  for (const level of ["silent", "error", "warn", "info"])
    it(`is silent on the console's "${level}"`, () =>
      check(loggingLevelVerbose, `{ logging: { consoleLevel: "${level}" } }`));
  it("sets the one level that does what it says", () => {
    const text = `{ gateway: { mode: "local", auth: { token: "\${T}" } }, logging: { level: "warn" } }`;
    assert.deepEqual(
      fixesOf(loggingLevelVerbose.code, text).map(({ text: after }) => after),
      [text.replace("warn", "info")],
    );
  });
});
