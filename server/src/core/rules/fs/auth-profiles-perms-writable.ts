import { agentFilePatterns, authProfiles } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsAuthProfilesPermsWritable = defineRule({
  code: "fs.auth_profiles.perms_writable",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: agentFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can change an agent's sign-ins",
    why: "They can make the agent talk to a model provider of their choice, which then reads every conversation.",
    remedy: "Run `chmod 600` on the file.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-rw---- ~/.clawdbot/agents/main/agent/auth-profiles.json",
        ],
      },
      good: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw------- ~/.clawdbot/agents/main/agent/auth-profiles.json",
        ],
      },
    },
    since: "next",
    calm: "It speaks only about files in the state folder of a config that a Clawdbot on this machine loads, and Clawdbot itself writes them with mode 600.",
    upstream: { relation: "same", checkId: "fs.auth_profiles.perms_writable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: authProfiles,
      kind: "file",
      concern: concerns.writable,
    }),
});
