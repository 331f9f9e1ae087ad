import { logFilePatterns, logFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsLogDirPermsReadable = defineRule({
  code: "fs.log_dir.perms_readable",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: logFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can look into the folder of logs",
    why: "Without `logging.file` the gateway logs into `/tmp/clawdbot`, and leaves the modes to its umask: usually every user of the machine can read the messages in there.",
    remedy:
      "Run `chmod 700` on the folder, or set `logging.file` to a file in a folder of your own.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwxr-xr-x /tmp/clawdbot",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "drwx------ /tmp/clawdbot",
        ],
      },
    },
    since: "next",
    calm: "It speaks only where the folder is there, and no louder than an info: on a machine with one user it harms nobody.",
    upstream: {
      relation: "ours",
      reason:
        "The audit looks at the log only where the config names its file.",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: logFolder,
      kind: "folder",
      concern: concerns.readableAtAll,
    }),
});
