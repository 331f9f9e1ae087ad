import assert from "node:assert/strict";
import { toolsAllowAndDeny } from "../../../server/src/core/rules/tools/allow-and-deny.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
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
  for (const text of [
    `{ tools: { allow: ["lobster", "message"], deny: ["message"] } }`,
    `{ tools: { allow: ["message"], deny: ["message"] } }`,
  ]) {
    it(`does not offer to let every tool in: ${text}`, () =>
      assert.deepEqual(offered(text, code), []));
  }
});
