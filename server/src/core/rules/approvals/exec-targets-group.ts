import { is } from "../../config/config-view.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import { groupTargets } from "../../dialects/clawdbot/sender-forms.ts";
import { defineRule, pathText } from "../rule.ts";

/** The channel a target names, by id or by another of its names. */
function channelOf(written: string) {
  const name = written.trim().toLowerCase();
  return channels.find(
    ({ id, aliases }) => id === name || aliases.includes(name),
  );
}

export const approvalsExecTargetsGroup = defineRule({
  code: "approvals.exec_targets_group",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    "approvals.exec.enabled",
    "approvals.exec.mode",
    "approvals.exec.targets[].channel",
    "approvals.exec.targets[].to",
  ],
  fixable: "always",
  docs: {
    summary: "A group is asked whether commands may run on the host",
    why: "Everybody in the group reads the command, its folder and its secrets, and whoever may give commands there can approve it, the one who talked the assistant into it included.",
    remedy: "Send the question to yourself.",
    bad: `{
  gateway: { mode: "local" },
  approvals: { exec: { enabled: true, mode: "targets", targets: [{ channel: "telegram", to: "-1001234567890" }] } },
}`,
    good: `{
  gateway: { mode: "local" },
  approvals: { exec: { enabled: true, mode: "targets", targets: [{ channel: "telegram", to: "123456789" }] } },
}`,
    since: "next",
    calm: "It needs approvals switched on, a mode that uses targets, and a target that is a group for certain.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at approvals.",
    },
  },
  *check(config) {
    if (!is(config.at("approvals.exec.enabled"), true)) return;
    const mode = config.at("approvals.exec.mode");
    if (!is(mode, "targets") && !is(mode, "both")) return;
    for (const { lookup } of config.items("approvals.exec.targets")) {
      const channel = config.at([...lookup.path, "channel"]);
      const to = config.at([...lookup.path, "to"]);
      if (channel.state !== "set" || to.state !== "set") continue;
      const row = channelOf(String(channel.value));
      const form = row && groupTargets.get(row.id);
      const target = String(to.value).trim();
      if (row === undefined || form?.test(target) !== true) continue;
      yield {
        at: to,
        message: `${pathText(to.path)} is a ${row.label} group: all its members are asked whether commands may run`,
        fixes: [
          {
            title: "Do not ask this group",
            safety: "review",
            preferred: true,
            asks: "Commands that nobody else is asked about will be turned down.",
            changes: [{ op: "remove", path: lookup.path }],
          },
        ],
      };
    }
  },
});
