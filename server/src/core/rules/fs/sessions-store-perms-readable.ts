import {
  agentFilePatterns,
  sessionsStores,
} from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsSessionsStorePermsReadable = defineRule({
  code: "fs.sessions_store.perms_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: agentFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can read an agent's list of sessions",
    why: "It tells who talks to the assistant, on which channel and when.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-r--r-- ~/.clawdbot/agents/main/sessions/sessions.json",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw------- ~/.clawdbot/agents/main/sessions/sessions.json",
        ],
      },
    },
    since: "next",
    calm: "It speaks only about files in the state folder of a config that a Clawdbot on this machine loads, and Clawdbot itself writes them with mode 600.",
    upstream: { relation: "same", checkId: "fs.sessions_store.perms_readable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: sessionsStores,
      kind: "file",
      concern: concerns.readableAtAll,
    }),
});
