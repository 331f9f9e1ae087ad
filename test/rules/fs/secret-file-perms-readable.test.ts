import assert from "node:assert/strict";
import type { ListedFile } from "../../../server/src/core/config/machine-example.ts";
import { fsSecretFilePermsReadable } from "../../../server/src/core/rules/fs/secret-file-perms-readable.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { plain, repairsOf, stateWith } from "./machines.ts";

/** A state folder that does not keep others out of what lies in it. */
const open = (...lines: readonly ListedFile[]) =>
  stateWith("drwxr-xr-x ~/.clawdbot", ...lines);

describe("fs.secret_file.perms_readable", () => {
  for (const path of [
    "~/.clawdbot/.env",
    "~/.clawdbot/clawdbot.json.bak",
    "~/.clawdbot/clawdbot.json.bak.4",
    "~/.clawdbot/exec-approvals.json",
    "~/.clawdbot/gateway/tls/gateway-key.pem",
  ] as const) {
    it(`knows ${path}, and repairs it`, () =>
      assert.deepEqual(
        repairsOf(fsSecretFilePermsReadable, plain, open(`-rw-r--r-- ${path}`)),
        [[path.replace("~", "/home/me"), 0o600]],
      ));
    it(`has nothing to say about ${path} in a folder that is shut`, () =>
      assert.deepEqual(
        findingsOf(fsSecretFilePermsReadable, plain, {
          machine: stateWith(`-rw-r--r-- ${path}`),
        }),
        [],
      ));
  }
  for (const mode of ["-rw-------", "-rw--w----", "-rw-rw-r--"] as const)
    it(`leaves ${mode} to others`, () =>
      assert.deepEqual(
        findingsOf(fsSecretFilePermsReadable, plain, {
          machine: open(`${mode} ~/.clawdbot/.env`),
        }),
        [],
      ));
  it("repairs one file where several are open, each by itself", () =>
    assert.deepEqual(
      repairsOf(
        fsSecretFilePermsReadable,
        plain,
        open(
          "-rw-r--r-- ~/.clawdbot/.env",
          "-rw-r--r-- ~/.clawdbot/clawdbot.json.bak",
        ),
      ),
      [
        ["/home/me/.clawdbot/.env", 0o600],
        ["/home/me/.clawdbot/clawdbot.json.bak", 0o600],
      ],
    ));
  it("points at each setting that names a file", () =>
    check(
      fsSecretFilePermsReadable,
      `{
  channels: {
    telegram: {
      tokenFile: "~/keys/bot",
      //         ^^^^^^^^^^^^ fs.secret_file.perms_readable
      accounts: { work: { tokenFile: "~/keys/work" }, home: { tokenFile: "\${F}" } },
      //                             ^^^^^^^^^^^^^ fs.secret_file.perms_readable
    },
    googlechat: { serviceAccountFile: "~/keys/google.json" },
    //                                ^^^^^^^^^^^^^^^^^^^^ fs.secret_file.perms_readable
  },
  gateway: {
    remote: { sshIdentity: "/home/me/keys/ssh" },
    //                     ^^^^^^^^^^^^^^^^^^^ fs.secret_file.perms_readable
    tls: { keyPath: "~/keys/key.pem", certPath: "~/keys/cert.pem" },
    //              ^^^^^^^^^^^^^^^^ fs.secret_file.perms_readable
  },
}`,
      {
        machine: stateWith(
          "-rw-r--r-- ~/keys/bot",
          "-rw-r--r-- ~/keys/work",
          "-rw-r--r-- ~/keys/google.json",
          "-rw-r--r-- ~/keys/ssh",
          "-rw-r--r-- ~/keys/key.pem",
          "-rw-r--r-- ~/keys/cert.pem",
        ),
      },
    ));
  for (const [home, keys, said] of [
    ["drwxr-xr-x ~", "drwxr-xr-x ~/keys", "Everybody on this machine"],
    // Where home is not open to everybody, its group is left.
    ["drwxr-x--- ~", "drwxr-xr-x ~/keys", "The group"],
    ["drwxr-x--x ~", "drwxr-xr-x ~/keys", "Everybody on this machine"],
    ["drwxr-xr-x ~", "drwx------ ~/keys", undefined],
    ["drwx------ ~", "drwxrwxrwx ~/keys", undefined],
  ] as const) {
    it(`goes through the folders above: ${home}, ${keys}`, () => {
      const [found] = findingsOf(
        fsSecretFilePermsReadable,
        `{ channels: { telegram: { tokenFile: "~/keys/bot" } } }`,
        { machine: stateWith(home, keys, "-rw-r--r-- ~/keys/bot") },
      );
      assert.equal(found?.message.split(" can ")[0], said);
    });
  }
  it("leaves a file of another user alone, as mounted secrets are", () =>
    assert.deepEqual(
      findingsOf(
        fsSecretFilePermsReadable,
        `{ channels: { telegram: { tokenFile: "/run/secrets/bot" } } }`,
        {
          machine: {
            ...stateWith("-r--r--r-- /run/secrets/bot"),
            foreign: ["/run/secrets/bot"],
          },
        },
      ),
      [],
    ));
});
