/**
 * The settings of release 2026.1.24-3 that hold a secret. Sources: what its settings pages mask (config/schema.js,
 * `sensitive`: whatever has "token", "password", "secret" or "api key" in its name), and what else it signs in with:
 * config/zod-schema*.js, `extensions/<id>/clawdbot.plugin.json`, `extensions/<id>/src/accounts.ts`.
 */

/** Which keys of a map hold secrets: HTTP headers or variables with telling names; the others hold what anybody may see. */
export type TellingNames = "header" | "variable";

export interface SecretRow {
  /** Dotted, `*` any key, `[]` any index. */
  readonly setting: string;
  /**
   * The variable that a secret is moved to: the one the program reads by itself where it has one, so that the setting could
   * go altogether. Each `*` stands for what the setting's `*` met.
   */
  readonly variable: string;
  readonly only?: TellingNames;
  /** What somebody gets into who shows this secret to the assistant; undefined where the assistant shows it to others. */
  readonly door?: Door;
  /** Why nobody is told that it stands in the file: another rule says so, or the program puts it there by itself. */
  readonly unspoken?: "own rule" | "own place";
  /** Servers without a login are given words such as "none" here. */
  readonly takesDummies?: true;
}

/** What a secret opens. Two secrets of one door may be the same. */
export type Door =
  | "the gateway"
  | "webhooks"
  | "browser control"
  | "Gmail's notifications"
  | "Telegram's webhook"
  | "Zalo's webhook";

/** Where the secrets of the program itself stand. */
const own = [
  {
    setting: "gateway.auth.token",
    variable: "CLAWDBOT_GATEWAY_TOKEN",
    door: "the gateway",
    // The wizard and `doctor --generate-gateway-token` make it and write it into the file.
    unspoken: "own place",
  },
  {
    setting: "gateway.auth.password",
    variable: "CLAWDBOT_GATEWAY_PASSWORD",
    door: "the gateway",
    unspoken: "own rule",
  },
  { setting: "gateway.remote.token", variable: "CLAWDBOT_REMOTE_TOKEN" },
  { setting: "gateway.remote.password", variable: "CLAWDBOT_REMOTE_PASSWORD" },
  {
    setting: "browser.controlToken",
    variable: "CLAWDBOT_BROWSER_CONTROL_TOKEN",
    door: "browser control",
    unspoken: "own rule",
  },
  {
    setting: "hooks.token",
    variable: "CLAWDBOT_HOOKS_TOKEN",
    door: "webhooks",
    unspoken: "own rule",
  },
  {
    setting: "hooks.gmail.pushToken",
    variable: "CLAWDBOT_GMAIL_PUSH_TOKEN",
    door: "Gmail's notifications",
  },
  { setting: "talk.apiKey", variable: "ELEVENLABS_API_KEY" },
  {
    setting: "messages.tts.elevenlabs.apiKey",
    variable: "ELEVENLABS_API_KEY",
  },
  {
    setting: "messages.tts.openai.apiKey",
    variable: "OPENAI_API_KEY",
    takesDummies: true,
  },
  { setting: "tools.web.search.apiKey", variable: "BRAVE_API_KEY" },
  {
    setting: "tools.web.search.perplexity.apiKey",
    variable: "PERPLEXITY_API_KEY",
  },
  {
    setting: "agents.defaults.memorySearch.remote.apiKey",
    variable: "CLAWDBOT_MEMORY_API_KEY",
    takesDummies: true,
  },
  {
    setting: "agents.list[].memorySearch.remote.apiKey",
    variable: "CLAWDBOT_MEMORY_API_KEY",
    takesDummies: true,
  },
  {
    setting: "models.providers.*.apiKey",
    variable: "*_API_KEY",
    takesDummies: true,
  },
  { setting: "skills.entries.*.apiKey", variable: "*_API_KEY" },
] as const satisfies readonly SecretRow[];

