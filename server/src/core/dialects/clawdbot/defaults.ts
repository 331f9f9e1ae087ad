/** What holds where nothing is written, as far as access depends on it. Sources are named beside each (2026.1.24-3). */
export const defaults = {
  /** gateway/server-runtime-config.js */
  gatewayBind: "loopback",
  /** config/paths.js */
  gatewayPort: 18789,
  /** routing/session-key.js */
  agentId: "main",
  /** routing/session-key.js: all direct messages share the main session. */
  dmScope: "main",
  /** config/zod-schema.providers-core.js, and every plugin channel's own code */
  dmPolicy: "pairing",
  /** config/zod-schema.providers-core.js; plugin channels see the table of channels */
  groupPolicy: "allowlist",
  /** auto-reply/reply/reply-elevated.js */
  elevatedEnabled: true,
  /** infra/exec-approvals.js: an agent on the host asks when a command is not on the list. */
  execAsk: "on-miss",
} as const;
