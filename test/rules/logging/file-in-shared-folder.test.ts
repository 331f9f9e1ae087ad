import { loggingFileInSharedFolder } from "../../../server/src/core/rules/logging/file-in-shared-folder.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import assert from "node:assert/strict";

describe("logging.file_in_shared_folder", () => {
  it("points at the path", () =>
    check(
      loggingFileInSharedFolder,
      `{
  logging: { file: '/tmp/clawdbot.log' },
  //               ^^^^^^^^^^^^^^^^^^^ logging.file_in_shared_folder
}`,
    ));
  for (const [file, count] of [
    ["/tmp/clawdbot/clawdbot.log", 1],
    ["/var/tmp/x.log", 1],
    ["/private/tmp/x.log", 1],
    ["/dev/shm/x.log", 1],
    ["C:\\Temp\\x.log", 1],
    ["C:\\Windows\\Temp\\x.log", 1],
    ["/var/www/html/x.log", 1],
    ["/home/me/public_html/x.log", 1],
    ["/home/me/Dropbox/x.log", 1],
    ["/Users/me/Library/Mobile Documents/x.log", 1],
    ["/Users/me/Library/CloudStorage/GoogleDrive-me/x.log", 1],
    ["C:\\Users\\me\\OneDrive\\x.log", 1],
    ["/home/me/.clawdbot/logs/x.log", 0],
    ["/var/log/clawdbot.log", 0],
    ["/home/me/tmp/x.log", 0],
    ["/tmpfiles/x.log", 0],
    ["${LOG_FILE}", 0],
  ] as const)
    it(`${count === 0 ? "is silent on" : "speaks of"} ${file}`, () =>
      assert.equal(
        findingsOf(
          loggingFileInSharedFolder,
          `{ logging: { file: ${JSON.stringify(file)} } }`,
        ).length,
        count,
      ));
});
