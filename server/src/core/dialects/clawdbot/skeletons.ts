/** What a skeleton may put there. */
type Value = string | readonly string[] | { readonly [key: string]: string };

/** What to put where a required key is missing. */
export interface Skeleton {
  /** The missing key: dotted, `*` any one key, `[]` any index. */
  readonly setting: string;
  /** Where a better value may stand: a key beside it, or one of the places that `schema/explain/missing-key.ts` knows. */
  readonly from?: string;
  /** Values by the name that the last `*` stands for, in lower case. */
  readonly byName?: { readonly [name: string]: Value };
  readonly value: Value;
  /** The value is accepted but means nothing yet. */
  readonly isExample?: true;
  /** Completes the message, as a sentence of its own. */
  readonly hint?: string;
}

/** Addresses that the providers publish for their interfaces. */
const addresses: { readonly [provider: string]: string } = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com",
  openrouter: "https://openrouter.ai/api/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
  groq: "https://api.groq.com/openai/v1",
  mistral: "https://api.mistral.ai/v1",
  deepseek: "https://api.deepseek.com/v1",
  ollama: "http://127.0.0.1:11434/v1",
  lmstudio: "http://127.0.0.1:1234/v1",
};

export const skeletons: readonly Skeleton[] = [
  {
    setting: "models.providers.*.baseUrl",
    byName: addresses,
    value: "https://example.invalid/v1",
    isExample: true,
    hint: "It is the address of the provider's interface",
  },
  {
    setting: "models.providers.*.models",
    value: [],
    hint: "An empty list will do for a provider that Clawdbot knows",
  },
  {
    setting: "models.providers.*.models[].name",
    from: "id",
    value: "Model",
    isExample: true,
  },
  {
    setting: "models.providers.*.models[].id",
    from: "name",
    value: "model-id",
    isExample: true,
  },
  {
    setting: "browser.profiles.*.color",
    value: "#0066CC",
    hint: "It tells the browser windows of profiles apart",
  },
  {
    setting: "auth.profiles.*.provider",
    from: "map key",
    value: "anthropic",
    isExample: true,
  },
  { setting: "auth.profiles.*.mode", value: "api_key" },
  { setting: "agents.list[].id", from: "name", value: "main" },
  { setting: "bindings[].agentId", from: "first agent", value: "main" },
  {
    setting: "bindings[].match",
    from: "first channel as match",
    value: { channel: "telegram" },
    isExample: true,
  },
  {
    setting: "bindings[].match.channel",
    from: "first channel",
    value: "telegram",
    isExample: true,
  },
  { setting: "bindings[].match.peer.kind", value: "dm" },
  { setting: "session.sendPolicy.rules[].action", value: "deny" },
  { setting: "tools.links.scope.rules[].action", value: "deny" },
  { setting: "tools.media.image.scope.rules[].action", value: "deny" },
  { setting: "tools.media.audio.scope.rules[].action", value: "deny" },
  { setting: "tools.media.video.scope.rules[].action", value: "deny" },
  { setting: "audio.transcription.command", value: [], isExample: true },
  { setting: "hooks.internal.installs.*.source", value: "npm" },
  { setting: "plugins.installs.*.source", value: "npm" },
];
