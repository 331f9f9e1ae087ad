/**
 * The plugins that come with the release. Sources, all of 2026.1.24-3: `extensions/<id>/clawdbot.plugin.json`,
 * plugins/slots.js, plugins/config-state.js.
 */

/** One bundled plugin. */
export interface PluginRow {
  readonly id: string;
  /** The channel it brings, under the same id. */
  readonly channel?: true;
  /** The model provider it brings. */
  readonly provider?: string;
  /** The slot it can fill. */
  readonly slot?: "memory";
}

/** Every bundled plugin, by id. None is on unless the config says so, or a slot names it. */
export const plugins: readonly PluginRow[] = [
  { id: "bluebubbles", channel: true },
  { id: "copilot-proxy", provider: "copilot-proxy" },
  { id: "diagnostics-otel" },
  { id: "discord", channel: true },
  { id: "google-antigravity-auth", provider: "google-antigravity" },
  { id: "google-gemini-cli-auth", provider: "google-gemini-cli" },
  { id: "googlechat", channel: true },
  { id: "imessage", channel: true },
  { id: "line", channel: true },
  { id: "llm-task" },
  { id: "lobster" },
  { id: "matrix", channel: true },
  { id: "mattermost", channel: true },
  { id: "memory-core", slot: "memory" },
  { id: "memory-lancedb", slot: "memory" },
  { id: "msteams", channel: true },
  { id: "nextcloud-talk", channel: true },
  { id: "nostr", channel: true },
  { id: "open-prose" },
  { id: "qwen-portal-auth", provider: "qwen-portal" },
  { id: "signal", channel: true },
  { id: "slack", channel: true },
  { id: "telegram", channel: true },
  { id: "tlon", channel: true },
  { id: "voice-call" },
  { id: "whatsapp", channel: true },
  { id: "zalo", channel: true },
  { id: "zalouser", channel: true },
];

/** What fills a slot that the config does not name; the word "none" leaves a slot empty. */
export const slotDefaults = { memory: "memory-core" } as const;
