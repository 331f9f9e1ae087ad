import { stateFolder } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsStateDirPermsWorldWritable = defineRule({
  code: "fs.state_dir.perms_world_writable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: ["**"],
  fixable: "sometimes",
  docs: {
    summary: "Everybody on this machine can write into the state folder",
    why: "Any user or service on the machine can replace the config, plant a plugin, or put in an approval of commands, and so run what it likes as you.",
    remedy: "Run `chmod 700` on the folder.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwxrwxrwx ~/.clawdbot",
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
      checkId: "fs.state_dir.perms_world_writable",
    },
  },
  check: (config) =>
    permissionFindings(config, {
      files: stateFolder,
      kind: "folder",
      concern: concerns.worldWritable,
    }),
});
