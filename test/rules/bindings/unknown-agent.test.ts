import assert from "node:assert/strict";
import { bindingsUnknownAgent } from "../../../server/src/core/rules/bindings/unknown-agent.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "bindings.unknown_agent";

describe(code, () => {
  it("points at ids that no agent has", () =>
    check(
      bindingsUnknownAgent,
      `{
  agents: { list: [{ id: "main" }, { id: "family" }] },
  bindings: [
    { agentId: "FAMILY", match: { channel: "signal" } },
    { agentId: "famly", match: { channel: "telegram" } },
    //         ^^^^^^^ ${code}
    { agentId: "\${AGENT}", match: { channel: "slack" } },
  ],
}`,
    ));
  for (const text of [
    // Without a list any id is an agent.
    `{ bindings: [{ agentId: "x", match: { channel: "signal" } }] }`,
    `{ agents: { list: [{ id: "\${AGENT}" }] }, bindings: [{ agentId: "x", match: { channel: "signal" } }] }`,
  ]) {
    it(`is silent on ${text}`, () => check(bindingsUnknownAgent, text));
  }
  it("corrects the id", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "main" }, { id: "family" }] }, bindings: [{ agentId: "familiy", match: { channel: "signal" } }] }`,
        code,
        'Change to "family"',
      ),
      `{ agents: { list: [{ id: "main" }, { id: "family" }] }, bindings: [{ agentId: "family", match: { channel: "signal" } }] }`,
    ));
  it("offers to remove what leads elsewhere", () =>
    assert.deepEqual(
      offered(
        `{ agents: { list: [{ id: "main" }] }, bindings: [{ agentId: "zebra", match: { channel: "signal" } }] }`,
        code,
      ),
      ["Remove the binding"],
    ));
});
