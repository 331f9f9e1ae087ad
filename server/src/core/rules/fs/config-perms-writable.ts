import { configFile } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsConfigPermsWritable = defineRule({
  code: "fs.config.perms_writable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Other users can change the config",
    why: "Whoever can write it decides who may reach the assistant and which tools it has, without any password.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw-rw-r-- ~/.clawdbot/clawdbot.json",
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
    upstream: { relation: "same", checkId: "fs.config.perms_writable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: configFile,
      kind: "file",
      concern: concerns.writable,
    }),
});
