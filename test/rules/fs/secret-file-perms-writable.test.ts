import assert from "node:assert/strict";
import { fsSecretFilePermsWritable } from "../../../server/src/core/rules/fs/secret-file-perms-writable.ts";
import { findingsOf } from "../../support/check-rule.ts";
import { plain, repairsOf, stateWith } from "./machines.ts";

describe("fs.secret_file.perms_writable", () => {
  for (const [folder, file, expected] of [
    ["drwxr-xr-x", "-rw-rw-r--", 1],
    ["drwxr-xr-x", "-rw-----w-", 1],
    ["drwxr-xr-x", "-rw-r--r--", 0],
    ["drwxr-xr-x", "-rw-------", 0],
    // Nobody else gets as far as the file.
    ["drwx------", "-rw-rw-rw-", 0],
  ] as const) {
    it(`${file} in ${folder} gives ${expected}`, () =>
      assert.equal(
        findingsOf(fsSecretFilePermsWritable, plain, {
          machine: stateWith(
            `${folder} ~/.clawdbot`,
            `${file} ~/.clawdbot/exec-approvals.json`,
          ),
        }).length,
        expected,
      ));
  }
  it("repairs the file", () =>
    assert.deepEqual(
      repairsOf(
        fsSecretFilePermsWritable,
        plain,
        stateWith("drwxr-xr-x ~/.clawdbot", "-rw-rw-rw- ~/.clawdbot/.env"),
      ),
      [["/home/me/.clawdbot/.env", 0o600]],
    ));
});
