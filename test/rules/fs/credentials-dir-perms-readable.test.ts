import assert from "node:assert/strict";
import { fsCredentialsDirPermsReadable } from "../../../server/src/core/rules/fs/credentials-dir-perms-readable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.credentials_dir.perms_readable", () => {
  speaksOf(fsCredentialsDirPermsReadable, plain, [
    ["drwxr-xr-x ~/.clawdbot/credentials", true],
    ["drwxr-x--- ~/.clawdbot/credentials", true],
    ["drwxrwx--- ~/.clawdbot/credentials", false],
    ["drwx--x--x ~/.clawdbot/credentials", false],
    ["drwx------ ~/.clawdbot/credentials", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsCredentialsDirPermsReadable,
        plain,
        stateWith("drwxr-xr-x ~/.clawdbot/credentials"),
      ),
      [["/home/me/.clawdbot/credentials", 0o700]],
    ));
});
