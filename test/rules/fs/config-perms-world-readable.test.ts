import assert from "node:assert/strict";
import { fsConfigPermsWorldReadable } from "../../../server/src/core/rules/fs/config-perms-world-readable.ts";
import { speaksOf, repairsOf, plain, stateWith } from "./machines.ts";

describe("fs.config.perms_world_readable", () => {
  speaksOf(fsConfigPermsWorldReadable, plain, [
    ["-rw-r--r-- ~/.clawdbot/clawdbot.json", true],
    ["-rw----r-- ~/.clawdbot/clawdbot.json", true],
    ["-rw-rw-r-- ~/.clawdbot/clawdbot.json", false],
    ["-rw-r----- ~/.clawdbot/clawdbot.json", false],
    ["-rw------- ~/.clawdbot/clawdbot.json", false],
  ]);
  it("takes away no more than it has to, and gives nothing", () =>
    assert.deepEqual(
      repairsOf(
        fsConfigPermsWorldReadable,
        plain,
        stateWith("-rwxr-xr-x ~/.clawdbot/clawdbot.json"),
      ),
      [["/home/me/.clawdbot/clawdbot.json", 0o600]],
    ));
});
