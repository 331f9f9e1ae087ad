import assert from "node:assert/strict";
import { toolsUnknownTool } from "../../../server/src/core/rules/tools/unknown-tool.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "tools.unknown_tool";

describe(code, () => {
  it("points at the name, in every list", () =>
    check(
      toolsUnknownTool,
      `{
  agents: { list: [{ id: "a", tools: { deny: ["brwser"] } }] },
  //                                          ^^^^^^^^ ${code}
  tools: {
    allow: ["read", "wrote"],
    //              ^^^^^^^ ${code}
    sandbox: { tools: { deny: ["gatway", "telegram"] } },
    //                         ^^^^^^^^ ${code}
    subagents: { tools: { deny: ["group:file"] } },
    //                           ^^^^^^^^^^^^ ${code}
  },
  channels: { whatsapp: { groups: { "*": { tools: { deny: ["shell"] } } } } },
  //                                                       ^^^^^^^ ${code}
}`,
    ));
  for (const name of [
    "exec",
    "Bash",
    " apply-patch ",
    "group:plugins",
    "memory_search",
    "memory_recall",
    "voice_call",
    "lobster",
    "whatsapp_login",
    "whatsapp",
    "web_*",
    "${TOOL}",
    "",
  ]) {
    it(`knows ${JSON.stringify(name)}`, () =>
      check(
        toolsUnknownTool,
        `{ tools: { deny: [${JSON.stringify(name)}] } }`,
      ));
  }
  for (const [text, expected] of [
    [`{ tools: { deny: ["exce"] } }`, "recommended error, strict error"],
    [`{ tools: { deny: ["my_tool"] } }`, "recommended warning, strict warning"],
    [
      `{ tools: { allow: ["read", "my_tool"] } }`,
      "recommended info, strict info",
    ],
    // tools.allow_without_core_tool speaks of these.
    [`{ tools: { allow: ["my_tool"] } }`, ""],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(toolsUnknownTool, text), expected));
  }
  it("leaves names alone that another maker's plugin may have", () => {
    const plugins = `plugins: { load: { paths: ["./mine"] } }`;
    const find = (name: string) =>
      findingsOf(
        toolsUnknownTool,
        `{ tools: { deny: ["${name}"] }, ${plugins} }`,
      ).length;
    assert.deepEqual(["my_tool", "exce", "group:nope"].map(find), [0, 1, 1]);
  });
  for (const [name, meant] of [
    ["exce", "exec"],
    ["shell", "exec"],
    ["webfetch", "web_fetch"],
    ["web-search", "web_search"],
    ["fs", "group:fs"],
    ["group:runtim", "group:runtime"],
  ] as const) {
    it(`takes ${name} for ${meant}`, () =>
      assert.equal(
        afterFix(
          `{ tools: { deny: ["${name}"] } }`,
          code,
          `Change to "${meant}"`,
        ),
        `{ tools: { deny: ["${meant}"] } }`,
      ));
  }
});
