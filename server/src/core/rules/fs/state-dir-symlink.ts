import { stateFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { linkCalm, symlinkFindings, whyLinkStays } from "./symlinks.ts";

export const fsStateDirSymlink = defineRule({
  code: "fs.state_dir.symlink",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: ["**"],
  fixable: "never",
  whyNoFix: whyLinkStays,
  docs: {
    summary: "The state folder is a symbolic link",
    why: "Credentials and sessions lie wherever the link leads: on another disk, in a shared or a copied folder. Who may replace the target replaces all of it.",
    remedy:
      "Make sure that the target is yours alone and is not copied anywhere.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "lrwxrwxrwx ~/.clawdbot -> /data/clawdbot",
          "drwx------ /data/clawdbot",
        ],
      },
      good: { files: ["drwx------ ~/.clawdbot"] },
    },
    since: "next",
    calm: linkCalm,
    upstream: { relation: "same", checkId: "fs.state_dir.symlink" },
  },
  check: (config) => symlinkFindings(config, stateFolder, "The state folder"),
});
