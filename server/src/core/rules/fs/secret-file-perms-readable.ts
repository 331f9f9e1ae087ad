import { secretFilePatterns, secretFiles } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsSecretFilePermsReadable = defineRule({
  code: "fs.secret_file.perms_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: secretFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can read a file with secrets in it",
    why: "Such files are `.env`, former configs (`clawdbot.json.bak`), files of tokens and keys. A former config keeps the mode it once had, and its secrets, which `chmod` on the config does not reach.",
    remedy:
      "Run `chmod 600` on the file; remove former configs that nobody needs.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwxr-xr-x ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-r--r-- ~/.clawdbot/clawdbot.json.bak",
        ],
      },
      good: {
        files: [
          "drwxr-xr-x ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw------- ~/.clawdbot/clawdbot.json.bak",
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
      concern: concerns.readable,
      onlyReached: true,
    }),
});
