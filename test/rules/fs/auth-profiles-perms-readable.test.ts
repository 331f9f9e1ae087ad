import assert from "node:assert/strict";
import { fsAuthProfilesPermsReadable } from "../../../server/src/core/rules/fs/auth-profiles-perms-readable.ts";
import { plain, repairsOf, speaksOf, stateWith } from "./machines.ts";

describe("fs.auth_profiles.perms_readable", () => {
  speaksOf(fsAuthProfilesPermsReadable, plain, [
    ["-rw-r--r-- ~/.clawdbot/agents/main/agent/auth-profiles.json", true],
    ["-rw-r----- ~/.clawdbot/agents/main/agent/auth-profiles.json", true],
    ["-rw----r-- ~/.clawdbot/agents/main/agent/auth-profiles.json", true],
    // Then it can be changed as well, which is another rule's.
    ["-rw-rw-r-- ~/.clawdbot/agents/main/agent/auth-profiles.json", false],
    ["-rw------- ~/.clawdbot/agents/main/agent/auth-profiles.json", false],
    ["drwxr-xr-x ~/.clawdbot/agents/main/agent/auth-profiles.json", false],
  ]);
  it("repairs the file", () =>
    assert.deepEqual(
      repairsOf(
        fsAuthProfilesPermsReadable,
        plain,
        stateWith(
          "-rw-r--r-- ~/.clawdbot/agents/main/agent/auth-profiles.json",
        ),
      ),
      [["/home/me/.clawdbot/agents/main/agent/auth-profiles.json", 0o600]],
    ));
});