/** Where channels keep what they sign in with. */
const ofChannels = [
  { setting: "channels.telegram.botToken", variable: "TELEGRAM_BOT_TOKEN" },
  {
    setting: "channels.telegram.accounts.*.botToken",
    variable: "TELEGRAM_*_BOT_TOKEN",
  },
  {
    setting: "channels.telegram.webhookSecret",
    variable: "TELEGRAM_WEBHOOK_SECRET",
    door: "Telegram's webhook",
  },
  {
    setting: "channels.telegram.accounts.*.webhookSecret",
    variable: "TELEGRAM_*_WEBHOOK_SECRET",
    door: "Telegram's webhook",
  },
  { setting: "channels.discord.token", variable: "DISCORD_BOT_TOKEN" },
  {
    setting: "channels.discord.accounts.*.token",
    variable: "DISCORD_*_BOT_TOKEN",
  },
  { setting: "channels.slack.botToken", variable: "SLACK_BOT_TOKEN" },
  { setting: "channels.slack.appToken", variable: "SLACK_APP_TOKEN" },
  { setting: "channels.slack.userToken", variable: "SLACK_USER_TOKEN" },
  { setting: "channels.slack.signingSecret", variable: "SLACK_SIGNING_SECRET" },
  {
    setting: "channels.slack.accounts.*.botToken",
    variable: "SLACK_*_BOT_TOKEN",
  },
  {
    setting: "channels.slack.accounts.*.appToken",
    variable: "SLACK_*_APP_TOKEN",
  },
  {
    setting: "channels.slack.accounts.*.userToken",
    variable: "SLACK_*_USER_TOKEN",
  },
  {
    setting: "channels.slack.accounts.*.signingSecret",
    variable: "SLACK_*_SIGNING_SECRET",
  },
  { setting: "channels.msteams.appPassword", variable: "MSTEAMS_APP_PASSWORD" },
  {
    setting: "channels.bluebubbles.password",
    variable: "BLUEBUBBLES_PASSWORD",
  },
  {
    setting: "channels.bluebubbles.accounts.*.password",
    variable: "BLUEBUBBLES_*_PASSWORD",
  },
  {
    setting: "channels.googlechat.serviceAccount",
    variable: "GOOGLE_CHAT_SERVICE_ACCOUNT",
  },
  {
    setting: "channels.googlechat.accounts.*.serviceAccount",
    variable: "GOOGLE_CHAT_*_SERVICE_ACCOUNT",
  },
  {
    setting: "channels.line.channelAccessToken",
    variable: "LINE_CHANNEL_ACCESS_TOKEN",
  },
  {
    setting: "channels.line.channelSecret",
    variable: "LINE_CHANNEL_SECRET",
  },
  {
    setting: "channels.line.accounts.*.channelAccessToken",
    variable: "LINE_*_CHANNEL_ACCESS_TOKEN",
  },
  {
    setting: "channels.line.accounts.*.channelSecret",
    variable: "LINE_*_CHANNEL_SECRET",
  },
  { setting: "channels.matrix.accessToken", variable: "MATRIX_ACCESS_TOKEN" },
  { setting: "channels.matrix.password", variable: "MATRIX_PASSWORD" },
  { setting: "channels.mattermost.botToken", variable: "MATTERMOST_BOT_TOKEN" },
  {
    setting: "channels.mattermost.accounts.*.botToken",
    variable: "MATTERMOST_*_BOT_TOKEN",
  },
  {
    setting: "channels.nextcloud-talk.botSecret",
    variable: "NEXTCLOUD_TALK_BOT_SECRET",
  },
  {
    setting: "channels.nextcloud-talk.apiPassword",
    variable: "NEXTCLOUD_TALK_API_PASSWORD",
  },
  {
    setting: "channels.nextcloud-talk.accounts.*.botSecret",
    variable: "NEXTCLOUD_TALK_*_BOT_SECRET",
  },
  {
    setting: "channels.nextcloud-talk.accounts.*.apiPassword",
    variable: "NEXTCLOUD_TALK_*_API_PASSWORD",
  },
  { setting: "channels.nostr.privateKey", variable: "NOSTR_PRIVATE_KEY" },
  { setting: "channels.tlon.code", variable: "TLON_CODE" },
  { setting: "channels.tlon.accounts.*.code", variable: "TLON_*_CODE" },
  { setting: "channels.zalo.botToken", variable: "ZALO_BOT_TOKEN" },
  {
    setting: "channels.zalo.accounts.*.botToken",
    variable: "ZALO_*_BOT_TOKEN",
  },
  {
    setting: "channels.zalo.webhookSecret",
    variable: "ZALO_WEBHOOK_SECRET",
    door: "Zalo's webhook",
  },
  {
    setting: "channels.zalo.accounts.*.webhookSecret",
    variable: "ZALO_*_WEBHOOK_SECRET",
    door: "Zalo's webhook",
  },
] as const satisfies readonly SecretRow[];

