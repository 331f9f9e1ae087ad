import assert from "node:assert/strict";
import { sandboxScopeShared } from "../../../server/src/core/rules/sandbox/scope-shared.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

describe("sandbox.scope_shared", () => {
  it("points at what makes agents share", () =>
    check(
      sandboxScopeShared,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", perSession: false } },
    //                                              ^^^^^ sandbox.scope_shared
    list: [{ id: "a" }, { id: "b" }],
  },
}`,
    ));
  it("points at each place that says so", () =>
    check(
      sandboxScopeShared,
      `{
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [
      { id: "a", sandbox: { scope: "shared" } },
      //                           ^^^^^^^^ sandbox.scope_shared
      { id: "b", sandbox: { scope: "shared" } },
      //                           ^^^^^^^^ sandbox.scope_shared
      { id: "c" },
    ],
  },
}`,
    ));

  for (const [text, expected] of [
    [
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "shared" } } } }`,
      "",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "shared" } }, list: [{ id: "a" }, { id: "b", sandbox: { scope: "agent" } }] } }`,
      "",
    ],
    [
      `{ agents: { defaults: { sandbox: { scope: "shared" } }, list: [{ id: "a" }, { id: "b" }] } }`,
      "",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "session", perSession: false } }, list: [{ id: "a" }, { id: "b" }] } }`,
      "",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "\${SCOPE}" } }, list: [{ id: "a" }, { id: "b" }] } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(sandboxScopeShared, text), expected));
  }

  it("lets scope overrule the older key", () =>
    assert.equal(
      afterFix(
        `{ agents: { defaults: { sandbox: { mode: "all", perSession: false } }, list: [{ id: "a" }, { id: "b" }] } }`,
        "sandbox.scope_shared",
        "Give every agent a container of its own",
      ),
      `{ agents: { defaults: { sandbox: { mode: "all", perSession: false, scope: "agent" } }, list: [{ id: "a" }, { id: "b" }] } }`,
    ));
});
