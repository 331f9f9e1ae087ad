import { sandboxes, sandboxPatterns } from "../../access/sandboxes.ts";
import { defineRule, type SeverityByProfile } from "../rule.ts";
import { named, notAudited } from "./named.ts";

interface Verdict {
  readonly says: string;
  readonly severity: SeverityByProfile;
}

/** What a network means; the text goes to `docker create --network` as it stands, an empty one is left to Docker. */
function verdictOn(network: string): Verdict | undefined {
  if (network === "none") return undefined;
  if (network === "host")
    return {
      says: "is in the network of this computer and reaches every service on it, the gateway and browser control included",
      severity: { recommended: "error", strict: "error" },
    };
  if (network.startsWith("container:"))
    return {
      says: "is in the network of another container and reaches what that one serves to itself",
      severity: { recommended: "error", strict: "error" },
    };
  return {
    says: "can send anything it knows to the internet, and reach your local network",
    severity: { recommended: "info", strict: "warning" },
  };
}

export const sandboxDockerNetwork = defineRule({
  code: "sandbox.docker_network",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker.network",
    "agents.list[].sandbox.docker.network",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox with a network",
    why: "Without a network a sandboxed command can neither carry anything away nor reach services of this computer. With `host` it is as if it ran outside: it reaches the gateway on loopback, where callers count as local.",
    remedy: 'Use `network: "none"`, the default.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { network: "host" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { network: "none" } } } },
}`,
    since: "next",
    calm: "It needs a network that is written and in force for a sandbox that is on. `host` and `container:…` are errors; any other network is an info, since packages have to be installed somehow.",
    upstream: notAudited,
  },
  *check(config) {
    for (const { lookup, agents } of sandboxes(config).inForce(
      "docker",
      "network",
    )) {
      if (lookup.state !== "set" || typeof lookup.value !== "string") continue;
      const network = lookup.value.trim();
      const verdict = verdictOn(network);
      if (verdict === undefined) continue;
      yield {
        at: lookup,
        message: `With network ${JSON.stringify(network)} the sandbox${named(agents)} ${verdict.says}`,
        severity: verdict.severity,
        fixes: [
          {
            title: "Take the network away",
            safety: "review",
            preferred: true,
            asks: "Commands in the sandbox will not reach the internet any more.",
            changes: [{ op: "set", path: lookup.path, value: "none" }],
          },
        ],
      };
    }
  },
});
