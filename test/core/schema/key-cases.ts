import type { MessageCase } from "./message-case.ts";

/** Keys that are unknown or missing, limits, and settings of plugins. */
export const keyCases: readonly MessageCase[] = [
  // Unknown keys.
  {
    text: `{ $schema: "https://example.invalid/s.json", gateway: {} }`,
    code: "schema.unknown_key",
    path: "$schema",
    message: `Unknown key "$schema" at the top level. Clawdbot takes no schema reference; the editor finds its schema by the file's name.`,
    mark: "$schema",
    fix: [`Remove "$schema"`, `{ gateway: {} }`],
    safety: "safe",
  },
  {
    text: `{ gatewya: { mode: "local" } }`,
    code: "schema.unknown_key",
    path: "gatewya",
    message: `Unknown key "gatewya" at the top level. Did you mean "gateway"?`,
    mark: "gatewya",
    fix: [`Rename it to "gateway"`, `{ gateway: { mode: "local" } }`],
  },
  {
    text: `{ channels: { telegram: { DmPolicy: "pairing" } } }`,
    code: "schema.unknown_key",
    path: "channels.telegram.DmPolicy",
    message: `Unknown key "DmPolicy" in channels.telegram. Did you mean "dmPolicy"?`,
    mark: "DmPolicy",
    fix: [
      `Rename it to "dmPolicy"`,
      `{ channels: { telegram: { dmPolicy: "pairing" } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ tools: { exec: { timeout: 30 } } }`,
    code: "schema.unknown_key",
    path: "tools.exec.timeout",
    message: `Unknown key "timeout" in tools.exec. Did you mean "timeoutSec"?`,
    mark: "timeout",
    fix: [
      `Rename it to "timeoutSec"`,
      `{ tools: { exec: { timeoutSec: 30 } } }`,
    ],
  },
  {
    // Another word at the end is another thing: to rename it might let people in.
    text: `{ channels: { telegram: { allowFromGroups: ["*"] } } }`,
    code: "schema.unknown_key",
    path: "channels.telegram.allowFromGroups",
    message: `Unknown key "allowFromGroups" in channels.telegram: no setting of this release has that name there`,
    mark: "allowFromGroups",
  },
  {
    text: `{ gateway: { bind: "lan", Bind: "loopback" } }`,
    code: "schema.unknown_key",
    path: "gateway.Bind",
    message: `Unknown key "Bind" in gateway. Did you mean "bind"? It is set as well.`,
    mark: "Bind",
  },
  {
    text: `{ channels: { slack: { dmPolicy: "pairing" } } }`,
    code: "schema.unknown_key",
    path: "channels.slack.dmPolicy",
    message: `Unknown key "dmPolicy" in channels.slack: it belongs at channels.slack.dm.policy. On this channel direct messages are set in \`dm\`.`,
    mark: "dmPolicy",
    fix: [
      "Move it to channels.slack.dm.policy",
      `{ channels: { slack: { dm: { policy: "pairing" } } } }`,
    ],
  },
  {
    text: `{ channels: { telegram: { dm: { policy: "open", allowFrom: ["*"] } } } }`,
    code: "schema.unknown_key",
    path: "channels.telegram.dm",
    message: /direct messages are set with `dmPolicy` and `allowFrom`\.$/,
    mark: "dm",
    fix: [
      "Move it to channels.telegram.dmPolicy and channels.telegram.allowFrom",
      `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }`,
    ],
  },
  {
    text: `{ providers: { a: { baseUrl: "https://a.invalid", models: [] } } }`,
    code: "schema.unknown_key",
    path: "providers",
    message:
      'Unknown key "providers" at the top level: it belongs at models.providers. Providers of models belong to `models`.',
    mark: "providers",
    fix: [
      "Move it to models.providers",
      `{ models: { providers: { a: { baseUrl: "https://a.invalid", models: [] } } } }`,
    ],
  },
  {
    text: `{ providers: { b: { baseUrl: "https://b.invalid", models: [] } }, models: { providers: { a: { baseUrl: "https://a.invalid", models: [] } } } }`,
    code: "schema.unknown_key",
    path: "providers",
    message: /it belongs at models\.providers/,
    mark: "providers",
    fix: [
      "Move its keys to models.providers",
      `{ models: { providers: { a: { baseUrl: "https://a.invalid", models: [] }, b: { baseUrl: "https://b.invalid", models: [] } } } }`,
    ],
  },
  {
    text: `{ model: "anthropic/claude-opus-4-5" }`,
    code: "schema.unknown_key",
    path: "model",
    message: /it belongs at agents\.defaults\.model/,
    mark: "model",
    fix: [
      "Move it to agents.defaults.model",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
    ],
  },
  {
    text: `{ agents: { defaults: { heartbeat: { enabled: false } } } }`,
    code: "schema.unknown_key",
    path: "agents.defaults.heartbeat.enabled",
    message: /`every: "0m"` turns it off\.$/,
    mark: "enabled",
    fix: [
      'Set every to "0m", which turns the heartbeat off',
      `{ agents: { defaults: { heartbeat: { every: "0m" } } } }`,
    ],
  },
  {
    text: `{ channels: { whatsapp: { enabled: false } } }`,
    code: "schema.unknown_key",
    path: "channels.whatsapp.enabled",
    message: /`web\.enabled` keeps it off\.$/,
    mark: "enabled",
    fix: [
      "Set web.enabled to false, which keeps WhatsApp off",
      `{ channels: { whatsapp: {} }, web: { enabled: false } }`,
    ],
  },
  {
    text: `{ agents: { defaults: { dmScope: "per-peer" } } }`,
    code: "schema.unknown_key",
    path: "agents.defaults.dmScope",
    message: `Unknown key "dmScope" in agents.defaults: there is a setting session.dmScope`,
    mark: "dmScope",
    fix: [
      "Move it to session.dmScope",
      `{ agents: { defaults: {} }, session: { dmScope: "per-peer" } }`,
    ],
  },
  {
    text: `{ agents: { ada: { model: { primary: "a/b" } } } }`,
    code: "schema.unknown_key",
    path: "agents.ada",
    message: `Unknown key "ada" in agents: agents are items of agents.list`,
    mark: "ada",
    fix: [
      "Make it an agent of agents.list",
      `{ agents: { list: [{ id: "ada", model: { primary: "a/b" } }] } }`,
    ],
  },
  {
    text: `{ plugins: { telegram: { enabled: true } } }`,
    code: "schema.unknown_key",
    path: "plugins.telegram",
    message: `Unknown key "telegram" in plugins: names go into plugins.entries`,
    mark: "telegram",
    fix: [
      "Move it to plugins.entries.telegram",
      `{ plugins: { entries: { telegram: { enabled: true } } } }`,
    ],
  },
  {
    text: `{ gateway: { customBindHost: "10.0.0.2" } }`,
    code: "schema.unknown_key",
    path: "gateway.customBindHost",
    message: /means all interfaces/,
    mark: "customBindHost",
    fix: [`Remove "customBindHost"`, `{ gateway: {} }`],
  },
  {
    text: `{ gateway: { frobnicate: 1 } }`,
    code: "schema.unknown_key",
    path: "gateway.frobnicate",
    message: `Unknown key "frobnicate" in gateway: no setting of this release has that name there`,
    mark: "frobnicate",
  },
  // Missing keys.
  {
    text: `{ models: { providers: { Ollama: { models: [] } } } }`,
    code: "schema.missing_key",
    path: "models.providers.Ollama.baseUrl",
    message: `models.providers.Ollama lacks "baseUrl" (text), which is required. It is the address of the provider's interface`,
    mark: "Ollama",
    fix: [
      `Add "baseUrl": "http://127.0.0.1:11434/v1"`,
      `{ models: { providers: { Ollama: { models: [], baseUrl: "http://127.0.0.1:11434/v1" } } } }`,
    ],
  },
  {
    text: `{ agents: { list: [{ id: "ada" }] }, bindings: [{ match: { channel: "telegram" } }] }`,
    code: "schema.missing_key",
    path: "bindings.0.agentId",
    message: `bindings[0] lacks "agentId" (text), which is required`,
    mark: "{",
    fix: [
      `Add "agentId": "ada"`,
      `{ agents: { list: [{ id: "ada" }] }, bindings: [{ match: { channel: "telegram" }, agentId: "ada" }] }`,
    ],
  },
  {
    text: `{ auth: { profiles: { "openai:work": { mode: "api_key" } } } }`,
    code: "schema.missing_key",
    path: "auth.profiles.openai:work.provider",
    message: `auth.profiles."openai:work" lacks "provider" (text), which is required`,
    mark: `"openai:work"`,
    fix: [
      `Add "provider": "openai"`,
      `{ auth: { profiles: { "openai:work": { mode: "api_key", provider: "openai" } } } }`,
    ],
  },
  // Limits.
  {
    text: `{ commands: { bashForegroundMs: 99999 } }`,
    code: "schema.range",
    path: "commands.bashForegroundMs",
    message: "commands.bashForegroundMs has to be at least 0 and at most 30000",
    mark: "99999",
    fix: [
      "Set it to 30000, the nearest that is allowed",
      `{ commands: { bashForegroundMs: 30000 } }`,
    ],
  },
  {
    text: `{ ui: { seamColor: "#f80" } }`,
    code: "schema.pattern",
    path: "ui.seamColor",
    message: "ui.seamColor has to be six hexadecimal digits, such as FF4500",
    mark: `"#f80"`,
    fix: [`Set it to "#ff8800"`, `{ ui: { seamColor: "#ff8800" } }`],
  },
  {
    text: `{ browser: { profiles: { "My Work": { color: "0066CC", cdpPort: 18801 } } } }`,
    code: "schema.key_name",
    path: "browser.profiles.My Work",
    message: `"My Work" cannot be a name in browser.profiles: only small letters, digits and hyphens`,
    mark: `"My Work"`,
    fix: [
      `Rename it to "my-work"`,
      `{ browser: { profiles: { "my-work": { color: "0066CC", cdpPort: 18801 } } } }`,
    ],
  },
  {
    text: `{ ui: { assistant: { name: "${"x".repeat(51)}" } } }`,
    code: "schema.length",
    path: "ui.assistant.name",
    message: "ui.assistant.name has to be at most 50 characters long",
    mark: `"${"x".repeat(51)}"`,
  },
  // Settings of plugins.
  {
    text: `{ plugins: { entries: { telegram: { config: { botToken: "\${TELEGRAM}" } } } } }`,
    code: "schema.plugin_config",
    path: "plugins.entries.telegram.config.botToken",
    message:
      "The plugin telegram takes no settings of its own; the channel's own settings are under channels.telegram",
    mark: "botToken",
    fix: [
      "Move it to channels.telegram.botToken",
      `{ plugins: { entries: { telegram: { config: {} } } }, channels: { telegram: { botToken: "\${TELEGRAM}" } } }`,
    ],
  },
  {
    text: `{ plugins: { entries: { "voice-call": { config: { provider: "Twilio" } } } } }`,
    code: "schema.plugin_config",
    path: "plugins.entries.voice-call.config.provider",
    message: /Did you mean "twilio"\?$/,
    mark: `"Twilio"`,
    fix: [
      `Set to "twilio"`,
      `{ plugins: { entries: { "voice-call": { config: { provider: "twilio" } } } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ plugins: { slots: { memory: "memory-lancedb" } } }`,
    code: "schema.plugin_config",
    path: "plugins.entries.memory-lancedb.config",
    message:
      "The plugin memory-lancedb cannot be without plugins.entries.memory-lancedb.config.embedding.apiKey",
    mark: `"memory-lancedb"`,
    fix: [
      "Add it, as ${OPENAI_API_KEY} from where the gateway runs",
      `{ plugins: { slots: { memory: "memory-lancedb" }, entries: { "memory-lancedb": { config: { embedding: { apiKey: "\${OPENAI_API_KEY}" } } } } } }`,
    ],
  },
  {
    text: `[]`,
    code: "schema.type",
    path: "",
    message: "The config has to be an object, not a list",
    mark: "[",
    fix: ["Make it an empty object", `{}`],
  },
];
