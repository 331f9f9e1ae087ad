import {
  directMessagePatterns,
  directMessages,
} from "../../access/direct-messages.ts";
import {
  strangerPatterns,
  strangersInCommand,
} from "../../access/open-doors.ts";
import { is } from "../../config/config-view.ts";
import type { SettingChange } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";

export const commandsConfigWrites = defineRule({
  code: "commands.config_writes",
  effect: "risk",
  severity: { recommended: "warning", strict: "warning" },
  watches: [
    ...strangerPatterns,
    ...directMessagePatterns,
    "channels.*.configWrites",
    "channels.*.accounts.*.configWrites",
    "commands.config",
  ],
  fixable: "always",
  docs: {
    summary: "A chat may rewrite this file",
    why: "With `/config` on, people who may give commands can set anything: their own name in a list, the sandbox off, another address for a model. The change outlives the next start.",
    remedy:
      "Set `configWrites: false` on the channels, or switch `/config` off.",
    bad: `{
  gateway: { mode: "local" },
  commands: { config: true },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}" } },
}`,
    good: `{
  gateway: { mode: "local" },
  commands: { config: true },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", configWrites: false } },
}`,
    since: "next",
    calm: "It needs `commands.config: true` in the file, and a channel that is switched on and may write, which is the default then. Where anybody may give commands it is an error.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at these switches.",
    },
  },
  *check(config) {
    const command = config.at("commands.config");
    if (!is(command, true)) return;
    const changes = new Map<string, SettingChange>();
    const channels = new Set<string>();
    for (const { channel, account, isUsed } of directMessages(config)) {
      if (!isUsed || channel.isDeaf === true) continue;
      if (channel.takesNoCommands === true) continue;
      const general = config.at(["channels", channel.id, "configWrites"]);
      const own =
        account === undefined
          ? general
          : config.at([
              "channels",
              channel.id,
              "accounts",
              account,
              "configWrites",
            ]);
      const counting = own.state === "absent" ? general : own;
      if (is(counting, false)) continue;
      channels.add(channel.label);
      const { path } = counting;
      changes.set(JSON.stringify(path), { op: "set", path, value: false });
    }
    if (changes.size === 0) return;
    const strangers = strangersInCommand(config);
    yield {
      at: command,
      message: `Whoever may give commands on ${[...channels].join(", ")} can rewrite this file with /config`,
      related: strangers.map(({ lookup, message }) => ({
        at: lookup,
        message,
      })),
      ...(strangers.length > 0
        ? { severity: { recommended: "error", strict: "error" } }
        : {}),
      fixes: [
        {
          title: "Let no chat change the file",
          safety: "review",
          preferred: true,
          changes: [...changes.values()],
        },
      ],
    };
  },
});
