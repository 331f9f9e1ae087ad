/**
 * Values that people write for settings which allow only certain ones, with the allowed value they mean. Compared in
 * lower case. `careful` marks those that open something up: the fix says so, and never runs on save.
 */
export interface MisreadValue {
  /** Dotted ends of settings, whatever stands before them. */
  readonly settings: readonly string[];
  readonly meant: { readonly [written: string]: string | boolean };
  /** What becomes true with a meant value that opens something up. */
  readonly careful?: { readonly [meant: string]: string };
  /** What the meant value needs in the list beside it, or the program refuses it. */
  readonly needs?: {
    readonly [meant: string]: { readonly list: string; readonly item: string };
  };
  /** Values that mean "not at all": the key is removed. With the reason, as a sentence of its own. */
  readonly remove?: { readonly [written: string]: string };
}

const allowlist = [
  "whitelist",
  "allow",
  "allow-list",
  "allow_list",
  "allowfrom",
  "restricted",
  "list",
  "true",
  "on",
];
const disabled = [
  "closed",
  "none",
  "off",
  "deny",
  "block",
  "blocked",
  "never",
  "no",
  "nobody",
  "false",
  "disable",
];
const open = ["public", "all", "any", "anyone", "everyone", "*", "allow-all"];

const all = (
  written: readonly string[],
  meant: string,
): { readonly [written: string]: string } =>
  Object.fromEntries(written.map((value) => [value, meant]));

