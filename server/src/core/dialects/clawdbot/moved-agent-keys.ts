import type { MovedKey } from "./moved-key.ts";

/** Keys of agents, of the models they use and of the profiles they log in with, that have another name or place. */
export const movedAgentKeys: readonly MovedKey[] = [
  {
    from: "agents.defaults.exec",
    to: "tools.exec",
    note: "Running commands belongs to `tools`.",
  },
  {
    from: "agents.defaults.tools",
    to: "tools",
    note: "Tools for all agents lie at the root.",
  },
  {
    from: "agents.defaults.elevated",
    to: "tools.elevated",
    note: "Elevated tools belong to `tools`.",
  },
  {
    from: "agents.defaults.session",
    to: "session",
    note: "Sessions are set at the root.",
  },
  {
    from: "agents.defaults.primary",
    to: "agents.defaults.model.primary",
    note: "It belongs to `model`.",
  },
  {
    from: "agents.defaults.fallbacks",
    to: "agents.defaults.model.fallbacks",
    note: "It belongs to `model`.",
  },
  {
    from: "agents.defaults.modelFallbacks",
    to: "agents.defaults.model.fallbacks",
    note: "It belongs to `model`.",
  },
  {
    from: "agents.defaults.thinking",
    to: "agents.defaults.thinkingDefault",
    note: "It is called `thinkingDefault`.",
  },
  {
    from: "agents.defaults.verbose",
    to: "agents.defaults.verboseDefault",
    note: "It is called `verboseDefault`.",
  },
  {
    from: "agents.defaults.timezone",
    to: "agents.defaults.userTimezone",
    note: "It is called `userTimezone`.",
  },
  ...["agents.defaults.heartbeat", "agents.list[].heartbeat"].map(
    (place): MovedKey => ({
      from: `${place}.enabled`,
      byValue: [
        {
          when: false,
          set: [`${place}.every`, "0m"],
          title: 'Set every to "0m", which turns the heartbeat off',
        },
        { when: true, title: "Remove it: the heartbeat is on by itself" },
      ],
      note: 'The heartbeat is on by itself; `every: "0m"` turns it off.',
    }),
  ),
  ...["agents.defaults.heartbeat", "agents.list[].heartbeat"].map(
    (place): MovedKey => ({
      from: `${place}.interval`,
      to: `${place}.every`,
      note: "It is called `every`.",
    }),
  ),
  {
    from: "agents.list[].agentId",
    to: "agents.list[].id",
    note: "It is called `id`.",
  },
  {
    from: "agents.list[].exec",
    to: "agents.list[].tools.exec",
    note: "It belongs to `tools`.",
  },
  {
    from: "agents.list[].elevated",
    to: "agents.list[].tools.elevated",
    note: "It belongs to `tools`.",
  },
  {
    from: "agents.list[].mentionPatterns",
    to: "agents.list[].groupChat.mentionPatterns",
    note: "It belongs to `groupChat`.",
  },
  // Models.
  {
    from: "models.primary",
    to: "agents.defaults.model.primary",
    note: "Which model agents use is set in `agents.defaults`.",
  },
  {
    from: "models.default",
    to: "agents.defaults.model.primary",
    note: "Which model agents use is set in `agents.defaults`.",
  },
  {
    from: "models.fallbacks",
    to: "agents.defaults.model.fallbacks",
    note: "Which model agents use is set in `agents.defaults`.",
  },
  {
    from: "models.providers.*.url",
    to: "models.providers.*.baseUrl",
    note: "It is called `baseUrl`.",
  },
  {
    from: "models.providers.*.endpoint",
    to: "models.providers.*.baseUrl",
    note: "It is called `baseUrl`.",
  },
  {
    from: "models.providers.*.key",
    to: "models.providers.*.apiKey",
    note: "It is called `apiKey`.",
  },
  {
    from: "models.providers.*.token",
    to: "models.providers.*.apiKey",
    note: "It is called `apiKey`.",
  },
  {
    from: "models.providers.*.type",
    to: "models.providers.*.api",
    note: "The protocol is chosen with `api`.",
  },
  {
    from: "models.providers.*.models[].contextLength",
    to: "models.providers.*.models[].contextWindow",
    note: "It is called `contextWindow`.",
  },
  {
    from: "models.providers.*.models[].maxOutputTokens",
    to: "models.providers.*.models[].maxTokens",
    note: "It is called `maxTokens`.",
  },
  ...["apiKey", "key", "token", "access", "refresh"].map((key): MovedKey => ({
    from: `auth.profiles.*.${key}`,
    note: "Secrets of profiles are kept outside the config; `clawdbot models auth` stores them.",
  })),
];
