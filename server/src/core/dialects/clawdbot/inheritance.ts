/**
 * What counts where nothing is written: the places the program asks next, before its own default. Sources, all of
 * 2026.1.24-3, are named beside each row. How named accounts take over from their channel is in `account-inheritance.ts`.
 */

/** One block or setting that takes over from another place. */
export interface Inheritance {
  /** The place itself: dotted, `*` any key, `[]` any index. */
  readonly to: string;
  /** The place that is asked next; a number is the key or index that stood at that `*` or `[]` of `to`. */
  readonly from: readonly (string | number)[];
  /** `deep`: at every depth by itself; `shallow`: each key of the block as a whole. */
  readonly depth: "deep" | "shallow";
}

/** Channels whose history falls back to the one for all groups (each channel's monitor). */
const withGroupHistory = [
  "telegram",
  "whatsapp",
  "discord",
  "slack",
  "signal",
  "imessage",
  "msteams",
];

/** Channels whose groups fall back to the group "*" (config/group-policy.js). */
const withGroupOfAll = ["telegram", "whatsapp", "imessage", "bluebubbles"];

export const inheritances: readonly Inheritance[] = [
  // agents/sandbox/config.js
  {
    to: "agents.list[].sandbox",
    from: ["agents", "defaults", "sandbox"],
    depth: "deep",
  },
  // agents/memory-search.js
  {
    to: "agents.list[].memorySearch",
    from: ["agents", "defaults", "memorySearch"],
    depth: "deep",
  },
  // agents/identity.js
  {
    to: "agents.list[].humanDelay",
    from: ["agents", "defaults", "humanDelay"],
    depth: "deep",
  },
  // infra/heartbeat-runner.js
  {
    to: "agents.list[].heartbeat",
    from: ["agents", "defaults", "heartbeat"],
    depth: "shallow",
  },
  // agents/agent-scope.js, agents/model-fallback.js: a plain text takes the place of `primary` alone.
  {
    to: "agents.list[].model",
    from: ["agents", "defaults", "model"],
    depth: "deep",
  },
  // agents/tools/sessions-spawn-tool.js
  {
    to: "agents.list[].subagents.model",
    from: ["agents", "defaults", "subagents", "model"],
    depth: "shallow",
  },
  // auto-reply/reply/mentions.js
  {
    to: "agents.list[].groupChat.mentionPatterns",
    from: ["messages", "groupChat", "mentionPatterns"],
    depth: "shallow",
  },
  // agents/pi-tools.policy.js
  {
    to: "agents.list[].tools.profile",
    from: ["tools", "profile"],
    depth: "shallow",
  },
  // agents/pi-tools.js, node-host/runner.js
  {
    to: "agents.list[].tools.exec",
    from: ["tools", "exec"],
    depth: "shallow",
  },
  // agents/sandbox/tool-policy.js
  {
    to: "agents.list[].tools.sandbox.tools",
    from: ["tools", "sandbox", "tools"],
    depth: "shallow",
  },
  // infra/heartbeat-visibility.js
  {
    to: "channels.*.accounts.*.heartbeat",
    from: ["channels", 0, "heartbeat"],
    depth: "deep",
  },
  {
    to: "channels.*.heartbeat",
    from: ["channels", "defaults", "heartbeat"],
    depth: "deep",
  },
  // config/commands.js
  { to: "channels.*.commands", from: ["commands"], depth: "deep" },
  ...withGroupHistory.map((id): Inheritance => ({
    to: `channels.${id}.historyLimit`,
    from: ["messages", "groupChat", "historyLimit"],
    depth: "deep",
  })),
  ...withGroupOfAll.flatMap((id): readonly Inheritance[] => [
    {
      to: `channels.${id}.groups.*.requireMention`,
      from: ["channels", id, "groups", "*", "requireMention"],
      depth: "deep",
    },
    {
      to: `channels.${id}.accounts.*.groups.*.requireMention`,
      from: ["channels", id, "accounts", 0, "groups", "*", "requireMention"],
      depth: "deep",
    },
  ]),
  // telegram/bot-message-context.js
  {
    to: "channels.telegram.groups.*.topics.*.requireMention",
    from: ["channels", "telegram", "groups", 0, "requireMention"],
    depth: "deep",
  },
  // discord/monitor/allow-list.js
  {
    to: "channels.discord.guilds.*.channels.*.requireMention",
    from: ["channels", "discord", "guilds", 0, "requireMention"],
    depth: "deep",
  },
  // extensions/msteams/src/policy.ts
  {
    to: "channels.msteams.teams.*.channels.*.requireMention",
    from: ["channels", "msteams", "teams", 0, "requireMention"],
    depth: "deep",
  },
  {
    to: "channels.msteams.teams.*.requireMention",
    from: ["channels", "msteams", "requireMention"],
    depth: "deep",
  },
  // extensions/googlechat/src/monitor.ts
  {
    to: "channels.googlechat.groups.*.requireMention",
    from: ["channels", "googlechat", "requireMention"],
    depth: "deep",
  },
  // web/accounts.js
  {
    to: "channels.whatsapp.messagePrefix",
    from: ["messages", "messagePrefix"],
    depth: "deep",
  },
  // channels/plugins/media-limits.js
  {
    to: "channels.msteams.mediaMaxMb",
    from: ["agents", "defaults", "mediaMaxMb"],
    depth: "deep",
  },
];
