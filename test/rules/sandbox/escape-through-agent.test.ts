import assert from "node:assert/strict";
import { sandboxEscapeThroughAgent } from "../../../server/src/core/rules/sandbox/escape-through-agent.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "sandbox.escape_through_agent";
const pair = (inside: string, outside = "", rest = "") =>
  `{ agents: { list: [{ id: "in", sandbox: { mode: "all" }, ${inside} }, { id: "out", ${outside} }] }${rest} }`;

describe(code, () => {
  it("points at the entry that opens the door", () =>
    check(
      sandboxEscapeThroughAgent,
      `{
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [
      { id: "a", subagents: { allowAgents: ["b", "Main"] } },
      //                                         ^^^^^^ sandbox.escape_through_agent
      { id: "b", subagents: { allowAgents: ["*"] } },
      //                                    ^^^ sandbox.escape_through_agent
      { id: "main", sandbox: { mode: "off" }, subagents: { allowAgents: ["a"] } },
    ],
  },
}`,
    ));
  it("sees the door of messages between agents", () =>
    check(
      sandboxEscapeThroughAgent,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", sessionToolsVisibility: "all" } },
    //                                                          ^^^^^ sandbox.escape_through_agent
    list: [{ id: "a" }, { id: "main", sandbox: { mode: "off" } }],
  },
  tools: { agentToAgent: { enabled: true } },
}`,
    ));
  for (const text of [
    pair(`subagents: { allowAgents: [] }`),
    pair(`subagents: { allowAgents: ["in"] }`),
    pair(`subagents: { allowAgents: ["other"] }`),
    pair(`subagents: { allowAgents: ["\${AGENT}"] }`),
    pair(
      `subagents: { allowAgents: ["out"] }`,
      `sandbox: { mode: "non-main" }`,
    ),
    pair(
      `subagents: { allowAgents: ["out"] }`,
      `tools: { allow: ["message", "read"] }`,
    ),
    pair(
      `subagents: { allowAgents: ["out"] }, tools: { deny: ["sessions_spawn"] }`,
    ),
    pair(
      `subagents: { allowAgents: ["out"] }`,
      ``,
      `, tools: { sandbox: { tools: { allow: ["exec"] } } }`,
    ),
    `{ agents: { defaults: { sandbox: { mode: "all", sessionToolsVisibility: "all" } }, list: [{ id: "a" }, { id: "b", sandbox: { mode: "off" } }] } }`,
    `{ agents: { defaults: { sandbox: { mode: "all", sessionToolsVisibility: "all" } }, list: [{ id: "a" }, { id: "b", sandbox: { mode: "off" } }] }, tools: { agentToAgent: { enabled: true, allow: ["a", "c"] } } }`,
  ]) {
    it(`is silent on ${text}`, () => check(sandboxEscapeThroughAgent, text));
  }
  it("closes the door and leaves the others", () =>
    assert.equal(
      afterFix(
        pair(`subagents: { allowAgents: ["other", "out"] }`),
        code,
        "Take it off the list",
      ),
      pair(`subagents: { allowAgents: ["other"] }`),
    ));
});
