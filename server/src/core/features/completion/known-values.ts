import type { ConfigNode } from "../../config/config-node.ts";
import { isRepeatable } from "../../config/without-secrets.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import {
  builtInAliases,
  modelProviders,
} from "../../dialects/clawdbot/models.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { ownVariables } from "../../dialects/clawdbot/files.ts";
import { plugins } from "../../dialects/clawdbot/plugins.ts";
import { coreTools, toolGroups } from "../../dialects/clawdbot/tools.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import type { Analysis } from "../analysis.ts";

/** Names that a text value may have because the config or the release knows them; the schema takes any text there. */
type Source = (analysis: Analysis, path: JSONPath) => readonly string[];

const textAt = (node: ConfigNode | undefined, path: JSONPath): string[] => {
  const value = node?.find(path)?.scalar;
  return typeof value === "string" && value !== "" ? [value] : [];
};

const keysAt = (analysis: Analysis, path: JSONPath): readonly string[] => [
  ...(analysis.resolved.root?.find(path)?.entries.keys() ?? []),
];

const agentIds: Source = ({ resolved }) => {
  const list = resolved.root?.find(["agents", "list"])?.items ?? [];
  const ids = list.flatMap((agent) => textAt(agent, ["id"]));
  return ids.length === 0 ? [defaults.agentId] : ids;
};

const channelIds: Source = (analysis) => [
  ...new Set([
    ...keysAt(analysis, ["channels"]).filter((key) => key !== "defaults"),
    ...channels.map(({ id }) => id),
  ]),
];

/** The channel that the object around names; undefined when it names none. */
const channelBeside = (
  { resolved }: Analysis,
  path: JSONPath,
  up: number,
): string | undefined =>
  textAt(resolved.root, [...path.slice(0, -up), "channel"])[0];

const accountsOfChannel =
  (...more: readonly string[]): Source =>
  (analysis, path) => {
    const channel = channelBeside(analysis, path, 1);
    return channel === undefined
      ? more
      : [...keysAt(analysis, ["channels", channel, "accounts"]), ...more];
  };

/** Groups, servers and the like that the channel beside has settings for. */
const placesOfChannel =
  (up: number, ...keys: readonly string[]): Source =>
  (analysis, path) => {
    const channel = channelBeside(analysis, path, up);
    if (channel === undefined) return [];
    const blocks = [
      ["channels", channel],
      ...keysAt(analysis, ["channels", channel, "accounts"]).map((account) => [
        "channels",
        channel,
        "accounts",
        account,
      ]),
    ];
    const found = blocks.flatMap((block) =>
      keys.flatMap((key) => keysAt(analysis, [...block, key])),
    );
    return [...new Set(found)].filter((name) => name !== "*");
  };

const providers: Source = (analysis) => [
  ...new Set([
    ...keysAt(analysis, ["models", "providers"]),
    ...modelProviders.map(({ id }) => id),
  ]),
];

/** Accounts that a binding leads to and that are not there yet; without any, the one that stands for the channel itself. */
const missingAccounts: Source = ({ resolved }, path) => {
  const bound = (resolved.root?.get("bindings")?.items ?? []).flatMap(
    (binding) => {
      const match = binding.get("match");
      return match?.get("channel")?.scalar === path[1]
        ? textAt(match, ["accountId"])
        : [];
    },
  );
  return [...new Set([...bound, "default"])].filter((name) => name !== "*");
};

const profiles: Source = (analysis) => keysAt(analysis, ["auth", "profiles"]);

/** Logins of the provider whose order this is. */
const profilesOfProvider: Source = (analysis, path) =>
  profiles(analysis, path).filter((name) => {
    const provider = ["auth", "profiles", name, "provider"];
    const [of] = textAt(analysis.resolved.root, provider);
    return of === path.at(-2);
  });

const models: Source = (analysis) => {
  const root = analysis.resolved.root;
  const provided = keysAt(analysis, ["models", "providers"]).flatMap((name) =>
    (root?.find(["models", "providers", name, "models"])?.items ?? [])
      .flatMap((model) => textAt(model, ["id"]))
      .map((id) => `${name}/${id}`),
  );
  const named = keysAt(analysis, ["agents", "defaults", "models"]);
  const aliases = named.flatMap((name) =>
    textAt(root, ["agents", "defaults", "models", name, "alias"]),
  );
  const known = modelProviders.flatMap(({ id, models: of }) =>
    of.map((model) => `${id}/${model}`),
  );
  // Only what the list of permitted models holds has a short name.
  const ofRelease = Object.entries(builtInAliases).flatMap(([alias, model]) =>
    named.includes(model) ? [alias] : [],
  );
  return [
    ...new Set([...named, ...aliases, ...ofRelease, ...provided, ...known]),
  ];
};

/** Full names: what a list of permitted models has as its keys. */
const fullModelNames: Source = (...asked) =>
  models(...asked).filter((name) => name.includes("/"));

const pluginIds: Source = (analysis) => [
  ...new Set([
    ...plugins.map(({ id }) => id),
    ...keysAt(analysis, ["plugins", "installs"]),
  ]),
];

