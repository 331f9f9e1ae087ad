import { accountPatterns, accountsOf } from "../../access/accounts.ts";
import { is } from "../../config/config-view.ts";
import { defineRule, pathText } from "../rule.ts";

export const channelsExecApproversEmpty = defineRule({
  code: "channels.exec_approvers_empty",
  effect: "note",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...accountPatterns,
    "channels.discord.execApprovals.enabled",
    "channels.discord.execApprovals.approvers[]",
    "channels.discord.accounts.*.execApprovals.enabled",
    "channels.discord.accounts.*.execApprovals.approvers[]",
  ],
  fixable: "always",
  docs: {
    summary: "Discord asks nobody whether a command may run",
    why: "Discord is to ask before the assistant runs a command, but no approver is listed, so it asks nobody. A command that waits is turned down when its time is over, unless somebody answers elsewhere. People then tend to switch the question off altogether.",
    remedy: "List your Discord id in `execApprovals.approvers`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", execApprovals: { enabled: true } } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { discord: { token: "\${DISCORD_BOT_TOKEN}", execApprovals: { enabled: true, approvers: ["123456789012345678"] } } },
}`,
    since: "next",
    calm: "It needs `enabled: true` in the file, and an empty or missing list.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at approvals.",
    },
  },
  *check(config) {
    if (config.at(["channels", "discord"]).state !== "group") return;
    const told = new Set<string>();
    for (const { path, enabled } of accountsOf(config, "discord")) {
      if (!enabled) continue;
      // An account's block takes the place of the channel's as a whole (discord/accounts.js).
      const own = config.at([...path, "execApprovals"]);
      const block =
        own.state === "absent"
          ? ["channels", "discord", "execApprovals"]
          : own.path;
      const where = pathText(block);
      if (told.has(where)) continue;
      told.add(where);
      const isOn = config.at([...block, "enabled"]);
      if (!is(isOn, true)) continue;
      const approvers = config.at([...block, "approvers"]);
      if (approvers.state === "env") continue;
      if (config.items(approvers.path).length > 0) continue;
      yield {
        at: isOn,
        message: `${pathText(isOn.path)} is true, but no approver is listed: Discord asks nobody`,
        fixes: [
          {
            title: "Switch it off: nobody is asked anyway",
            safety: "review",
            changes: [{ op: "set", path: isOn.path, value: false }],
          },
        ],
      };
    }
  },
});
