import { credentialsFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsCredentialsDirPermsReadable = defineRule({
  code: "fs.credentials_dir.perms_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Other users can look into the credentials folder",
    why: "Sign-ins of channels and the list of paired senders lie there.",
    remedy: "Run `chmod 700` on the folder.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwxr-xr-x ~/.clawdbot/credentials",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwx------ ~/.clawdbot/credentials",
        ],
      },
    },
    since: "next",
    calm: "It speaks only about the folder of a config that a Clawdbot on this machine loads, and Clawdbot itself makes it with mode 700.",
    upstream: {
      relation: "same",
      checkId: "fs.credentials_dir.perms_readable",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: credentialsFolder,
      kind: "folder",
      concern: concerns.readable,
    }),
});
