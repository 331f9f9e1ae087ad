import { agentName } from "../../access/agents.ts";
import { execAccess, execPatterns } from "../../access/exec.ts";
import { sandboxes } from "../../access/sandboxes.ts";
import { openDoorPatterns, openDoors } from "../../access/strangers.ts";
import type { UsableTools } from "../../access/usable-tools.ts";
import type { SettingFix } from "../../config/fix.ts";
import { defineRule, pathText, type RelatedPlace } from "../rule.ts";
import { toolsNotAudited } from "./not-audited.ts";

const exec = ["tools", "exec"];

const ask: SettingFix = {
  title: "Ask before commands that are not on the list of approved ones",
  safety: "review",
  preferred: true,
  asks: "Agents wait for your approval of every command that is new to them.",
  changes: [
    { op: "set", path: [...exec, "host"], value: "gateway" },
    { op: "set", path: [...exec, "security"], value: "allowlist" },
    { op: "set", path: [...exec, "ask"], value: "on-miss" },
  ],
};

const sandbox: SettingFix = {
  title: "Put all agents in the sandbox",
  safety: "review",
  asks: "Commands will run in containers, which Docker has to provide.",
  changes: [
    {
      op: "set",
      path: ["agents", "defaults", "sandbox", "mode"],
      value: "all",
    },
  ],
};

/** Whose commands nobody looks at, for a message. */
function whose(agents: readonly UsableTools[]): string {
  const names = agents.slice(0, 3).map((each) => agentName(each.sandbox.agent));
  const more = agents.length - names.length;
  return `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

export const toolsExecWithoutApprovals = defineRule({
  code: "tools.exec_without_approvals",
  effect: "risk",
  severity: { strict: "warning" },
  watches: [...execPatterns, ...openDoorPatterns],
  fixable: "always",
  docs: {
    summary: "Commands run on the computer, and nobody is asked",
    why: 'With the usual host, "sandbox", and no sandbox, commands run on the computer itself. `security` and `ask` are then not looked at: they count for the hosts "gateway" and "node" only. Where strangers may write, they are one persuasive message away from a shell.',
    remedy:
      'Switch the sandbox on, or set `tools.exec` to `{ host: "gateway", security: "allowlist", ask: "on-miss" }`.',
    bad: `{
  gateway: { mode: "local" },
  tools: { exec: { security: "allowlist", ask: "always" } },
}`,
    good: `{
  gateway: { mode: "local" },
  tools: { exec: { host: "gateway", security: "allowlist", ask: "always" } },
}`,
    since: "next",
    calm: "No sandbox is the default, so the recommended profile speaks only where the file makes more of it: `security` or `ask` that are written and not obeyed, or a channel on which strangers come in.",
    upstream: toolsNotAudited,
  },
  *check(config) {
    const { host, unguarded } = execAccess(config);
    if (unguarded.length === 0) return;
    // On the gateway's host, commands of those in a container would leave it.
    const mayAsk = sandboxes(config).on.length === 0;
    const ignored = [
      config.at([...exec, "security"]),
      config.at([...exec, "ask"]),
    ].filter(({ state }) => state !== "absent");
    const doors = openDoors(config);
    const [first] = ignored;
    const related: RelatedPlace[] = doors
      .slice(0, 3)
      .map(({ lookup, what, channel }) => ({
        at: lookup,
        message: `Strangers come in here: ${what} on ${channel}`,
      }));
    if (first !== undefined) {
      yield {
        at: first,
        message: `${pathText(first.path)} is not obeyed: with host "sandbox" and no sandbox, commands of ${whose(unguarded)} run on this computer unasked`,
        severity: { recommended: "warning", strict: "warning" },
        related,
        fixes: mayAsk
          ? [
              {
                ...ask,
                title: "Let commands obey tools.exec",
                changes: ask.changes.slice(0, 1),
              },
              sandbox,
            ]
          : [sandbox],
      };
      return;
    }
    const isOpen = doors.length > 0;
    yield {
      at: host.lookup,
      message: isOpen
        ? `Strangers may write on ${doors[0]?.channel}, and commands of ${whose(unguarded)} run on this computer unasked`
        : `Commands of ${whose(unguarded)} run on this computer, and nobody is asked`,
      ...(isOpen
        ? { severity: { recommended: "warning", strict: "error" } as const }
        : {}),
      related,
      fixes: mayAsk ? [ask, sandbox] : [sandbox],
    };
  },
});
