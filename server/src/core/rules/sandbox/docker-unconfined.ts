import { sandboxes, sandboxPatterns } from "../../access/sandboxes.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

const profiles = [
  { key: "seccompProfile", guard: "the filter of system calls" },
  { key: "apparmorProfile", guard: "AppArmor" },
] as const;

export const sandboxDockerUnconfined = defineRule({
  code: "sandbox.docker_unconfined",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker.seccompProfile",
    "agents.list[].sandbox.docker.seccompProfile",
    "agents.defaults.sandbox.docker.apparmorProfile",
    "agents.list[].sandbox.docker.apparmorProfile",
  ],
  fixable: "always",
  docs: {
    summary: "A guard of the sandbox is switched off",
    why: "Docker keeps containers from system calls and files through which programs have left containers before. `unconfined` takes that guard away.",
    remedy: "Remove the key, so that Docker's own profile holds.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { seccompProfile: "unconfined" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: {} } } },
}`,
    since: "next",
    calm: 'It needs the word "unconfined", in force for a sandbox that is on.',
    upstream: notAudited,
  },
  *check(config) {
    const { inForce } = sandboxes(config);
    for (const { key, guard } of profiles) {
      for (const { lookup, agents } of inForce("docker", key)) {
        const isOff =
          lookup.state === "set" &&
          typeof lookup.value === "string" &&
          lookup.value.trim() === "unconfined";
        if (!isOff) continue;
        yield {
          at: lookup,
          message: `The sandbox${named(agents)} runs without ${guard}`,
          fixes: [
            {
              title: "Go back to Docker's own profile",
              safety: "review",
              preferred: true,
              changes: [{ op: "remove", path: lookup.path }],
            },
          ],
        };
      }
    }
  },
});
