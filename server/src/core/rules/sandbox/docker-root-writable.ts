import { sandboxes, sandboxPatterns } from "../../access/sandboxes.ts";
import { is } from "../../config/config-view.ts";
import { defineRule } from "../rule.ts";
import { named, notAudited } from "./named.ts";

export const sandboxDockerRootWritable = defineRule({
  code: "sandbox.docker_root_writable",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker.readOnlyRoot",
    "agents.list[].sandbox.docker.readOnlyRoot",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox may change its own system",
    why: "What is written into the container's system stays until the container is made anew: a changed shell or tool then runs in every later conversation.",
    remedy:
      "Leave `readOnlyRoot` at its default `true`. Put what the work needs into an image of your own instead of a `setupCommand`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { readOnlyRoot: false } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { readOnlyRoot: true } } } },
}`,
    since: "next",
    calm: "It needs a written `false` that is in force for a sandbox that is on. An info, since a `setupCommand` needs it.",
    upstream: notAudited,
  },
  *check(config) {
    for (const { lookup, agents } of sandboxes(config).inForce(
      "docker",
      "readOnlyRoot",
    )) {
      if (!is(lookup, false)) continue;
      yield {
        at: lookup,
        message: `Commands in the sandbox${named(agents)} may change the system of the container`,
        fixes: [
          {
            title: "Make the container's system read-only",
            safety: "review",
            preferred: true,
            asks: "A setupCommand that installs something will fail.",
            changes: [{ op: "set", path: lookup.path, value: true }],
          },
        ],
      };
    }
  },
});