/** Maps in which some keys hold secrets: HTTP headers, and variables of programs that are started. */
const inMaps = [
  { setting: "env.*", variable: "*", only: "variable" },
  { setting: "env.vars.*", variable: "*", only: "variable" },
  {
    setting: "skills.entries.*.env.*",
    variable: "SKILL_*_*",
    only: "variable",
  },
  {
    setting: "hooks.internal.entries.*.env.*",
    variable: "HOOK_*_*",
    only: "variable",
  },
  {
    setting: "agents.defaults.cliBackends.*.env.*",
    variable: "CLI_*_*",
    only: "variable",
  },
  {
    setting: "agents.defaults.sandbox.docker.env.*",
    variable: "SANDBOX_*",
    only: "variable",
  },
  {
    setting: "agents.list[].sandbox.docker.env.*",
    variable: "SANDBOX_*",
    only: "variable",
  },
  {
    setting: "models.providers.*.headers.*",
    variable: "*_*",
    only: "header",
  },
  {
    setting: "models.providers.*.models[].headers.*",
    variable: "*_*",
    only: "header",
  },
  {
    setting: "agents.defaults.memorySearch.remote.headers.*",
    variable: "CLAWDBOT_MEMORY_*",
    only: "header",
  },
  {
    setting: "agents.list[].memorySearch.remote.headers.*",
    variable: "CLAWDBOT_MEMORY_*",
    only: "header",
  },
  {
    setting: "diagnostics.otel.headers.*",
    variable: "CLAWDBOT_OTEL_*",
    only: "header",
  },
  {
    setting: "tools.media.models[].headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
  {
    setting: "tools.media.image.headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
  {
    setting: "tools.media.image.models[].headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
  {
    setting: "tools.media.audio.headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
  {
    setting: "tools.media.audio.models[].headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
  {
    setting: "tools.media.video.headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
  {
    setting: "tools.media.video.models[].headers.*",
    variable: "CLAWDBOT_MEDIA_*",
    only: "header",
  },
] as const satisfies readonly SecretRow[];

/** Secrets of bundled plugins, below `plugins.entries.<id>.config`. */
const ofPlugins = [
  {
    setting: "plugins.entries.memory-lancedb.config.embedding.apiKey",
    variable: "OPENAI_API_KEY",
  },
  {
    setting: "plugins.entries.voice-call.config.telnyx.apiKey",
    variable: "TELNYX_API_KEY",
  },
  {
    setting: "plugins.entries.voice-call.config.twilio.authToken",
    variable: "TWILIO_AUTH_TOKEN",
  },
  {
    setting: "plugins.entries.voice-call.config.plivo.authToken",
    variable: "PLIVO_AUTH_TOKEN",
  },
  {
    setting: "plugins.entries.voice-call.config.tunnel.ngrokAuthToken",
    variable: "NGROK_AUTHTOKEN",
  },
  {
    setting: "plugins.entries.voice-call.config.streaming.openaiApiKey",
    variable: "OPENAI_API_KEY",
  },
  {
    setting: "plugins.entries.voice-call.config.tts.openai.apiKey",
    variable: "OPENAI_API_KEY",
  },
  {
    setting: "plugins.entries.voice-call.config.tts.elevenlabs.apiKey",
    variable: "ELEVENLABS_API_KEY",
  },
] as const satisfies readonly SecretRow[];

/** Those that the schema of the program or of a channel names. */
export const schemaSecrets = [...own, ...ofChannels, ...inMaps] as const;

/** All of them. */
export const secretSettings: readonly SecretRow[] = [
  ...schemaSecrets,
  ...ofPlugins,
];

/** The variables that the program reads for providers of models (agents/model-auth.js, resolveEnvApiKey). */
export const providerVariables: { readonly [provider: string]: string } = {
  anthropic: "ANTHROPIC_API_KEY",
  cerebras: "CEREBRAS_API_KEY",
  deepgram: "DEEPGRAM_API_KEY",
  google: "GEMINI_API_KEY",
  groq: "GROQ_API_KEY",
  "kimi-code": "KIMICODE_API_KEY",
  minimax: "MINIMAX_API_KEY",
  mistral: "MISTRAL_API_KEY",
  moonshot: "MOONSHOT_API_KEY",
  openai: "OPENAI_API_KEY",
  opencode: "OPENCODE_API_KEY",
  openrouter: "OPENROUTER_API_KEY",
  synthetic: "SYNTHETIC_API_KEY",
  venice: "VENICE_API_KEY",
  "vercel-ai-gateway": "AI_GATEWAY_API_KEY",
  xai: "XAI_API_KEY",
  zai: "ZAI_API_KEY",
};

/**
 * With `env.shellEnv` the program asks a login shell for variables only while none of these is set (config/io.js,
 * infra/shell-env.js): one of them in `.env` would take all the others away.
 */
export const shellVariables: readonly string[] = [
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_OAUTH_TOKEN",
  "GEMINI_API_KEY",
  "ZAI_API_KEY",
  "OPENROUTER_API_KEY",
  "AI_GATEWAY_API_KEY",
  "MINIMAX_API_KEY",
  "SYNTHETIC_API_KEY",
  "ELEVENLABS_API_KEY",
  "TELEGRAM_BOT_TOKEN",
  "DISCORD_BOT_TOKEN",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "CLAWDBOT_GATEWAY_TOKEN",
  "CLAWDBOT_GATEWAY_PASSWORD",
];