const sources: readonly (readonly [RegExp, Source])[] = [
  [/^bindings\[\]\.agentId$/, agentIds],
  [/^broadcast\.\*\[\]$/, agentIds],
  [/^tools\.agentToAgent\.allow\[\]$/, agentIds],
  [/\.subagents\.allowAgents\[\]$/, agentIds],
  [/\.?exec(Approvals)?\.agentFilter\[\]$/, agentIds],
  [/^bindings\[\]\.match\.channel$/, channelIds],
  [/^bindings\[\]\.match\.accountId$/, accountsOfChannel("*")],
  [/^bindings\[\]\.match\.guildId$/, placesOfChannel(1, "guilds")],
  [/^bindings\[\]\.match\.teamId$/, placesOfChannel(1, "teams")],
  [
    /^bindings\[\]\.match\.peer\.id$/,
    placesOfChannel(2, "groups", "rooms", "channels"),
  ],
  [/^approvals\.exec\.targets\[\]\.channel$/, channelIds],
  [/^approvals\.exec\.targets\[\]\.accountId$/, accountsOfChannel()],
  [/\.rules\[\]\.match\.channel$/, channelIds],
  [/\.heartbeat\.target$/, (...at) => ["last", "none", ...channelIds(...at)]],
  [
    /\.defaultAccount$/,
    (analysis, path) =>
      keysAt(analysis, ["channels", String(path[1]), "accounts"]),
  ],
  [/^plugins\.(allow|deny)\[\]$/, pluginIds],
  [
    /^plugins\.slots\.memory$/,
    () => [
      ...plugins.flatMap(({ id, slot }) => (slot === "memory" ? [id] : [])),
      "none",
    ],
  ],
  [/^agents\..*[mM]odel(\.primary|\.fallbacks\[\])?$/, models],
  [/^hooks\.(gmail|mappings\[\])\.model$/, models],
  [/^messages\.tts\.summaryModel$/, models],
  [/^auth\.profiles\.\*\.provider$/, providers],
  [/^auth\.order\.\*\[\]$/, profilesOfProvider],
  [/^tools\.media\..*\.(profile|preferredProfile)$/, profiles],
  [
    /(^|\.)tools(\.[\w*]+)*\.(allow|deny)\[\]$/,
    () => [...Object.keys(toolGroups), ...coreTools],
  ],
];

/** The source of a pattern, looked for once. */
const sourceOf = (
  table: readonly (readonly [RegExp, Source])[],
): ((pattern: string) => Source | undefined) => {
  const known = new Map<string, Source | undefined>();
  return (pattern) => {
    if (!known.has(pattern))
      known.set(pattern, table.find(([setting]) => setting.test(pattern))?.[1]);
    return known.get(pattern);
  };
};

const valueSource = sourceOf(sources);

/** The values that are likely at a setting, by its pattern. */
export const knownValues = (
  analysis: Analysis,
  pattern: string,
  path: JSONPath,
): readonly string[] =>
  (valueSource(pattern)?.(analysis, path) ?? []).filter(isRepeatable);

/** Keys of maps whose names the release or the config knows. */
const keySources: readonly (readonly [RegExp, Source])[] = [
  [/^channels$/, channelIds],
  [/^channels\.[^.]+\.accounts$/, missingAccounts],
  [/(^|\.)tools\.elevated\.allowFrom$/, channelIds],
  [/(^|\.)tools\.byProvider$/, providers],
  [/^messages\.(queue\.debounceMsByChannel|inbound\.byChannel)$/, channelIds],
  [/^session\.resetByChannel$/, channelIds],
  [/^auth\.order$/, providers],
  [/^auth\.cooldowns\.billingBackoffHoursByProvider$/, providers],
  [/^models\.providers$/, providers],
  [/^plugins\.entries$/, pluginIds],
  [/^agents\.defaults\.models$/, fullModelNames],
];

const keySource = sourceOf(keySources);

/** The keys that are likely in a map, by its pattern. */
export const knownKeys = (
  analysis: Analysis,
  pattern: string,
  path: JSONPath,
): readonly string[] =>
  (keySource(pattern)?.(analysis, path) ?? []).filter(isRepeatable);

const ownSecrets: readonly string[] = [
  ownVariables.gatewayToken,
  ownVariables.gatewayPassword,
  ...channels.flatMap(({ credentials }) => credentials.variables),
  ...modelProviders.flatMap(({ variable }) => variable ?? []),
];

/**
 * Names of variables, those first that fit the place: that are known to be set, that the config references already, and that the
 * release reads for some secret. A name known to be unset would make the program refuse the file.
 */
export function knownVariables(
  analysis: Analysis,
  path: JSONPath,
): readonly string[] {
  const { known, referenced } = analysis.input.situation.environment;
  const names = new Set<string>();
  for (const [name, state] of known) if (state === "set") names.add(name);
  if (referenced === "set") {
    for (const { kind, name } of analysis.names.uses)
      if (kind === "variable") names.add(name);
    for (const name of ownSecrets) names.add(name);
  }
  for (const [name, state] of known) if (state === "unset") names.delete(name);
  return [...names].sort((a, b) => fitOf(b, path) - fitOf(a, path));
}

/** How many keys of a path a variable's name speaks of. */
const fitOf = (name: string, path: JSONPath): number =>
  path.filter(
    (key) =>
      typeof key === "string" &&
      key.length > 3 &&
      name.includes(key.toUpperCase()),
  ).length;

/** Variables whose names speak of the very thing a secret is for; that both are called "token" does not make them one. */
export function variablesFor(
  analysis: Analysis,
  path: JSONPath,
): readonly string[] {
  const own = knownVariables(analysis, path).filter(
    (name) => fitOf(name, path.slice(0, -1)) > 0,
  );
  const best = fitOf(own[0] ?? "", path);
  return own.filter((name) => fitOf(name, path) === best);
}
