import { credentialsFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsCredentialsDirPermsWritable = defineRule({
  code: "fs.credentials_dir.perms_writable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Other users can write into the credentials folder",
    why: "They can pair a sender of their own with the assistant, or put their own sign-in in the place of yours.",
    remedy: "Run `chmod 700` on the folder.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwxrwx--- ~/.clawdbot/credentials",
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
      checkId: "fs.credentials_dir.perms_writable",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: credentialsFolder,
      kind: "folder",
      concern: concerns.writable,
    }),
});
