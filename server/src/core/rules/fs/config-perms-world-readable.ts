import { configFile } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsConfigPermsWorldReadable = defineRule({
  code: "fs.config.perms_world_readable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Everybody on this machine can read the config",
    why: "Tokens and passwords in it can be read by every user and service of the machine. Editors and copies often leave mode 644.",
    remedy:
      "Run `chmod 600` on the file, and replace secrets that others may have read.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw-r--r-- ~/.clawdbot/clawdbot.json",
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
    upstream: { relation: "same", checkId: "fs.config.perms_world_readable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: configFile,
      kind: "file",
      concern: concerns.worldReadable,
    }),
});
