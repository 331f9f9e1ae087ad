import assert from "node:assert/strict";
import { fsConfigPermsWorldReadable } from "../../../server/src/core/rules/fs/config-perms-world-readable.ts";
import { fsConfigSymlink } from "../../../server/src/core/rules/fs/config-symlink.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { plain, repairsOf, stateWith } from "./machines.ts";

const linked = stateWith(
  "lrwxrwxrwx ~/.clawdbot/clawdbot.json -> ~/dotfiles/clawdbot.json",
  "-rw-r--r-- ~/dotfiles/clawdbot.json",
);

describe("fs.config.symlink", () => {
  it("points at the config as a whole", () =>
    check(
      fsConfigSymlink,
      `// mine
{ gateway: { mode: "local" } }
// ^file fs.config.symlink
`,
      { machine: linked },
    ));
  it("is silent where there is no link", () =>
    assert.deepEqual(
      findingsOf(fsConfigSymlink, plain, { machine: stateWith() }),
      [],
    ));
  it("leaves the target's permissions to another rule, which changes nothing behind a link", () => {
    const [found, ...more] = findingsOf(fsConfigPermsWorldReadable, plain, {
      machine: linked,
    });
    assert.deepEqual(more, []);
    assert.match(found?.message ?? "", /mode 644, behind a symbolic link/);
    assert.deepEqual(repairsOf(fsConfigPermsWorldReadable, plain, linked), []);
  });
});
