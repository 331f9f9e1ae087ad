import assert from "node:assert/strict";
import { fsConfigPermsWritable } from "../../../server/src/core/rules/fs/config-perms-writable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.config.perms_writable", () => {
  speaksOf(fsConfigPermsWritable, plain, [
    ["-rw-rw-rw- ~/.clawdbot/clawdbot.json", true],
    ["-rw-rw-r-- ~/.clawdbot/clawdbot.json", true],
    ["-rw--w--w- ~/.clawdbot/clawdbot.json", true],
    ["-rw-r--r-- ~/.clawdbot/clawdbot.json", false],
    ["-rw------- ~/.clawdbot/clawdbot.json", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsConfigPermsWritable,
        plain,
        stateWith("-rw-rw-rw- ~/.clawdbot/clawdbot.json"),
      ),
      [["/home/me/.clawdbot/clawdbot.json", 0o600]],
    ));
});
