import assert from "node:assert/strict";
import { hooksPathRoot } from "../../../server/src/core/rules/hooks/path-root.ts";
import { findingsOf } from "../../support/check-rule.ts";

describe("hooks.path_root", () => {
  for (const [profile, text, expected] of [
    ["upstream", `{ hooks: { enabled: true, path: " / " } }`, 1],
    ["recommended", `{ hooks: { enabled: true, path: "/" } }`, 0],
    ["recommended", `{ hooks: { enabled: true, path: "//" } }`, 1],
    ["upstream", `{ hooks: { enabled: true, path: "//" } }`, 0],
    ["recommended", `{ hooks: { enabled: true, path: "///" } }`, 1],
    ["recommended", `{ hooks: { enabled: true, path: " // " } }`, 1],
    ["recommended", `{ hooks: { enabled: true, path: "//a" } }`, 0],
    ["recommended", `{ hooks: { enabled: true, path: "" } }`, 0],
    ["recommended", `{ hooks: { enabled: true, path: "/hooks" } }`, 0],
    ["upstream", `{ hooks: { enabled: false, path: "/" } }`, 0],
  ] as const) {
    it(`${profile}: ${text} gives ${expected}`, () =>
      assert.equal(
        findingsOf(hooksPathRoot, text, { profile }).length,
        expected,
      ));
  }
});
