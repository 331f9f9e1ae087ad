import assert from "node:assert/strict";
import { fsStateDirPermsReadable } from "../../../server/src/core/rules/fs/state-dir-perms-readable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.state_dir.perms_readable", () => {
  speaksOf(fsStateDirPermsReadable, plain, [
    ["drwxr-xr-x ~/.clawdbot", true],
    ["drwxr-x--- ~/.clawdbot", true],
    ["drwx---r-- ~/.clawdbot", true],
    ["drwxrwxr-x ~/.clawdbot", false],
    ["drwx--x--x ~/.clawdbot", false],
    ["drwx------ ~/.clawdbot", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsStateDirPermsReadable,
        plain,
        stateWith("dr-xr-xr-x ~/.clawdbot"),
      ),
      [["/home/me/.clawdbot", 0o500]],
    ));
});
