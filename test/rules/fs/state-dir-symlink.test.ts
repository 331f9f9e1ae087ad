import assert from "node:assert/strict";
import { fsStateDirSymlink } from "../../../server/src/core/rules/fs/state-dir-symlink.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { plain, stateWith } from "./machines.ts";

const linked = stateWith(
  "lrwxrwxrwx ~/.clawdbot -> /data/clawdbot",
  "drwx------ /data/clawdbot",
);

describe("fs.state_dir.symlink", () => {
  it("points at the config as a whole", () =>
    check(
      fsStateDirSymlink,
      `// mine
{ gateway: { mode: "local" } }
// ^file fs.state_dir.symlink
`,
      { machine: linked },
    ));
  it("is silent where there is no link", () =>
    assert.deepEqual(
      findingsOf(fsStateDirSymlink, plain, { machine: stateWith() }),
      [],
    ));
});
