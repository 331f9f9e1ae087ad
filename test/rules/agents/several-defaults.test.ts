import assert from "node:assert/strict";
import { agentsSeveralDefaults } from "../../../server/src/core/rules/agents/several-defaults.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "agents.several_defaults";

describe(code, () => {
  it("points at every mark after the first", () =>
    check(
      agentsSeveralDefaults,
      `{ agents: { list: [
  { id: "a", default: false },
  { id: "b", default: true },
  { id: "c", default: true },
  //                  ^^^^ ${code}
  { id: "d" },
  { id: "e", default: true },
  //                  ^^^^ ${code}
] } }`,
    ));
  it("takes the mark away and nothing else", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "a", default: true }, { default: true, id: "b" }] } }`,
        code,
        "Take the mark away, which does nothing",
      ),
      `{ agents: { list: [{ id: "a", default: true }, { id: "b" }] } }`,
    ));
});
