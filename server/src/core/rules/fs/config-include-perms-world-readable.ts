import { includedFiles } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsConfigIncludePermsWorldReadable = defineRule({
  code: "fs.config_include.perms_world_readable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary:
      "Everybody on this machine can read a file that the config includes",
    why: "Secrets are often put into a file of their own, and this one can be read by every user and service of the machine.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" }, channels: { $include: "./channels.json5" } }`,
    good: `{ gateway: { mode: "local" }, channels: { $include: "./channels.json5" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-r--r-- ~/.clawdbot/channels.json5",
        ],
        texts: { "~/.clawdbot/channels.json5": "{}" },
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw------- ~/.clawdbot/channels.json5",
        ],
        texts: { "~/.clawdbot/channels.json5": "{}" },
      },
    },
    since: "next",
    calm: "It speaks only about files that a config includes which a Clawdbot on this machine loads.",
    upstream: {
      relation: "same",
      checkId: "fs.config_include.perms_world_readable",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: includedFiles,
      kind: "file",
      concern: concerns.worldReadable,
    }),
});
