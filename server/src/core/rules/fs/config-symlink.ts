import { configFile } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { linkCalm, symlinkFindings, whyLinkStays } from "./symlinks.ts";

export const fsConfigSymlink = defineRule({
  code: "fs.config.symlink",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: ["**"],
  fixable: "never",
  whyNoFix: whyLinkStays,
  docs: {
    summary: "The config is a symbolic link",
    why: "Who may write to the target, or replace it, decides who can reach the assistant. Clawdbot itself replaces the link by a file when it writes the config.",
    remedy: "Make sure that the target is yours alone.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "lrwxrwxrwx ~/.clawdbot/clawdbot.json -> ~/dotfiles/clawdbot.json",
          "-rw------- ~/dotfiles/clawdbot.json",
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
    calm: linkCalm,
    upstream: { relation: "same", checkId: "fs.config.symlink" },
  },
  check: (config) => symlinkFindings(config, configFile, "The config"),
});
