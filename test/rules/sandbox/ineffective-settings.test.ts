import assert from "node:assert/strict";
import { sandboxIneffectiveSettings } from "../../../server/src/core/rules/sandbox/ineffective-settings.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "sandbox.ineffective_settings";

describe(code, () => {
  it("tells of containers that are never made", () =>
    check(
      sandboxIneffectiveSettings,
      `{
  agents: {
    defaults: { sandbox: { docker: { network: "none" }, prune: {} } },
    //                     ^^^^^^ sandbox.ineffective_settings
    list: [
      { id: "a", sandbox: { mode: "off", browser: { enabled: true } } },
      //                                 ^^^^^^^ sandbox.ineffective_settings
    ],
  },
}`,
    ));
  it("tells of an agent's settings for a container that it shares", () =>
    check(
      sandboxIneffectiveSettings,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", scope: "shared", docker: {} } },
    list: [
      { id: "a", sandbox: { docker: { network: "none" } } },
      //                    ^^^^^^ sandbox.ineffective_settings
      { id: "b", sandbox: { scope: "agent", docker: { network: "none" } } },
    ],
  },
}`,
    ));
  it("tells of keys that a newer one overrules or nothing reads", () =>
    check(
      sandboxIneffectiveSettings,
      `{
  agents: {
    defaults: { sandbox: { mode: "all", scope: "agent", perSession: false, sessionToolsVisibility: "all" } },
    //                                                              ^^^^^ sandbox.ineffective_settings
    list: [
      { id: "a", sandbox: { sessionToolsVisibility: "spawned", perSession: true } },
      //                                            ^^^^^^^^^ sandbox.ineffective_settings
    ],
  },
}`,
    ));
  for (const text of [
    `{ agents: { defaults: { sandbox: { mode: "all", docker: {} } } } }`,
    `{ agents: { defaults: { sandbox: { mode: "\${MODE}", docker: {} } } } }`,
    `{ agents: { defaults: { sandbox: { docker: {} } }, list: [{ id: "a", sandbox: { mode: "all" } }] } }`,
    `{ agents: { defaults: { sandbox: { mode: "off", scope: "agent" } } } }`,
    `{ agents: { defaults: {} } }`,
  ]) {
    it(`is silent on ${text}`, () => check(sandboxIneffectiveSettings, text));
  }
  it("removes what is dead, and nothing that would come alive", () =>
    assert.equal(
      afterFix(
        `{ agents: { defaults: { sandbox: { mode: "all", scope: "agent", perSession: false } } } }`,
        code,
        "Remove perSession",
      ),
      `{ agents: { defaults: { sandbox: { mode: "all", scope: "agent" } } } }`,
    ));
});
