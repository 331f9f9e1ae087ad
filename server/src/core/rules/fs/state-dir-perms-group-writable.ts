import { stateFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsStateDirPermsGroupWritable = defineRule({
  code: "fs.state_dir.perms_group_writable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "The group can write into the state folder",
    why: "Whoever is in the folder's group can replace the config or plant a plugin. On many systems that is you alone, on others it is every user.",
    remedy: "Run `chmod 700` on the folder.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwxrwxr-x ~/.clawdbot",
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
    upstream: {
      relation: "same",
      checkId: "fs.state_dir.perms_group_writable",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: stateFolder,
      kind: "folder",
      concern: concerns.groupWritable,
    }),
});
