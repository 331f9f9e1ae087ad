import { execAccess, execPatterns } from "../../access/exec.ts";
import { sandboxes } from "../../access/sandboxes.ts";
import { usableTools } from "../../access/usable-tools.ts";
import { named } from "../sandbox/named.ts";
import { defineRule } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

export const toolsExecHostLeavesSandbox = defineRule({
  code: "tools.exec_host_leaves_sandbox",
  effect: "risk",
  severity: { recommended: "info", strict: "info" },
  watches: [...execPatterns],
  fixable: "sometimes",
  docs: {
    summary: "Commands of a sandboxed agent run outside its container",
    why: 'With `tools.exec.host: "gateway"` or `"node"` every command runs there, for agents with a container as well: the container then holds files and nothing else. What keeps a command back is the approval alone.',
    remedy:
      'Use `host: "sandbox"`, the default, where all agents are in a sandbox. Where some are not, approvals are the better guard for them.',
    bad: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { exec: { host: "gateway" } },
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { defaults: { sandbox: { mode: "all" } } },
  tools: { exec: { host: "sandbox" } },
}`,
    since: "next",
    calm: "An info. It needs both in the file: a host other than the sandbox, and a sandbox that is on for an agent that may run commands.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    const { host } = execAccess(config);
    if (host.value !== "gateway" && host.value !== "node") return;
    const leaving = usableTools(config).filter(
      ({ sandbox, inSandbox }) => sandbox.isOn && inSandbox("exec"),
    );
    const [first] = leaving;
    if (first === undefined) return;
    const everybody = sandboxes(config).agents;
    const { mode } = first.sandbox;
    yield {
      at: host.lookup,
      message: `Commands of the sandbox${named(leaving.map(({ sandbox }) => sandbox))} run on ${host.value === "node" ? "a node" : "this computer"}, outside the container`,
      related: [{ at: mode.lookup, message: "The sandbox is on" }],
      fixes: everybody.every(({ mode: { value } }) => value === "all")
        ? [
            {
              title: "Run commands in the sandbox",
              safety: "review",
              preferred: true,
              asks: "Commands will find only what is in the container.",
              changes: [
                { op: "set", path: host.lookup.path, value: "sandbox" },
              ],
            },
          ]
        : [],
    };
  },
});
