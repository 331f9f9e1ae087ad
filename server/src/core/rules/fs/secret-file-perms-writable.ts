import { secretFilePatterns, secretFiles } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsSecretFilePermsWritable = defineRule({
  code: "fs.secret_file.perms_writable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: secretFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can change a file that Clawdbot trusts",
    why: "Such files are `.env`, the approvals of commands, files of tokens and keys. Whoever can write one can set variables of the gateway, or let commands run without asking.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwxr-xr-x ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-rw-r-- ~/.clawdbot/.env",
        ],
      },
      good: {
        files: [
          "drwxr-xr-x ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw------- ~/.clawdbot/.env",
        ],
      },
    },
    since: "next",
    calm: "It is silent where a folder above shuts everybody else out, about files of other users, such as mounted secrets, and about a config that no Clawdbot on this machine loads.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at these files.",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: secretFiles,
      kind: "file",
      concern: concerns.writable,
      onlyReached: true,
    }),
});
