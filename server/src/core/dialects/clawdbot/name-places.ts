/**
 * Where names are given and used. A name is something the config, the program or a service knows by a text: an agent, an
 * account, a model. Paths are those of the merged config: dotted, `*` any key, `[]` any index.
 */

/** What a name stands for. The same text may be an agent and a channel; they are two names. */
export const nameKinds = [
  "agent",
  "channel",
  "account",
  "place",
  "provider",
  "profile",
  "model",
  "plugin",
  "variable",
] as const;
export type NameKind = (typeof nameKinds)[number];

export interface NamePlace {
  readonly kind: Exclude<NameKind, "variable">;
  readonly at: string;
  /** The name is the last key of `at`, not its value. */
  readonly isKey?: true;
  /** The thing itself is written here. */
  readonly defines?: true;
  /** What the name belongs to, since two channels may have accounts of one name: the key at that `*` of `at`, ... */
  readonly within?: number;
  /** ... the value of this key, beside the name or in the object around, ... */
  readonly beside?: string;
  /** ... or always this. */
  readonly of?: string;
  /** Words that are no names here. */
  readonly except?: readonly string[];
  /** The text may hold a name of a provider and a model behind a slash. */
  readonly holdsProvider?: true;
}

const agentPlaces = [
  "bindings[].agentId",
  "broadcast.*[]",
  "tools.agentToAgent.allow[]",
  "agents.list[].subagents.allowAgents[]",
  "approvals.exec.agentFilter[]",
  "channels.discord.execApprovals.agentFilter[]",
  "channels.discord.accounts.*.execApprovals.agentFilter[]",
];

const channelPlaces = [
  "bindings[].match.channel",
  "approvals.exec.targets[].channel",
  "hooks.mappings[].channel",
  "session.sendPolicy.rules[].match.channel",
  "tools.links.scope.rules[].match.channel",
  "tools.media.audio.scope.rules[].match.channel",
  "tools.media.image.scope.rules[].match.channel",
  "tools.media.video.scope.rules[].match.channel",
  "agents.defaults.heartbeat.target",
  "agents.list[].heartbeat.target",
];

const keyedByChannel = [
  "tools.elevated.allowFrom.*",
  "agents.list[].tools.elevated.allowFrom.*",
  "messages.queue.byChannel.*",
  "messages.queue.debounceMsByChannel.*",
  "messages.inbound.byChannel.*",
  "session.resetByChannel.*",
];

/** Groups, servers, rooms: what a service numbers. */
const placeKeys = [
  "channels.*.groups.*",
  "channels.*.guilds.*",
  "channels.*.rooms.*",
  "channels.slack.channels.*",
  "channels.msteams.teams.*",
];

/** The channel a place belongs to. */
const ownerOf = (at: string): Pick<NamePlace, "within" | "of"> =>
  at.startsWith("channels.*") ? { within: 0 } : { of: at.split(".")[1] ?? "" };

const modelPlaces = [
  "agents.defaults.model.primary",
  "agents.defaults.model.fallbacks[]",
  "agents.defaults.imageModel.primary",
  "agents.defaults.imageModel.fallbacks[]",
  "agents.defaults.heartbeat.model",
  "agents.defaults.subagents.model",
  "agents.defaults.subagents.model.primary",
  "agents.defaults.subagents.model.fallbacks[]",
  "agents.list[].model",
  "agents.list[].model.primary",
  "agents.list[].model.fallbacks[]",
  "agents.list[].heartbeat.model",
  "agents.list[].subagents.model",
  "agents.list[].subagents.model.primary",
  "agents.list[].subagents.model.fallbacks[]",
  "hooks.gmail.model",
  "hooks.mappings[].model",
  "messages.tts.summaryModel",
];

const mediaModels = [
  "tools.media.models[]",
  "tools.media.audio.models[]",
  "tools.media.image.models[]",
  "tools.media.video.models[]",
];

export const namePlaces: readonly NamePlace[] = [
  { kind: "agent", at: "agents.list[].id", defines: true },
  ...agentPlaces.map((at): NamePlace => ({ kind: "agent", at })),

  {
    kind: "channel",
    at: "channels.*",
    isKey: true,
    defines: true,
    except: ["defaults"],
  },
  ...channelPlaces.map((at): NamePlace => ({
    kind: "channel",
    at,
    except: ["last", "none"],
  })),
  ...keyedByChannel.map((at): NamePlace => ({
    kind: "channel",
    at,
    isKey: true,
  })),

  {
    kind: "account",
    at: "channels.*.accounts.*",
    isKey: true,
    defines: true,
    within: 0,
  },
  { kind: "account", at: "channels.*.defaultAccount", within: 0 },
  { kind: "account", at: "bindings[].match.accountId", beside: "channel" },
  {
    kind: "account",
    at: "approvals.exec.targets[].accountId",
    beside: "channel",
  },

  ...placeKeys.map((at): NamePlace => ({
    kind: "place",
    at,
    isKey: true,
    defines: true,
    ...ownerOf(at),
  })),
  ...placeKeys.map((at): NamePlace => ({
    kind: "place",
    at: at.replace(/^(channels\.[^.]+)/, "$1.accounts.*"),
    isKey: true,
    defines: true,
    ...ownerOf(at),
  })),
  { kind: "place", at: "bindings[].match.guildId", beside: "channel" },
  { kind: "place", at: "bindings[].match.teamId", beside: "channel" },
  { kind: "place", at: "bindings[].match.peer.id", beside: "channel" },

  { kind: "provider", at: "models.providers.*", isKey: true, defines: true },
  {
    kind: "provider",
    at: "agents.defaults.cliBackends.*",
    isKey: true,
    defines: true,
  },
  { kind: "provider", at: "auth.profiles.*.provider" },
  { kind: "provider", at: "auth.order.*", isKey: true },
  {
    kind: "provider",
    at: "auth.cooldowns.billingBackoffHoursByProvider.*",
    isKey: true,
  },
  ...["tools.byProvider.*", "agents.list[].tools.byProvider.*"].map(
    (at): NamePlace => ({
      kind: "provider",
      at,
      isKey: true,
      holdsProvider: true,
    }),
  ),
  ...mediaModels.map((at): NamePlace => ({
    kind: "provider",
    at: `${at}.provider`,
  })),

  { kind: "profile", at: "auth.profiles.*", isKey: true, defines: true },
  { kind: "profile", at: "auth.order.*[]" },
  ...mediaModels.flatMap((at): readonly NamePlace[] => [
    { kind: "profile", at: `${at}.profile` },
    { kind: "profile", at: `${at}.preferredProfile` },
  ]),

  {
    kind: "model",
    at: "agents.defaults.models.*",
    isKey: true,
    defines: true,
    holdsProvider: true,
  },
  { kind: "model", at: "agents.defaults.models.*.alias", defines: true },
  {
    kind: "model",
    at: "models.providers.*.models[].id",
    defines: true,
    within: 0,
  },
  ...modelPlaces.map((at): NamePlace => ({
    kind: "model",
    at,
    holdsProvider: true,
  })),

  { kind: "plugin", at: "plugins.entries.*", isKey: true, defines: true },
  { kind: "plugin", at: "plugins.installs.*", isKey: true },
  { kind: "plugin", at: "plugins.allow[]" },
  { kind: "plugin", at: "plugins.deny[]" },
  { kind: "plugin", at: "plugins.slots.memory", except: ["none"] },
];
