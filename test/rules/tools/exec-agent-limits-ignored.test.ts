import assert from "node:assert/strict";
import { toolsExecAgentLimitsIgnored } from "../../../server/src/core/rules/tools/exec-agent-limits-ignored.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.exec_agent_limits_ignored";

describe(code, () => {
  it("points at the first limit of each agent", () =>
    check(
      toolsExecAgentLimitsIgnored,
      `{
  agents: {
    list: [
      { id: "a", tools: { exec: { ask: "always", security: "deny" } } },
      //                                                   ^^^^^^ ${code}
      { id: "b", tools: { exec: { host: "\${HOST}" } } },
      //                                ^^^^^^^^^ ${code}
      { id: "c", tools: { exec: { timeoutSec: 5, pathPrepend: ["/x"] } } },
    ],
  },
  tools: { exec: { host: "gateway", security: "deny" } },
}`,
    ));
  it("makes the limit one for all agents, if there is none", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "a", tools: { exec: { host: "gateway", ask: "always" } } }] } }`,
        code,
        "Make it a limit for all agents",
      ),
      `{ agents: { list: [{ id: "a", tools: { exec: {} } }] }, tools: { exec: { host: "gateway", ask: "always" } } }`,
    ));
  it("overwrites no limit of all agents", () =>
    assert.deepEqual(
      offered(
        `{ agents: { list: [{ id: "a", tools: { exec: { ask: "always" } } }] }, tools: { exec: { host: "gateway", ask: "off" } } }`,
        code,
      ),
      [],
    ));
  it("denies the tools of an agent that was to have none", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "a", tools: { exec: { security: "deny" }, deny: ["browser"] } }] } }`,
        code,
        "Deny the agent exec, and the tools that get around it",
      ),
      `{ agents: { list: [{ id: "a", tools: { exec: {}, deny: ["browser", "exec", "process", "gateway", "nodes"] } }] } }`,
    ));
});
