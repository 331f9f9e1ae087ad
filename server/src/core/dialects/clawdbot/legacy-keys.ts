/**
 * Keys of older releases that 2026.1.24-3 still recognises, and refuses the file for (config/legacy.rules.js), with what
 * `clawdbot doctor --fix` makes of each (config/legacy.migrations.part-*.js).
 *
 * Any value counts, `null` and `false` included. While one of them is there, the program tells nothing else.
 */
export interface LegacyKey {
  readonly path: readonly string[];
  /** Where its meaning lies now, as people write it. */
  readonly now: string;
  readonly repair: LegacyRepair;
  /** Only a string counts; an object there is no legacy. */
  readonly onlyText?: true;
}

/** What becomes of the value. Whatever is already at the new place wins. */
export type LegacyRepair =
  /** Object by object, key by key. */
  | { readonly kind: "merge"; readonly to: readonly string[] }
  /** As a whole, if the new place is free; some want objects only and leave other values alone. */
  | {
      readonly kind: "move";
      readonly to: readonly string[];
      readonly objectsOnly?: true;
    }
  /** A repair of its own. */
  | {
      readonly kind:
        | "agent"
        | "agents"
        | "default agent"
        | "identity"
        | "mention in groups"
        | "mention on telegram"
        | "senders"
        | "speech"
        | "token"
        | "transcription";
    };

/** Channels that stood at the top level. */
export const formerRootChannels = [
  "whatsapp",
  "telegram",
  "discord",
  "slack",
  "signal",
  "imessage",
  "msteams",
] as const;

const move = (...to: readonly string[]): LegacyRepair => ({ kind: "move", to });

export const legacyKeys: readonly LegacyKey[] = [
  ...formerRootChannels.map((id): LegacyKey => ({
    path: [id],
    now: `channels.${id}`,
    repair: { kind: "merge", to: ["channels", id] },
  })),
  {
    path: ["routing", "allowFrom"],
    now: "channels.whatsapp.allowFrom",
    repair: { kind: "senders" },
  },
  {
    path: ["routing", "bindings"],
    now: "bindings",
    repair: move("bindings"),
  },
  {
    path: ["routing", "agents"],
    now: "agents.list",
    repair: { kind: "agents" },
  },
  {
    path: ["routing", "defaultAgentId"],
    now: "agents.list[].default",
    repair: { kind: "default agent" },
  },
  {
    path: ["routing", "agentToAgent"],
    now: "tools.agentToAgent",
    repair: move("tools", "agentToAgent"),
  },
  {
    path: ["routing", "groupChat", "requireMention"],
    now: 'groups."*".requireMention of each channel',
    repair: { kind: "mention in groups" },
  },
  {
    path: ["routing", "groupChat", "mentionPatterns"],
    now: "messages.groupChat.mentionPatterns",
    repair: move("messages", "groupChat", "mentionPatterns"),
  },
  {
    path: ["routing", "queue"],
    now: "messages.queue",
    repair: move("messages", "queue"),
  },
  {
    path: ["routing", "transcribeAudio"],
    now: "tools.media.audio.models",
    repair: { kind: "transcription" },
  },
  {
    path: ["telegram", "requireMention"],
    now: 'channels.telegram.groups."*".requireMention',
    repair: { kind: "mention on telegram" },
  },
  {
    path: ["identity"],
    now: "agents.list[].identity",
    repair: { kind: "identity" },
  },
  {
    path: ["agent"],
    now: "agents.defaults and tools",
    repair: { kind: "agent" },
  },
  {
    path: ["tools", "bash"],
    now: "tools.exec",
    repair: { kind: "move", to: ["tools", "exec"], objectsOnly: true },
  },
  ...(
    [
      ["model", "agents.defaults.model.primary"],
      ["imageModel", "agents.defaults.imageModel.primary"],
    ] as const
  ).map(([key, now]): LegacyKey => ({
    path: ["agent", key],
    now,
    repair: { kind: "agent" },
    onlyText: true,
  })),
  ...(
    [
      ["allowedModels", "agents.defaults.models"],
      ["modelAliases", "agents.defaults.models.*.alias"],
      ["modelFallbacks", "agents.defaults.model.fallbacks"],
      ["imageModelFallbacks", "agents.defaults.imageModel.fallbacks"],
    ] as const
  ).map(([key, now]): LegacyKey => ({
    path: ["agent", key],
    now,
    repair: { kind: "agent" },
  })),
  {
    path: ["messages", "tts", "enabled"],
    now: "messages.tts.auto",
    repair: { kind: "speech" },
  },
  {
    path: ["gateway", "token"],
    now: "gateway.auth.token",
    repair: { kind: "token" },
  },
];

/** The only program that the old setting for transcription is carried over for. */
export const knownTranscriber = "whisper";

/** The agent that a config without agents has. */
export const onlyAgentId = "main";
