import assert from "node:assert/strict";
import { toolsAgentToAgentUnrestricted } from "../../../server/src/core/rules/tools/agent-to-agent-unrestricted.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.agent_to_agent_unrestricted";
const agents = `agents: { list: [{ id: "a" }, { id: "b" }, { id: "c" }] }`;
const to = (text: string) =>
  `{ ${agents}, tools: { agentToAgent: { ${text} } } }`;

describe(code, () => {
  it("points at the wildcard, else at the switch", () => {
    check(
      toolsAgentToAgentUnrestricted,
      `{ ${agents}, tools: { agentToAgent: {
  enabled: true,
  //       ^^^^ ${code}
} } }`,
    );
    check(
      toolsAgentToAgentUnrestricted,
      `{ ${agents}, tools: { agentToAgent: {
  enabled: true,
  allow: ["a", " * "],
  //           ^^^^^ ${code}
} } }`,
    );
  });
  for (const text of [
    to(`enabled: true, allow: ["a", "b"]`),
    to(`enabled: true, allow: ["\${AGENT}"]`),
    to(`enabled: false`),
    to(``),
    `{ agents: { list: [{ id: "a" }, { id: "b" }, { id: "B" }] }, tools: { agentToAgent: { enabled: true } } }`,
    `{ tools: { agentToAgent: { enabled: true } } }`,
  ]) {
    it(`is silent on ${text}`, () =>
      check(toolsAgentToAgentUnrestricted, text));
  }
  it("takes the wildcard off", () =>
    assert.equal(
      afterFix(
        to(`enabled: true, allow: ["a", "*"]`),
        code,
        'Take "*" off the list',
      ),
      to(`enabled: true, allow: ["a"]`),
    ));
  it("does not empty the list, which would allow all again", () =>
    assert.deepEqual(offered(to(`enabled: true, allow: ["*"]`), code), [
      "List the agents: a, b",
    ]));
});
