import assert from "node:assert/strict";
import { agentsDuplicateId } from "../../../server/src/core/rules/agents/duplicate-id.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "agents.duplicate_id";

describe(code, () => {
  it("compares ids as the program does", () =>
    check(
      agentsDuplicateId,
      `{ agents: { list: [
  { id: "my work" },
  { id: "My-Work" },
  //    ^^^^^^^^^ ${code}
  { id: " MY WORK!" },
  //    ^^^^^^^^^^^ ${code}
  { id: "\${AGENT}" },
  { id: "\${AGENT}" },
  { id: "work" },
] } }`,
    ));
  it("renames it to what is free", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "a" }, { id: "a-2" }, { id: "A" }] } }`,
        code,
        'Rename it to "a-3"',
      ),
      `{ agents: { list: [{ id: "a" }, { id: "a-2" }, { id: "a-3" }] } }`,
    ));
});
