import assert from "node:assert/strict";
import { configUnsafeExecutable } from "../../../server/src/core/rules/config/unsafe-executable.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

describe("config.unsafe_executable", () => {
  it("points at each program", () =>
    check(
      configUnsafeExecutable,
      `{
  audio: { transcription: { command: ["whisper;reboot", "a;b"] } },
  //                                  ^^^^^^^^^^^^^^^^ config.unsafe_executable
  channels: {
    signal: { cliPath: "signal cli", accounts: { w: { cliPath: "'x'" } } },
    //                 ^^^^^^^^^^^^ config.unsafe_executable
    //                                                         ^^^^^ config.unsafe_executable
    imessage: { cliPath: "-x", accounts: { w: { cliPath: "imsg" } } },
    //                   ^^^^ config.unsafe_executable
  },
}`,
    ));
  it("points at a command that is empty", () =>
    check(
      configUnsafeExecutable,
      `{
  audio: { transcription: { command: [] } },
  //                        ^^^^^^^ config.unsafe_executable
}`,
    ));
  // infra/exec-safety.js
  for (const [text, expected] of [
    ["signal-cli", 0],
    [" signal-cli ", 0],
    ["~/bin/my tool", 0],
    ["/opt/a b/c", 0],
    ["C:\\tools\\x.exe", 0],
    ["-x/y", 0],
    ["a b", 1],
    ["", 1],
    ["./x;y", 1],
    ["a$b", 1],
    ["a`b`", 1],
    ["x\ny", 1],
    ["x\u0000", 1],
    ["café", 1],
    ["c:x", 1],
    ["${P}", 0],
    ["a b${P}", 0],
    ["-${P}", 0],
    ["${P};x", 1],
    [5, 0],
  ] as const) {
    it(`${JSON.stringify(text)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(
          configUnsafeExecutable,
          JSON.stringify({ channels: { signal: { cliPath: text } } }),
        ).length,
        expected,
      ));
  }
});
