import assert from "node:assert/strict";
import { startupModeNotLocal } from "../../../server/src/core/rules/startup/mode-not-local.ts";
import { check } from "../../support/check-rule.ts";
import { fate } from "./starts.ts";

describe("startup.mode_not_local", () => {
  it("points at the gateway that has no mode", () =>
    check(
      startupModeNotLocal,
      `{
  gateway: { bind: "loopback" },
//^^^^^^^ startup.mode_not_local
}`,
    ));
  it("points at the file that has no gateway", () =>
    check(
      startupModeNotLocal,
      `{
  logging: {},
}
// ^file startup.mode_not_local`,
    ));
  it("points at the mode of a client", () =>
    check(
      startupModeNotLocal,
      `{
  gateway: { mode: "remote" },
  //               ^^^^^^^^ startup.mode_not_local
}`,
    ));
  it("leaves a mode that is no word of the schema to the schema", () =>
    check(startupModeNotLocal, `{ gateway: { mode: "server" } }`));
  for (const text of [`{ gateway: [] }`, `{ gateway: "local" }`, `[]`])
    it(`says nothing beside the wrong type of ${text}`, () =>
      check(startupModeNotLocal, text));
  for (const [mode, expected] of [
    [`"local"`, [true, "silent"]],
    [`"remote"`, [false, "warning"]],
    [`"\${MODE}"`, [null, "info"]],
  ] as const) {
    it(`mode ${mode} starts: ${String(expected[0])}`, () =>
      assert.deepEqual(
        fate("startup.mode_not_local", `{ gateway: { mode: ${mode} } }`),
        expected,
      ));
  }
});
