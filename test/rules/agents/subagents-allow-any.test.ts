import assert from "node:assert/strict";
import { agentsSubagentsAllowAny } from "../../../server/src/core/rules/agents/subagents-allow-any.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "agents.subagents_allow_any";

describe(code, () => {
  it("points at the star", () =>
    check(
      agentsSubagentsAllowAny,
      `{ agents: { list: [
  { id: "a", subagents: { allowAgents: ["b", "*"] } },
  //                                         ^^^ ${code}
  { id: "b", subagents: { allowAgents: ["a"] } },
  { id: "c", subagents: { allowAgents: ["\${AGENT}", "*"] } },
] } }`,
    ));
  it("is silent with a single agent", () =>
    check(
      agentsSubagentsAllowAny,
      `{ agents: { list: [{ id: "a", subagents: { allowAgents: ["*"] } }] } }`,
    ));
  it("is an info", () =>
    assert.equal(
      severities(
        agentsSubagentsAllowAny,
        `{ agents: { list: [{ id: "a", subagents: { allowAgents: ["*"] } }, { id: "b" }] } }`,
      ),
      "recommended info, strict warning",
    ));
  it("names everybody else", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "a", subagents: { allowAgents: ["*", "c"] } }, { id: "B" }, { id: "c" }] } }`,
        code,
        "Name the agents there are now",
      ),
      `{ agents: { list: [{ id: "a", subagents: { allowAgents: ["c", "b"] } }, { id: "B" }, { id: "c" }] } }`,
    ));
});
