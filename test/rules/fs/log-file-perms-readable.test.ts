import assert from "node:assert/strict";
import { fsLogFilePermsReadable } from "../../../server/src/core/rules/fs/log-file-perms-readable.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { stateWith } from "./machines.ts";

const machine = stateWith(
  "-rw-r--r-- ~/logs/a.log",
  "-rw------- ~/logs/closed.log",
  "-rw-r--r-- /var/log/a.log",
);

describe("fs.log_file.perms_readable", () => {
  it("points at the setting", () =>
    check(
      fsLogFilePermsReadable,
      `{
  logging: { file: "~/logs/a.log" },
  //               ^^^^^^^^^^^^^^ fs.log_file.perms_readable
}`,
      { machine },
    ));
  for (const [file, expected] of [
    ["/var/log/a.log", 1],
    ["/var/log/../log/./a.log", 1],
    ["  ~/logs/a.log ", 1],
    ["~/logs/closed.log", 0],
    ["~/logs/none.log", 0],
    // Counts from wherever the gateway was started.
    ["logs/a.log", 0],
    ["${LOG}", 0],
    ["~/${LOG}", 0],
    ["~other/logs/a.log", 0],
    ["", 0],
  ] as const) {
    it(`file ${JSON.stringify(file)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          fsLogFilePermsReadable,
          `{ logging: { file: ${JSON.stringify(file)} } }`,
          { machine },
        ).length,
        expected,
      ));
  }
});
