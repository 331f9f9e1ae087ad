import { includedFiles } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsConfigIncludePermsWritable = defineRule({
  code: "fs.config_include.perms_writable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Other users can change a file that the config includes",
    why: "What the file says becomes part of the config: who may reach the assistant, and which tools it has.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" }, channels: { $include: "./channels.json5" } }`,
    good: `{ gateway: { mode: "local" }, channels: { $include: "./channels.json5" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-rw-rw- ~/.clawdbot/channels.json5",
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
    upstream: { relation: "same", checkId: "fs.config_include.perms_writable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: includedFiles,
      kind: "file",
      concern: concerns.writable,
    }),
});
