import assert from "node:assert/strict";
import { fsConfigPermsGroupReadable } from "../../../server/src/core/rules/fs/config-perms-group-readable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.config.perms_group_readable", () => {
  speaksOf(fsConfigPermsGroupReadable, plain, [
    ["-rw-r----- ~/.clawdbot/clawdbot.json", true],
    ["-rw-r--r-- ~/.clawdbot/clawdbot.json", false],
    ["-rw-rw---- ~/.clawdbot/clawdbot.json", false],
    ["-rw------- ~/.clawdbot/clawdbot.json", false],
    ["-r-------- ~/.clawdbot/clawdbot.json", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsConfigPermsGroupReadable,
        plain,
        stateWith("-r--r----- ~/.clawdbot/clawdbot.json"),
      ),
      [["/home/me/.clawdbot/clawdbot.json", 0o400]],
    ));
});
