import assert from "node:assert/strict";
import { sandboxOff } from "../../../server/src/core/rules/sandbox/off.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";
import { severities } from "../../support/severities.ts";

describe("sandbox.off", () => {
  it("points at the agent that leaves the sandbox of all others", () =>
    check(
      sandboxOff,
      `{
  agents: {
    defaults: { sandbox: { mode: "all" } },
    list: [
      { id: "main" },
      { id: "work", sandbox: { mode: "off" } },
      //                             ^^^^^ sandbox.off
      { id: "family", sandbox: { mode: "non-main" } },
    ],
  },
}`,
    ));

  for (const [text, expected] of [
    [`{}`, "strict warning"],
    [
      `{ agents: { defaults: { sandbox: { mode: "off" } } } }`,
      "strict warning",
    ],
    [`{ agents: { defaults: { sandbox: { mode: "all" } } } }`, ""],
    [`{ agents: { defaults: { sandbox: { mode: "non-main" } } } }`, ""],
    [`{ agents: { defaults: { sandbox: { mode: "\${MODE}" } } } }`, ""],
    [
      `{ agents: { list: [{ id: "a", sandbox: { mode: "all" } }, { id: "b", sandbox: { mode: "off" } }] } }`,
      "strict warning",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all" } }, list: [{ id: "a", sandbox: { mode: "off" } }] } }`,
      "recommended warning, strict warning",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all" } }, list: [{ id: "a", sandbox: { mode: "off" }, tools: { allow: ["message", "read"] } }] } }`,
      "recommended info, strict warning",
    ],
    [
      `{ agents: { defaults: { sandbox: { mode: "all" } }, list: [{ id: "a", sandbox: { mode: "off" }, tools: { allow: ["messag"] } }] } }`,
      "recommended warning, strict warning",
    ],
    // The second entry of an id is read by nothing.
    [
      `{ agents: { defaults: { sandbox: { mode: "all" } }, list: [{ id: "a" }, { id: "A", sandbox: { mode: "off" } }] } }`,
      "",
    ],
  ] as const) {
    it(`${text}: ${expected || "silent"}`, () =>
      assert.equal(severities(sandboxOff, text), expected));
  }

  it("puts everybody in, where nothing is written", () =>
    assert.equal(
      afterFix(
        `{ gateway: { mode: "local" } }`,
        "sandbox.off",
        "Put all agents in the sandbox",
        { profile: "strict" },
      ),
      `{ gateway: { mode: "local" }, agents: { defaults: { sandbox: { mode: "all" } } } }`,
    ));
});
