import assert from "node:assert/strict";
import { toolsAllowAndDeny } from "../../../server/src/core/rules/tools/allow-and-deny.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.allow_and_deny";

describe(code, () => {
  it("points at the item that loses", () =>
    check(
      toolsAllowAndDeny,
      `{
  tools: {
    allow: ["read", "exec"],
    //              ^^^^^^ ${code}
    deny: ["bash", "web_*"],
    byProvider: { openai: { allow: ["read"], deny: ["read"] } },
    //                              ^^^^^^ ${code}
  },
}`,
    ));
  for (const text of [
    `{ tools: { allow: ["group:runtime"], deny: ["process"] } }`,
    `{ tools: { allow: ["web_fetch"], deny: ["web_*"] } }`,
    `{ tools: { allow: ["exec"] }, agents: { list: [{ id: "a", tools: { deny: ["exec"] } }] } }`,
    `{ tools: { allow: ["\${TOOL}"], deny: ["\${TOOL}"] } }`,
  ]) {
    it(`is silent on ${text}`, () => check(toolsAllowAndDeny, text));
  }
  it("keeps the denial", () =>
    assert.equal(
      afterFix(
        `{ tools: { allow: ["read", "message"], deny: ["message"] } }`,
        code,
        "Take it off the list of allowed tools",
      ),
      `{ tools: { allow: ["read"], deny: ["message"] } }`,
    ));
  it("does not offer to drop the whole list by it", () => {
    const text = `{ tools: { allow: ["lobster", "message"], deny: ["message"] } }`;
    assert.throws(() =>
      afterFix(text, code, "Take it off the list of allowed tools"),
    );
  });
});
