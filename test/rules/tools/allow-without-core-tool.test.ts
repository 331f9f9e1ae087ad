import assert from "node:assert/strict";
import { toolsAllowWithoutCoreTool } from "../../../server/src/core/rules/tools/allow-without-core-tool.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

const code = "tools.allow_without_core_tool";
const allow = (list: readonly string[], more = "") =>
  `{ tools: { allow: ${JSON.stringify(list)}${more} } }`;

describe(code, () => {
  it("looks at every list that can be dropped, and at no other", () =>
    check(
      toolsAllowWithoutCoreTool,
      `{
  agents: { list: [{ id: "a", tools: {
    allow: ["raed"],
  //^^^^^ ${code}
    byProvider: { openai: { allow: ["raed"] } },
    //                      ^^^^^ ${code}
  } }] },
  tools: {
    allow: ["raed"],
  //^^^^^ ${code}
    byProvider: { "openai/gpt-5": { allow: ["raed"] } },
    //                              ^^^^^ ${code}
    sandbox: { tools: { allow: ["raed"] } },
    subagents: { tools: { allow: ["raed"] } },
  },
  channels: {
    telegram: { groups: { "*": { tools: { allow: ["raed"] } } } },
    //                                    ^^^^^ ${code}
    discord: {
      guilds: { "1": { channels: { a: { tools: { allow: ["raed"] } } } } },
      //                                         ^^^^^ ${code}
      accounts: { work: { guilds: { "1": { tools: { allow: ["raed"] } } } } },
    },
  },
}`,
    ));
  // The first ten are what createClawdbotCodingTools of the release's agents/pi-tools.js gave every tool for.
  for (const [list, expected] of [
    [["web_*"], 1],
    [["exec*"], 1],
    [["group:memory"], 1],
    [["memory_search"], 1],
    [["apply_patch"], 1],
    [["group:nope"], 1],
    [["memory_search", "lobster"], 1],
    [["slack", "discord"], 1],
    // Tools that have to be asked for are asked for in this way.
    [["lobster", "llm-task"], 0],
    [["group:plugins"], 0],
    [["*"], 0],
    [["read", "exce"], 0],
    [["message", "web_*"], 0],
    [["bash"], 0],
    [["group:fs"], 0],
    [["web_search"], 0],
    [["tts"], 0],
    [["image"], 0],
    [["whatsapp_login"], 0],
    [[""], 0],
    [[], 0],
    [["raed", "${TOOL}"], 0],
  ] as const) {
    it(`${JSON.stringify(list)} gives ${expected}`, () =>
      assert.equal(
        findingsOf(toolsAllowWithoutCoreTool, allow(list)).length,
        expected,
      ));
  }
  it("counts a tool that is switched off as none", () => {
    const off = `, web: { fetch: { enabled: false } }`;
    assert.equal(
      findingsOf(toolsAllowWithoutCoreTool, allow(["web_fetch"], off)).length,
      1,
    );
    const on = `, exec: { applyPatch: { enabled: true } }`;
    assert.equal(
      findingsOf(toolsAllowWithoutCoreTool, allow(["apply_patch"], on)).length,
      0,
    );
  });
  it("corrects slips of the pen", () =>
    assert.equal(
      afterFix(
        allow(["raed", "lobster", "web-ferch"]),
        code,
        "Change to read, web_fetch",
      ),
      `{ tools: { allow: ["read","lobster","web_fetch"] } }`,
    ));
  it("keeps the list in force", () => {
    assert.deepEqual(offered(allow(["memory_get"]), code), [
      "Keep the list in force: add session_status",
    ]);
    assert.equal(
      afterFix(
        `{ tools: { allow: ["memory_get"] } }`,
        code,
        "Keep the list in force: add session_status",
      ),
      `{ tools: { allow: ["memory_get", "session_status"] } }`,
    );
  });
  it("leaves names alone that another maker's plugin may have", () => {
    const find = (name: string) =>
      findingsOf(
        toolsAllowWithoutCoreTool,
        `{ tools: { allow: ["${name}"] }, plugins: { load: { paths: ["./mine"] } } }`,
      ).length;
    assert.deepEqual(
      ["my_tool", "raed", "group:nope", "slack", "my_*"].map(find),
      [0, 1, 1, 1, 1],
    );
  });
  for (const [text, expected] of [
    [`{ tools: { allow: ["slack"] } }`, "recommended error, strict error"],
    [
      `{ tools: { profile: "messaging", allow: ["slack"] } }`,
      "recommended info, strict warning",
    ],
    [
      `{ tools: { profile: "messaging" }, agents: { list: [{ id: "a", tools: { allow: ["slack"] } }] } }`,
      "recommended info, strict warning",
    ],
    [
      `{ tools: { profile: "messaging" }, agents: { list: [{ id: "a", tools: { profile: "full", allow: ["slack"] } }] } }`,
      "recommended error, strict error",
    ],
  ] as const) {
    it(`${text}: ${expected}`, () =>
      assert.equal(severities(toolsAllowWithoutCoreTool, text), expected));
  }
});
