import assert from "node:assert/strict";
import { fsLogDirPermsReadable } from "../../../server/src/core/rules/fs/log-dir-perms-readable.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { plain, repairsOf, speaksOf, stateWith } from "./machines.ts";

describe("fs.log_dir.perms_readable", () => {
  speaksOf(fsLogDirPermsReadable, plain, [
    ["drwxr-xr-x /tmp/clawdbot", true],
    ["drwxrwxrwx /tmp/clawdbot", true],
    ["drwx------ /tmp/clawdbot", false],
    ["-rw-r--r-- /tmp/clawdbot", false],
  ]);
  it("is silent where the config names the log's file", () =>
    assert.deepEqual(
      findingsOf(fsLogDirPermsReadable, `{ logging: { file: "/x/y.log" } }`, {
        machine: stateWith("drwxr-xr-x /tmp/clawdbot"),
      }),
      [],
    ));
  it("repairs the folder", () =>
    assert.deepEqual(
      repairsOf(
        fsLogDirPermsReadable,
        plain,
        stateWith("drwxrwxrwx /tmp/clawdbot"),
      ),
      [["/tmp/clawdbot", 0o700]],
    ));
});
