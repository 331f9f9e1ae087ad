import assert from "node:assert/strict";
import { fsStateDirPermsWorldWritable } from "../../../server/src/core/rules/fs/state-dir-perms-world-writable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.state_dir.perms_world_writable", () => {
  speaksOf(fsStateDirPermsWorldWritable, plain, [
    ["drwxrwxrwx ~/.clawdbot", true],
    ["drwx----w- ~/.clawdbot", true],
    ["drwxrwxr-x ~/.clawdbot", false],
    ["drwxr-xr-x ~/.clawdbot", false],
    ["drwx------ ~/.clawdbot", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsStateDirPermsWorldWritable,
        plain,
        stateWith("drwxrwxrwx ~/.clawdbot"),
      ),
      [["/home/me/.clawdbot", 0o700]],
    ));
});
