import assert from "node:assert/strict";
import { toolsDeniedToolHasDetour } from "../../../server/src/core/rules/tools/denied-tool-has-detour.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.denied_tool_has_detour";

describe(code, () => {
  it("points at what was to stop the agent, once for all of them", () =>
    check(
      toolsDeniedToolHasDetour,
      `{
  agents: {
    list: [
      { id: "a" },
      { id: "b", tools: { deny: ["group:fs"] } },
      { id: "c" },
    ],
  },
  tools: { deny: ["group:runtime"] },
  //              ^^^^^^^^^^^^^^^ ${code}
}`,
    ));
  it("sees that commands write files", () =>
    check(
      toolsDeniedToolHasDetour,
      `{ agents: { list: [
  { id: "a", tools: { deny: ["browser", "write", "edit"] } },
  //                                    ^^^^^^^ ${code}
] } }`,
    ));
  for (const text of [
    `{ tools: { deny: ["exec", "gateway", "nodes"] } }`,
    `{ tools: { deny: ["exec", "group:automation", "group:nodes"] } }`,
    `{ tools: { deny: ["write"] } }`,
    `{ tools: { deny: ["exec"], profile: "coding" } }`,
    `{ tools: { deny: ["exec"], allow: ["read", "message"] } }`,
    `{ tools: { deny: ["browser"] } }`,
    `{ tools: { deny: ["exec"] }, agents: { defaults: { sandbox: { mode: "all" } } } }`,
    `{ tools: { deny: ["exec", "\${MORE}"] } }`,
    `{ tools: { profile: "messaging" } }`,
  ]) {
    it(`is silent on ${text}`, () => check(toolsDeniedToolHasDetour, text));
  }
  it("denies the detours in the same list", () =>
    assert.equal(
      afterFix(
        `{ tools: { deny: ["exec"] } }`,
        code,
        "Deny gateway and nodes as well",
      ),
      `{ tools: { deny: ["exec", "gateway", "nodes"] } }`,
    ));
});
