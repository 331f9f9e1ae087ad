import assert from "node:assert/strict";
import { fsAuthProfilesPermsWritable } from "../../../server/src/core/rules/fs/auth-profiles-perms-writable.ts";
import { check } from "../../support/check-rule.ts";
import { plain, repairsOf, speaksOf, stateWith } from "./machines.ts";

describe("fs.auth_profiles.perms_writable", () => {
  speaksOf(fsAuthProfilesPermsWritable, plain, [
    ["-rw-rw---- ~/.clawdbot/agents/main/agent/auth-profiles.json", true],
    ["-rw-----w- ~/.clawdbot/agents/main/agent/auth-profiles.json", true],
    ["-rw-r--r-- ~/.clawdbot/agents/main/agent/auth-profiles.json", false],
    // No agent has this id.
    ["-rw-rw-rw- ~/.clawdbot/agents/other/agent/auth-profiles.json", false],
  ]);
  it("points at each agent of the list, by the id that its folder has", () =>
    check(
      fsAuthProfilesPermsWritable,
      `{
  agents: { list: [{ id: "Home Office" }, { id: "work" }, { id: "\${ID}" }] },
  //                     ^^^^^^^^^^^^^ fs.auth_profiles.perms_writable
}`,
      {
        machine: stateWith(
          "-rw-rw-rw- ~/.clawdbot/agents/home-office/agent/auth-profiles.json",
          "-rw------- ~/.clawdbot/agents/work/agent/auth-profiles.json",
          // With a list there is no agent beside it.
          "-rw-rw-rw- ~/.clawdbot/agents/main/agent/auth-profiles.json",
        ),
      },
    ));
  it("repairs one agent at a time", () =>
    assert.deepEqual(
      repairsOf(
        fsAuthProfilesPermsWritable,
        `{ agents: { list: [{ id: "a" }, { id: "b" }] } }`,
        stateWith(
          "-rw-rw-rw- ~/.clawdbot/agents/a/agent/auth-profiles.json",
          "-rw-rw-rw- ~/.clawdbot/agents/b/agent/auth-profiles.json",
        ),
      ),
      [
        ["/home/me/.clawdbot/agents/a/agent/auth-profiles.json", 0o600],
        ["/home/me/.clawdbot/agents/b/agent/auth-profiles.json", 0o600],
      ],
    ));
});
