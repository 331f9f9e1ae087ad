import { logFilePatterns, logFile } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsLogFilePermsReadable = defineRule({
  code: "fs.log_file.perms_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: logFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can read the log",
    why: "Messages and the output of tools are in the log, and secrets with them where masking is off.",
    remedy:
      "Run `chmod 600` on the file. A new one gets the mode that the umask of the gateway leaves, so move it into a folder of mode 700 if it rolls.",
    bad: `{ gateway: { mode: "local" }, logging: { file: "~/logs/clawdbot.log" } }`,
    good: `{ gateway: { mode: "local" }, logging: { file: "~/logs/clawdbot.log" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-r--r-- ~/logs/clawdbot.log",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw------- ~/logs/clawdbot.log",
        ],
      },
    },
    since: "next",
    calm: "It speaks only where `logging.file` names a file that is there, in a config that a Clawdbot on this machine loads.",
    upstream: { relation: "same", checkId: "fs.log_file.perms_readable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: logFile,
      kind: "file",
      concern: concerns.readableAtAll,
    }),
});
