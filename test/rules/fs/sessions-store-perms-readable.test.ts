import assert from "node:assert/strict";
import { fsSessionsStorePermsReadable } from "../../../server/src/core/rules/fs/sessions-store-perms-readable.ts";
import { plain, repairsOf, speaksOf, stateWith } from "./machines.ts";

const store = "~/.clawdbot/agents/main/sessions/sessions.json";

describe("fs.sessions_store.perms_readable", () => {
  speaksOf(fsSessionsStorePermsReadable, plain, [
    [`-rw-r--r-- ${store}`, true],
    [`-rw-r----- ${store}`, true],
    // The audit has one finding for readers and writers together.
    [`-rw-rw-rw- ${store}`, true],
    [`-rw--w--w- ${store}`, false],
    [`-rw------- ${store}`, false],
  ]);
  it("takes writing away with reading", () =>
    assert.deepEqual(
      repairsOf(
        fsSessionsStorePermsReadable,
        plain,
        stateWith(`-rw-rw-rw- ${store}`),
      ),
      [[store.replace("~", "/home/me"), 0o600]],
    ));
});
