import assert from "node:assert/strict";
import { fsStateDirPermsGroupWritable } from "../../../server/src/core/rules/fs/state-dir-perms-group-writable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.state_dir.perms_group_writable", () => {
  speaksOf(fsStateDirPermsGroupWritable, plain, [
    ["drwxrwxr-x ~/.clawdbot", true],
    ["drwx-w---- ~/.clawdbot", true],
    ["drwxrwxrwx ~/.clawdbot", false],
    ["drwxr-xr-x ~/.clawdbot", false],
    ["drwx------ ~/.clawdbot", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsStateDirPermsGroupWritable,
        plain,
        stateWith("drwxrwxr-x ~/.clawdbot"),
      ),
      [["/home/me/.clawdbot", 0o700]],
    ));
});
