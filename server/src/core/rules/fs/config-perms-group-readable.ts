import { configFile } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsConfigPermsGroupReadable = defineRule({
  code: "fs.config.perms_group_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "The group can read the config",
    why: "Tokens and passwords in it can be read by everybody in the file's group.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw-r----- ~/.clawdbot/clawdbot.json",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
        ],
      },
    },
    since: "next",
    calm: "It speaks only about a config that a Clawdbot on this machine loads, and Clawdbot itself writes the file with mode 600. A copy in a checkout may have any mode.",
    upstream: { relation: "same", checkId: "fs.config.perms_group_readable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: configFile,
      kind: "file",
      concern: concerns.groupReadable,
    }),
});
