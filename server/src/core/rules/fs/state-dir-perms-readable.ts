import { stateFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsStateDirPermsReadable = defineRule({
  code: "fs.state_dir.perms_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Other users can look into the state folder",
    why: "They see which channels, agents and paired senders there are, and read every file whose own mode lets them.",
    remedy: "Run `chmod 700` on the folder.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwxr-xr-x ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
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
    calm: "It speaks only about a config that a Clawdbot on this machine loads, and Clawdbot itself makes the folder with mode 700.",
    upstream: { relation: "same", checkId: "fs.state_dir.perms_readable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: stateFolder,
      kind: "folder",
      concern: concerns.readable,
    }),
});
