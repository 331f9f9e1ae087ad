import assert from "node:assert/strict";
import { configDuplicateAgentDir } from "../../../server/src/core/rules/config/duplicate-agent-dir.ts";
import type { AnalyseOptions } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

/** How many findings two agents of these folders give. */
const countOf = (
  one: string | undefined,
  two: string | undefined,
  options: AnalyseOptions = {},
): number =>
  findingsOf(
    configDuplicateAgentDir,
    JSON.stringify({
      agents: {
        list: [
          { id: "one", agentDir: one },
          { id: "two", agentDir: two },
        ],
      },
    }),
    options,
  ).length;

/** How many findings a list of agents gives. */
const countIn = (...list: object[]): number =>
  findingsOf(configDuplicateAgentDir, JSON.stringify({ agents: { list } }))
    .length;

describe("config.duplicate_agent_dir", () => {
  it("points at the folder of the later agent", () =>
    check(
      configDuplicateAgentDir,
      `{ agents: { list: [
  { id: "main", agentDir: "~/shared" },
  { id: "work", agentDir: "~/shared/" },
  //                      ^^^^^^^^^^^ config.duplicate_agent_dir
] } }`,
    ));
  it("points at the agent that sits in the usual folder of another", () =>
    check(
      configDuplicateAgentDir,
      `{
  agents: { list: [{ id: "main", agentDir: "~/.clawdbot/agents/work/agent" }] },
  //                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ config.duplicate_agent_dir
  bindings: [{ agentId: "Work", match: { channel: "telegram" } }],
}`,
    ));
  // config/agent-dirs.js
  for (const [one, two, expected] of [
    ["/d", "/x/../d/", 1],
    ["/d", "/D", 0],
    ["/d", " /d ", 1],
    ["d", "./d", 1],
    ["d", "/d", 0],
    ["~/d", "~/d", 1],
    ["~d", "d", 0],
    ["~/../d", "~/../d", 1],
    ["", "", 0],
    [undefined, undefined, 0],
    [undefined, "~/.clawdbot/agents/one/agent", 1],
    ["${D}/a", "${D}/a", 1],
    ["${D}/a", "${E}/a", 0],
    // A variable may be blank, and then both have their usual folders.
    ["${D}", "${D}", 0],
  ] as const) {
    it(`${one} and ${two} give ${expected}`, () =>
      assert.equal(countOf(one, two), expected));
  }
  it("does not tell capitals apart where the system does not", () => {
    for (const [platform, expected] of [
      ["linux", 0],
      ["unknown", 0],
      ["macos", 1],
      ["windows", 1],
    ] as const)
      assert.equal(countOf("/d", "/D", { platform }), expected);
  });
  it("reads Windows paths on Windows", () => {
    assert.equal(
      countOf("C:\\a\\b", "c:/a/x/../b", { platform: "windows" }),
      1,
    );
    assert.equal(countOf("C:\\a\\b", "D:\\a\\b", { platform: "windows" }), 0);
  });
  it("counts agents of one id once, the first of them", () => {
    const shared = { agentDir: "/d" };
    assert.equal(countIn({ id: "a", ...shared }, { id: "A", ...shared }), 0);
    assert.equal(
      countIn({ id: "a", ...shared }, { id: "a" }, { id: "b", ...shared }),
      1,
    );
    assert.equal(countIn({ id: "${X}", ...shared }, { id: "b", ...shared }), 0);
    assert.equal(
      countIn(
        { id: "a", ...shared },
        { id: "b", ...shared },
        { id: "${X}", agentDir: "/e" },
      ),
      1,
    );
  });
});
