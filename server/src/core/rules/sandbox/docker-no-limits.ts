import { sandboxes, sandboxPatterns } from "../../access/sandboxes.ts";
import { defineRule } from "../rule.ts";
import { notAudited } from "./named.ts";

const docker = ["agents", "defaults", "sandbox", "docker"];

/** Limits without which a container can take everything, with a value that most work gets by with. */
const limits = [
  { key: "memory", value: "2g", what: "memory" },
  { key: "pidsLimit", value: 256, what: "processes" },
] as const;

export const sandboxDockerNoLimits = defineRule({
  code: "sandbox.docker_no_limits",
  effect: "risk",
  severity: { strict: "info" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker.memory",
    "agents.defaults.sandbox.docker.pidsLimit",
    "agents.list[].sandbox.docker.memory",
    "agents.list[].sandbox.docker.pidsLimit",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox without limits",
    why: "Without a limit a command in the sandbox can take all memory and start processes without end, and with them the gateway goes down.",
    remedy:
      "Set `agents.defaults.sandbox.docker.memory` and `pidsLimit`; `cpus` keeps the computer usable.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", scope: "agent", workspaceAccess: "none" } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: {
    defaults: {
      sandbox: { mode: "all", scope: "agent", workspaceAccess: "none", docker: { memory: "2g", pidsLimit: 256 } },
    },
  },
}`,
    since: "next",
    calm: "Docker sets no limits by itself, so only the strict profile asks for them, and only where a sandbox is on.",
    upstream: notAudited,
  },
  *check(config) {
    const { on, inForce } = sandboxes(config);
    if (on.length === 0) return;
    const missing = limits.filter(({ key }) => {
      const limited = new Set(
        inForce("docker", key).flatMap(({ agents }) => agents),
      );
      return on.some((agent) => !limited.has(agent));
    });
    if (missing.length === 0) return;
    yield {
      at: config.at(docker),
      message: `The sandbox has no limit of ${missing.map(({ what }) => what).join(" and ")}`,
      fixes: [
        {
          title: "Limit the sandbox",
          safety: "review",
          preferred: true,
          asks: "Work that needs more will be ended.",
          changes: [
            {
              op: "merge",
              path: docker,
              value: Object.fromEntries(
                missing
                  .filter(
                    ({ key }) => config.at([...docker, key]).state === "absent",
                  )
                  .map(({ key, value }) => [key, value]),
              ),
            },
          ],
        },
      ],
    };
  },
});
