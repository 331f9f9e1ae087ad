import assert from "node:assert/strict";
import { fsSyncedDir } from "../../../server/src/core/rules/fs/synced-dir.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { plain, stateWith } from "./machines.ts";

describe("fs.synced_dir", () => {
  it("points at the config as a whole", () =>
    check(
      fsSyncedDir,
      `{ gateway: { mode: "local" } }
// ^file fs.synced_dir
`,
      { machine: { config: "~/Dropbox/clawdbot/clawdbot.json", files: [] } },
    ));
  for (const [config, expected] of [
    ["~/OneDrive - Company/bot/clawdbot.json", 1],
    ["~/Google Drive/bot/clawdbot.json", 1],
    ["~/Library/CloudStorage/GoogleDrive-me@example.org/clawdbot.json", 1],
    ["~/iCloud Drive (Archive)/clawdbot.json", 1],
    // The folder's name on macOS, which the audit does not know.
    ["~/Library/Mobile Documents/com~apple~CloudDocs/bot/clawdbot.json", 1],
    ["~/.clawdbot/clawdbot.json", 0],
    ["~/drop/box/clawdbot.json", 0],
  ] as const) {
    it(`${config} gives ${expected}`, () =>
      assert.equal(
        findingsOf(fsSyncedDir, plain, { machine: { config, files: [] } })
          .length,
        expected,
      ));
  }
  it("sees through a symbolic link", () =>
    assert.equal(
      findingsOf(fsSyncedDir, plain, {
        machine: stateWith(
          "lrwxrwxrwx ~/.clawdbot/clawdbot.json -> ~/Dropbox/clawdbot.json",
          "-rw------- ~/Dropbox/clawdbot.json",
        ),
      }).length,
      1,
    ));
  it("does not mind a copy that no Clawdbot loads", () =>
    assert.deepEqual(
      findingsOf(fsSyncedDir, plain, {
        machine: {
          config: "~/Dropbox/clawdbot/clawdbot.json",
          isCopy: true,
          files: [],
        },
      }),
      [],
    ));
});
