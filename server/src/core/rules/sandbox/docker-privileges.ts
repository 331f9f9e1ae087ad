import {
  sandboxes,
  sandboxPatterns,
  type InForce,
} from "../../access/sandboxes.ts";
import type { ConfigView } from "../../config/config-view.ts";
import { defineRule, type FixableFinding } from "../rule.ts";
import { named, notAudited } from "./named.ts";

/** Users that are root, by name or number, with any group. */
const root = /^(?:root|0+)(?::|$)/;

/** A user that is no root and owns nothing in the image. */
const anybody = "1000:1000";

function asRoot({ lookup, agents }: InForce): FixableFinding | undefined {
  const written =
    lookup.state === "set" &&
    (typeof lookup.value === "string" || typeof lookup.value === "number")
      ? String(lookup.value).trim()
      : "";
  if (!root.test(written)) return undefined;
  return {
    at: lookup,
    message: `Commands in the sandbox${named(agents)} run as root of the container`,
    fixes: [
      {
        title: `Run them as ${anybody}`,
        safety: "review",
        preferred: true,
        asks: "The workspace has to be readable and writable for that user.",
        changes: [{ op: "set", path: lookup.path, value: anybody }],
      },
    ],
  };
}

function withCapabilities(
  config: ConfigView,
  { lookup, agents }: InForce,
): FixableFinding | undefined {
  if (lookup.state !== "group" || lookup.node.kind !== "array")
    return undefined;
  const items = config.items(lookup.path).map((item) => item.lookup);
  const dropsAll = items.some(
    (item) =>
      item.state === "env" ||
      (item.state === "set" &&
        String(item.value).trim().toLowerCase() === "all"),
  );
  if (dropsAll) return undefined;
  return {
    at: lookup,
    message:
      items.length === 0
        ? `The sandbox${named(agents)} keeps all capabilities that Docker gives by itself`
        : `The sandbox${named(agents)} keeps every capability that is not named here`,
    fixes: [
      {
        title: "Drop all capabilities",
        safety: "review",
        preferred: true,
        changes: [{ op: "set", path: lookup.path, value: ["ALL"] }],
      },
    ],
  };
}

export const sandboxDockerPrivileges = defineRule({
  code: "sandbox.docker_privileges",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...sandboxPatterns,
    "agents.defaults.sandbox.docker.user",
    "agents.list[].sandbox.docker.user",
    "agents.defaults.sandbox.docker.capDrop[]",
    "agents.list[].sandbox.docker.capDrop[]",
  ],
  fixable: "always",
  docs: {
    summary: "A sandbox with more rights than it needs",
    why: "Faults of Docker and of the kernel through which programs leave a container mostly need root in it, or a capability. Files that root writes into a mounted folder belong to root on the computer as well.",
    remedy:
      'Leave `capDrop` at its default `["ALL"]`, and name a `user` that is not root.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { user: "0:0" } } } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all", docker: { user: "1000:1000" } } } },
}`,
    since: "next",
    calm: "It needs a user that is written as root, or a list of capabilities to drop without ALL. No user at all means the image's own and is no finding.",
    upstream: notAudited,
  },
  *check(config) {
    const { inForce } = sandboxes(config);
    for (const setting of inForce("docker", "user")) {
      const finding = asRoot(setting);
      if (finding !== undefined) yield finding;
    }
    for (const setting of inForce("docker", "capDrop")) {
      const finding = withCapabilities(config, setting);
      if (finding !== undefined) yield finding;
    }
  },
});