export const misreadValues: readonly MisreadValue[] = [
  {
    settings: ["gateway.bind"],
    meant: {
      ...all(
        [
          "0.0.0.0",
          "::",
          "[::]",
          "all",
          "any",
          "public",
          "*",
          "network",
          "local-network",
        ],
        "lan",
      ),
      ...all(
        ["127.0.0.1", "localhost", "local", "::1", "[::1]", "host", "private"],
        "loopback",
      ),
      ...all(["tailscale", "ts", "vpn"], "tailnet"),
    },
    careful: {
      lan: "reachable from your network, needs a token",
      tailnet: "reachable in your tailnet, needs a token",
    },
  },
  {
    settings: ["gateway.auth.mode"],
    meant: {
      ...all(
        [
          "bearer",
          "apikey",
          "api-key",
          "api_key",
          "key",
          "true",
          "on",
          "required",
        ],
        "token",
      ),
      ...all(["basic", "pass", "passwd", "pw"], "password"),
    },
    remove: all(
      ["none", "off", "disabled", "no", "false", "open", "anonymous", ""],
      "No value turns the login off; without the key the token or password that is set decides.",
    ),
  },
  {
    settings: ["gateway.mode"],
    meant: {
      ...all(["server", "standalone", "host", "gateway", "localhost"], "local"),
      ...all(["client", "ssh"], "remote"),
    },
  },
  {
    settings: ["gateway.tailscale.mode", "hooks.gmail.tailscale.mode"],
    meant: {
      ...all(["on", "true", "enabled", "yes", "private"], "serve"),
      ...all(["none", "false", "disabled", "no"], "off"),
      public: "funnel",
    },
    careful: {
      funnel: "reachable from the whole internet",
      serve: "reachable in your tailnet",
    },
  },
  {
    settings: ["dmPolicy", "dm.policy"],
    meant: {
      ...all(allowlist, "allowlist"),
      ...all(disabled, "disabled"),
      ...all(open, "open"),
      ...all(
        ["pair", "paired", "approve", "approval", "ask", "code"],
        "pairing",
      ),
    },
    careful: { open: "anyone can write to the assistant" },
    needs: { open: { list: "allowFrom", item: "*" } },
  },
  {
    settings: ["groupPolicy"],
    meant: {
      ...all([...allowlist, "pairing", "mention", "mentions"], "allowlist"),
      ...all(disabled, "disabled"),
      ...all(open, "open"),
    },
    careful: { open: "every member of every group can write to the assistant" },
  },
  {
    settings: ["sandbox.mode"],
    meant: {
      ...all(
        [
          "on",
          "true",
          "always",
          "enabled",
          "docker",
          "container",
          "strict",
          "full",
        ],
        "all",
      ),
      ...all(["none", "false", "disabled", "never", "no"], "off"),
      ...all(["nonmain", "non_main", "notmain", "groups"], "non-main"),
    },
    careful: { off: "tools run on this computer itself" },
  },
  {
    settings: ["workspaceAccess"],
    meant: {
      ...all(["read", "readonly", "read-only", "read_only", "r"], "ro"),
      ...all(
        ["write", "readwrite", "read-write", "read_write", "full", "true"],
        "rw",
      ),
      ...all(["off", "false", "deny", "no"], "none"),
    },
    careful: { rw: "the sandbox can change the workspace" },
  },
  {
    settings: ["sandbox.scope"],
    meant: {
      ...all(["per-session", "persession"], "session"),
      ...all(["per-agent", "peragent"], "agent"),
      ...all(["global", "all", "common"], "shared"),
    },
    careful: { shared: "all agents share one sandbox" },
  },
  {
    settings: ["logging.redactSensitive"],
    meant: {
      ...all(
        ["on", "true", "all", "yes", "always", "enabled", "full", "tool"],
        "tools",
      ),
      ...all(["none", "false", "no", "never", "disabled"], "off"),
    },
    careful: { off: "secrets are written to the log" },
  },
  {
    settings: ["logging.level", "logging.consoleLevel"],
    meant: {
      warning: "warn",
      err: "error",
      critical: "fatal",
      verbose: "debug",
      all: "trace",
      ...all(["none", "off", "quiet"], "silent"),
      information: "info",
    },
  },
  {
    settings: ["exec.security"],
    meant: {
      ...all(
        ["allow-list", "allow_list", "whitelist", "list", "restricted"],
        "allowlist",
      ),
      ...all(["block", "none", "off", "disabled", "false"], "deny"),
      ...all(["all", "open", "allow", "unrestricted"], "full"),
    },
    careful: { full: "every command may run" },
  },
  {
    settings: ["exec.ask"],
    meant: {
      ...all(["never", "none", "no", "false"], "off"),
      ...all(["on_miss", "onmiss", "miss", "unknown"], "on-miss"),
      ...all(["yes", "on", "true", "all", "every"], "always"),
    },
    careful: { off: "commands run without asking" },
  },
  {
    settings: ["exec.host"],
    meant: {
      ...all(["docker", "container"], "sandbox"),
      ...all(["host", "local", "localhost"], "gateway"),
    },
    careful: { gateway: "commands run on this computer itself" },
  },
  {
    settings: ["session.dmScope"],
    meant: {
      "per-account-channel-peer": "per-channel-peer",
      ...all(["per-sender", "peer", "per-user", "sender"], "per-peer"),
      ...all(["shared", "global", "single"], "main"),
      "channel-peer": "per-channel-peer",
    },
  },
  {
    settings: ["session.scope"],
    meant: {
      ...all(["per-peer", "sender", "per-user", "peer"], "per-sender"),
      ...all(["shared", "all", "single"], "global"),
    },
  },
  {
    settings: ["contextPruning.mode"],
    meant: {
      ...all(
        ["adaptive", "aggressive", "on", "auto", "true", "ttl"],
        "cache-ttl",
      ),
      ...all(["none", "false", "disabled"], "off"),
    },
  },
  {
    settings: ["thinkingDefault", "gmail.thinking"],
    meant: {
      none: "off",
      false: "off",
      min: "minimal",
      med: "medium",
      normal: "medium",
      max: "high",
      true: "low",
      on: "low",
    },
  },
  {
    settings: ["verboseDefault"],
    meant: { true: "on", false: "off", all: "full" },
  },
  { settings: ["elevatedDefault"], meant: { true: "on", false: "off" } },
  {
    settings: ["models.providers.*.api", "models.providers.*.models[].api"],
    meant: {
      ...all(
        [
          "openai",
          "openai-chat",
          "chat-completions",
          "openai-compatible",
          "openai-completion",
          "ollama",
        ],
        "openai-completions",
      ),
      ...all(["responses", "openai-response"], "openai-responses"),
      ...all(
        ["anthropic", "claude", "messages", "anthropic-message"],
        "anthropic-messages",
      ),
      ...all(["google", "gemini", "google-genai"], "google-generative-ai"),
      ...all(["bedrock", "aws-bedrock"], "bedrock-converse-stream"),
      copilot: "github-copilot",
    },
  },
  {
    settings: ["models.providers.*.auth"],
    meant: {
      ...all(["apikey", "api_key", "key"], "api-key"),
      ...all(["aws", "awssdk"], "aws-sdk"),
      bearer: "token",
    },
  },
  {
    settings: ["auth.profiles.*.mode"],
    meant: {
      ...all(["apikey", "api-key", "key"], "api_key"),
      ...all(["oauth2", "subscription"], "oauth"),
      bearer: "token",
    },
  },
  {
    settings: ["chatType"],
    meant: { room: "channel", ...all(["dm", "private", "user"], "direct") },
  },
  {
    settings: ["peer.kind"],
    meant: { ...all(["direct", "user", "private"], "dm"), room: "channel" },
  },
  {
    settings: ["tts.auto"],
    meant: {
      ...all(["on", "true", "yes", "all"], "always"),
      ...all(["false", "never", "none"], "off"),
    },
  },
  {
    settings: ["update.channel"],
    meant: {
      ...all(["nightly", "canary", "main"], "dev"),
      ...all(["latest", "release"], "stable"),
      next: "beta",
    },
  },
  {
    settings: ["reload.mode"],
    meant: {
      ...all(["none", "false", "never"], "off"),
      ...all(["auto", "true", "on"], "hybrid"),
    },
  },
  {
    settings: ["slack.mode", "slack.accounts.*.mode"],
    meant: {
      ...all(["websocket", "ws", "socket-mode", "socketmode"], "socket"),
      ...all(["webhook", "events", "https"], "http"),
    },
  },
  {
    settings: ["replyToMode"],
    meant: {
      ...all(["always", "on", "true"], "all"),
      ...all(["none", "never", "false"], "off"),
    },
  },
  {
    settings: ["streamMode"],
    meant: {
      ...all(["none", "false"], "off"),
      ...all(["on", "true"], "partial"),
      blocks: "block",
    },
  },
  {
    settings: ["blockStreamingDefault", "envelopeTimestamp", "envelopeElapsed"],
    meant: { true: "on", false: "off" },
  },
  {
    settings: ["tools.profile", "profile"],
    meant: {
      ...all(["all", "default", "everything"], "full"),
      ...all(["min", "minimum", "none"], "minimal"),
      ...all(["dev", "code", "coder"], "coding"),
      message: "messaging",
    },
  },
  {
    settings: ["commands.native", "commands.nativeSkills"],
    meant: {
      on: true,
      yes: true,
      true: true,
      no: false,
      false: false,
      off: false,
      default: "auto",
    },
  },
];
