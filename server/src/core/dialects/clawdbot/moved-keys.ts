import { movedAgentKeys } from "./moved-agent-keys.ts";
import { movedChannelKeys } from "./moved-channel-keys.ts";
import type { MovedKey } from "./moved-key.ts";

const laterRelease = "It belongs to a later release.";

/**
 * Keys that people write and release 2026.1.24-3 refuses; what it calls legacy keys lies in `legacy-keys.ts`.
 *
 * Sources: config/legacy.migrations, keys that the release's own documentation shows, keys of later releases, and the
 * keys that stand most often in files found in public. Each was tried against the release.
 */
export const movedKeys: readonly MovedKey[] = [
  // The root.
  {
    from: "$schema",
    note: "Clawdbot takes no schema reference; the editor finds its schema by the file's name.",
    removable: true,
  },
  {
    from: "groupPolicy",
    toEachChannel: "groupPolicy",
    note: "Each channel has its own.",
  },
  {
    from: "groupAllowFrom",
    toEachChannel: "groupAllowFrom",
    note: "Each channel has its own, where it has one.",
  },
  {
    from: "dmPolicy",
    toEachChannel: "dmPolicy",
    note: "Each channel has its own.",
  },
  {
    from: "allowFrom",
    toEachChannel: "allowFrom",
    note: "Each channel has its own.",
  },
  {
    from: "providers",
    to: "models.providers",
    note: "Providers of models belong to `models`.",
  },
  {
    from: "model",
    to: "agents.defaults.model",
    note: "The model is a setting of the agents.",
  },
  {
    from: "workspace",
    to: "agents.defaults.workspace",
    note: "The workspace is a setting of the agents.",
  },
  {
    from: "sandbox",
    to: "agents.defaults.sandbox",
    note: "The sandbox is a setting of the agents.",
  },
  {
    from: "heartbeat",
    to: "agents.defaults.heartbeat",
    note: "The heartbeat is a setting of the agents.",
  },
  {
    from: "memorySearch",
    to: "agents.defaults.memorySearch",
    note: "Memory search is a setting of the agents.",
  },
  {
    from: "elevated",
    to: "tools.elevated",
    note: "Elevated tools belong to `tools`.",
  },
  {
    from: "exec",
    to: "tools.exec",
    note: "Running commands belongs to `tools`.",
  },
  {
    from: "queue",
    to: "messages.queue",
    note: "The queue belongs to `messages`.",
  },
  { from: "tts", to: "messages.tts", note: "Speech belongs to `messages`." },
  { from: "port", to: "gateway.port", note: "The port belongs to `gateway`." },
  {
    from: "bind",
    to: "gateway.bind",
    note: "The address belongs to `gateway`.",
  },
  {
    from: "trustedProxies",
    to: "gateway.trustedProxies",
    note: "Proxies belong to `gateway`.",
  },
  {
    from: "tailscale",
    to: "gateway.tailscale",
    note: "Tailscale belongs to `gateway`.",
  },
  {
    from: "controlUi",
    to: "gateway.controlUi",
    note: "The dashboard belongs to `gateway`.",
  },
  {
    from: "redactSensitive",
    to: "logging.redactSensitive",
    note: "It belongs to `logging`.",
  },
  { from: "dmScope", to: "session.dmScope", note: "It belongs to `session`." },
  {
    from: "bridge",
    note: "The bridge no longer exists in this release.",
    removable: true,
  },
  {
    from: "version",
    note: "The format has no version; Clawdbot notes its own under `meta`.",
    removable: true,
  },
  {
    from: "name",
    note: "A config has no name; a comment can say it.",
    removable: true,
  },
  {
    from: "description",
    note: "A config has no description; a comment can say it.",
  },
  { from: "_comment", note: "Comments are written as `// text` in this file." },
  { from: "mcpServers", note: "This release has no setting for MCP servers." },
  {
    from: "mcp",
    note: `${laterRelease} This one has no setting for MCP servers.`,
  },
  {
    from: "memory",
    note: "Memory is set in `agents.defaults.memorySearch` and `plugins.slots.memory`.",
  },
  // Names that the program no longer knows, although it does not call them legacy.
  {
    from: "bluebubbles",
    to: "channels.bluebubbles",
    note: "Channels lie under `channels`.",
  },
  {
    from: "googlechat",
    to: "channels.googlechat",
    note: "Channels lie under `channels`.",
  },
  {
    from: "routing",
    parts: [["groupChat.historyLimit", "messages.groupChat.historyLimit"]],
    note: "Its settings have moved to `bindings`, `messages`, `tools` and the channels.",
  },
  {
    from: "messages.queue.byProvider",
    to: "messages.queue.byChannel",
    note: "Providers are called channels now.",
  },
  {
    from: "bindings[].match.provider",
    to: "bindings[].match.channel",
    note: "Providers are called channels now.",
  },
  {
    from: "bindings[].match.accountID",
    to: "bindings[].match.accountId",
    note: "The last letter is small.",
  },
  {
    from: "bindings[].agent",
    to: "bindings[].agentId",
    note: "The agent is named by its id.",
  },
  {
    from: "bindings[].channel",
    to: "bindings[].match.channel",
    note: "What a binding waits for lies in `match`.",
  },
  {
    from: "bindings[].peer",
    to: "bindings[].match.peer",
    note: "What a binding waits for lies in `match`.",
  },
  {
    from: "bindings[].accountId",
    to: "bindings[].match.accountId",
    note: "What a binding waits for lies in `match`.",
  },
  {
    from: "session.sendPolicy.rules[].match.provider",
    to: "session.sendPolicy.rules[].match.channel",
    note: "Providers are called channels now.",
  },
  // Gateway.
  {
    from: "gateway.customBindHost",
    note: 'This release refuses it, and `bind: "custom"` therefore means all interfaces. Use "loopback", "lan" or "tailnet".',
    removable: true,
  },
  {
    from: "gateway.host",
    to: "gateway.bind",
    note: "The address is chosen with `bind`.",
  },
  {
    from: "gateway.address",
    to: "gateway.bind",
    note: "The address is chosen with `bind`.",
  },
  {
    from: "gateway.password",
    to: "gateway.auth.password",
    note: "Secrets of the login lie in `gateway.auth`.",
  },
  {
    from: "gateway.allowTailscale",
    to: "gateway.auth.allowTailscale",
    note: "It belongs to `gateway.auth`.",
  },
  {
    from: "gateway.tailscale.enabled",
    byValue: [
      {
        when: true,
        set: ["gateway.tailscale.mode", "serve"],
        title: 'Set gateway.tailscale.mode to "serve"',
      },
      {
        when: false,
        set: ["gateway.tailscale.mode", "off"],
        title: 'Set gateway.tailscale.mode to "off"',
      },
    ],
    note: "`mode` switches it.",
  },
  {
    from: "gateway.enabled",
    byValue: [{ when: true, title: "Remove it" }],
    note: "The gateway runs when it is started; `gateway.mode` says whether it may.",
  },
  {
    from: "gateway.controlUi.dangerouslyDisableDeviceAuth",
    note: laterRelease,
    removable: true,
  },
  {
    from: "gateway.controlUi.allowedOrigins",
    note: laterRelease,
    removable: true,
  },
  { from: "gateway.auth.rateLimit", note: laterRelease, removable: true },
  { from: "gateway.ssl", to: "gateway.tls", note: "It is called `tls`." },
  { from: "gateway.https", to: "gateway.tls", note: "It is called `tls`." },
  ...movedChannelKeys,
  ...movedAgentKeys,
  // Tools, sessions, the rest.
  {
    from: "tools.web.fetch.readability",
    note: "The documentation shows it, this release refuses it.",
    removable: true,
  },
  {
    from: "tools.web.fetch.firecrawl",
    note: "The documentation shows it, this release refuses it.",
    removable: true,
  },
  {
    from: "tools.exec.approvalRunningNoticeMs",
    note: "It can be set per agent only, in `agents.list[].tools.exec`.",
    removable: true,
  },
  {
    from: "tools.exec.enabled",
    note: 'To keep the tool from being used, put "exec" into `tools.deny`.',
  },
  { from: "tools.alsoAllow", note: laterRelease, removable: true },
  { from: "tools.shell", to: "tools.exec", note: "The tool is called `exec`." },
  {
    from: "tools.sandbox.mode",
    to: "agents.defaults.sandbox.mode",
    note: "The sandbox is a setting of the agents.",
  },
  {
    from: "tools.elevated.allow",
    to: "tools.elevated.allowFrom",
    note: "It is called `allowFrom`.",
  },
  { from: "tools.denylist", to: "tools.deny", note: "It is called `deny`." },
  { from: "tools.allowlist", to: "tools.allow", note: "It is called `allow`." },
  {
    from: "session.heartbeatIdleMinutes",
    note: "The documentation shows it, this release refuses it.",
    removable: true,
  },
  {
    from: "discovery.mdns",
    note: `${laterRelease} In this one the variable CLAWDBOT_DISABLE_BONJOUR=1 turns announcements off.`,
    removable: true,
  },
  { from: "browser.evaluateEnabled", note: laterRelease, removable: true },
  {
    from: "messages.queue.byChannel.googlechat",
    note: laterRelease,
    removable: true,
  },
  { from: "hooks.secret", to: "hooks.token", note: "It is called `token`." },
  {
    from: "cron.jobs",
    note: "Jobs are not kept in the config; `clawdbot cron add` creates them.",
  },
  {
    from: "logging.redact",
    to: "logging.redactSensitive",
    note: "It is called `redactSensitive`.",
  },
];
