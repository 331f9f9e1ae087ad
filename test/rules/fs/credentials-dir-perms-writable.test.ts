import assert from "node:assert/strict";
import { fsCredentialsDirPermsWritable } from "../../../server/src/core/rules/fs/credentials-dir-perms-writable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.credentials_dir.perms_writable", () => {
  speaksOf(fsCredentialsDirPermsWritable, plain, [
    ["drwxrwxrwx ~/.clawdbot/credentials", true],
    ["drwxrwx--- ~/.clawdbot/credentials", true],
    ["drwxr-xr-x ~/.clawdbot/credentials", false],
    ["drwx------ ~/.clawdbot/credentials", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsCredentialsDirPermsWritable,
        plain,
        stateWith("drwxrwx--- ~/.clawdbot/credentials"),
      ),
      [["/home/me/.clawdbot/credentials", 0o700]],
    ));
});
