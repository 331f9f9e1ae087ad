import assert from "node:assert/strict";
import { startupHooksPathRoot } from "../../../server/src/core/rules/startup/hooks-path-root.ts";
import { check } from "../../support/check-rule.ts";
import { fate } from "./starts.ts";

describe("startup.hooks_path_root", () => {
  it("points at the path", () =>
    check(
      startupHooksPathRoot,
      `{
  hooks: { enabled: true, token: "x", path: ' / ' },
  //                                        ^^^^^ startup.hooks_path_root
}`,
    ));
  for (const [path, expected] of [
    ["/", [false, "error"]],
    ["", [true, "silent"]],
    ["calls", [true, "silent"]],
    // The program trims all slashes of this one and finds no root.
    ["///", [true, "silent"]],
    ["${PATH}", [null, "info"]],
    ["/${NAME}", [true, "silent"]],
  ] as const) {
    it(`path ${JSON.stringify(path)}`, () =>
      assert.deepEqual(
        fate(
          "startup.hooks_path_root",
          `{ gateway: { mode: "local" }, hooks: { enabled: true, token: "x", path: "${path}" } }`,
        ),
        expected,
      ));
  }
  it("is silent while webhooks are off", () =>
    check(startupHooksPathRoot, `{ hooks: { enabled: false, path: "/" } }`));
});
