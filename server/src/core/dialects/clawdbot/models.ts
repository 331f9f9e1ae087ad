/**
 * Model providers the release knows by name, with models of theirs that a person may want. Sources, all of 2026.1.24-3:
 * agents/model-auth.js (variables), agents/models-config.providers.js, config/defaults.js (aliases), and the catalogue of
 * @mariozechner/pi-ai 0.49, of which current models strong enough for an agent are listed.
 */
export interface ModelProvider {
  readonly id: string;
  /** The variable its key is read from. */
  readonly variable?: string;
  /** Without the provider in front; the strongest first. */
  readonly models: readonly string[];
}

export const modelProviders: readonly ModelProvider[] = [
  {
    id: "anthropic",
    variable: "ANTHROPIC_API_KEY",
    models: ["claude-opus-4-5", "claude-sonnet-4-5"],
  },
  {
    id: "openai",
    variable: "OPENAI_API_KEY",
    models: [
      "gpt-5.2",
      "gpt-5.2-pro",
      "gpt-5.2-codex",
      "gpt-5.1",
      "gpt-5-mini",
    ],
  },
  { id: "openai-codex", models: ["gpt-5.2-codex", "gpt-5.2"] },
  {
    id: "google",
    variable: "GEMINI_API_KEY",
    models: [
      "gemini-3-pro-preview",
      "gemini-3-flash-preview",
      "gemini-2.5-pro",
    ],
  },
  { id: "google-gemini-cli", models: ["gemini-3-pro-preview"] },
  { id: "google-antigravity", models: ["claude-opus-4-5-thinking"] },
  { id: "google-vertex", models: ["gemini-3-pro-preview"] },
  { id: "github-copilot", models: ["claude-opus-4.5", "gpt-5.2"] },
  {
    id: "openrouter",
    variable: "OPENROUTER_API_KEY",
    models: ["anthropic/claude-opus-4.5", "openai/gpt-5.2"],
  },
  {
    id: "vercel-ai-gateway",
    variable: "AI_GATEWAY_API_KEY",
    models: ["anthropic/claude-opus-4.5"],
  },
  {
    id: "opencode",
    variable: "OPENCODE_API_KEY",
    models: ["claude-opus-4-5", "gpt-5.2"],
  },
  { id: "xai", variable: "XAI_API_KEY", models: ["grok-4", "grok-4-1-fast"] },
  {
    id: "mistral",
    variable: "MISTRAL_API_KEY",
    models: ["mistral-large-latest", "devstral-medium-latest"],
  },
  { id: "groq", variable: "GROQ_API_KEY", models: [] },
  { id: "cerebras", variable: "CEREBRAS_API_KEY", models: [] },
  { id: "deepgram", variable: "DEEPGRAM_API_KEY", models: [] },
  { id: "zai", variable: "ZAI_API_KEY", models: ["glm-4.7"] },
  { id: "minimax", variable: "MINIMAX_API_KEY", models: ["MiniMax-M2.1"] },
  { id: "minimax-cn", models: ["MiniMax-M2.1"] },
  { id: "moonshot", variable: "MOONSHOT_API_KEY", models: [] },
  { id: "kimi-code", variable: "KIMICODE_API_KEY", models: [] },
  { id: "synthetic", variable: "SYNTHETIC_API_KEY", models: [] },
  { id: "venice", variable: "VENICE_API_KEY", models: [] },
  { id: "amazon-bedrock", models: [] },
  { id: "qwen-portal", models: [] },
  { id: "copilot-proxy", models: [] },
  { id: "ollama", models: [] },
  { id: "claude-cli", models: ["opus", "sonnet"] },
  { id: "codex-cli", models: [] },
];

/** Short names that exist by themselves, as soon as the model is permitted (config/defaults.js). */
export const builtInAliases: { readonly [alias: string]: string } = {
  opus: "anthropic/claude-opus-4-5",
  sonnet: "anthropic/claude-sonnet-4-5",
  gpt: "openai/gpt-5.2",
  "gpt-mini": "openai/gpt-5-mini",
  gemini: "google/gemini-3-pro-preview",
  "gemini-flash": "google/gemini-3-flash-preview",
};
