import { agentFilePatterns, authProfiles } from "../../access/machine-files.ts";
import { defineRule } from "../rule.ts";
import { concerns, permissionFindings } from "./permissions.ts";

export const fsAuthProfilesPermsReadable = defineRule({
  code: "fs.auth_profiles.perms_readable",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: agentFilePatterns,
  fixable: "sometimes",
  docs: {
    summary: "Other users can read an agent's sign-ins",
    why: "API keys and OAuth tokens of model providers are in the file. Whoever reads them spends your money.",
    remedy:
      "Run `chmod 600` on the file, and replace keys that others may have read.",
    bad: `{ gateway: { mode: "local" } }`,
    good: `{ gateway: { mode: "local" } }`,
    machine: {
      bad: {
        files: [
          "drwx------ ~/.clawdbot",
          "-rw------- ~/.clawdbot/clawdbot.json",
          "-rw-r--r-- ~/.clawdbot/agents/main/agent/auth-profiles.json",
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
    upstream: { relation: "same", checkId: "fs.auth_profiles.perms_readable" },
  },
  check: (config) =>
    permissionFindings(config, {
      files: authProfiles,
      kind: "file",
      concern: concerns.readable,
    }),
});
