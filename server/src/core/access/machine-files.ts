import type { ConfigView, Lookup } from "../config/config-view.ts";
import { pathBelow, userPath } from "../config/file-names.ts";
import type { MachineFacts, MachinePlace } from "../config/machine.ts";
import type { Place } from "../config/resolve-config.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { backupSuffixes } from "../dialects/clawdbot/files.ts";
import {
  defaultLogFolder,
  execApprovals,
  secretFileSettings,
  stateFiles,
} from "../dialects/clawdbot/state-files.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { normalizedAgentId } from "./account-ids.ts";

/** A file or folder on the machine that belongs to a config. Whether it is there is another question. */
export interface MachineFile {
  readonly path: string;
  /** The setting that leads to it; the whole config where none does. */
  readonly at: Lookup;
  /** Where that stands, if not at the setting. */
  readonly place?: Place;
  /** What is in it, in a few words. */
  readonly holds: string;
}

/** Which files a config leads to; none where no Clawdbot of this machine loads it. */
export type FilesOf = (
  config: ConfigView,
  machine: MachineFacts,
) => readonly MachineFile[];

type Loaded = NonNullable<MachinePlace["loaded"]>;

/** Answers for configs that a Clawdbot loads, once for all rules that ask about one view. */
function ofLoaded(
  files: (
    config: ConfigView,
    place: MachinePlace,
    loaded: Loaded,
  ) => readonly MachineFile[],
): FilesOf {
  const known = new WeakMap<
    ConfigView,
    { readonly place: MachinePlace; readonly found: readonly MachineFile[] }
  >();
  return (config, { place }) => {
    if (place.loaded === undefined) return [];
    const before = known.get(config);
    if (before?.place === place) return before.found;
    const found = files(config, place, place.loaded);
    known.set(config, { place, found });
    return found;
  };
}

const whole = (config: ConfigView): Lookup => config.at([]);

export const stateFolder = ofLoaded((config, place) => [
  { path: place.stateFolder, at: whole(config), holds: "everything it keeps" },
]);

export const configFile = ofLoaded((config, _place, loaded) => [
  {
    path: loaded.configFile,
    at: whole(config),
    holds: "tokens and who may do what",
  },
]);

export const credentialsFolder = ofLoaded((config, _place, loaded) => [
  {
    path: loaded.credentialsFolder,
    at: whole(config),
    holds: "credentials and paired senders",
  },
]);

/** The files that a config includes, each at the text that asks for it. */
export const includedFiles = ofLoaded((config) =>
  config.resolved.included.map((path) => {
    const place = config.resolved.placeOfInclude(path);
    return {
      path,
      at: whole(config),
      ...(place === undefined ? {} : { place }),
      holds: "a part of the config",
    };
  }),
);

export const agentFilePatterns = [
  "agents.list[].id",
] as const satisfies readonly WatchPattern[];

/** A look at thousands of agents would take longer than it is worth. */
const mostAgents = 100;

/**
 * The agents that have a folder in the state folder: those of the list, or the one there is without a list. Ids that a
 * variable decides are left out.
 */
function agents(
  config: ConfigView,
): readonly { readonly id: string; readonly at: Lookup }[] {
  const list = config.items("agents.list");
  if (list.length === 0)
    return [{ id: normalizedAgentId(""), at: whole(config) }];
  const byId = new Map<string, Lookup>();
  for (const { lookup } of list.slice(0, mostAgents)) {
    const at = config.at([...lookup.path, "id"]);
    if (at.state !== "set" || typeof at.value !== "string") continue;
    const id = normalizedAgentId(at.value);
    if (!byId.has(id)) byId.set(id, at);
  }
  return [...byId].map(([id, at]) => ({ id, at }));
}

/** A file of each agent. As in the audit, an agent's own `agentDir` and `session.store` lead elsewhere and are not followed. */
const agentFiles = (below: readonly string[], holds: string): FilesOf =>
  ofLoaded((config, place) =>
    agents(config).map(({ id, at }) => ({
      path: pathBelow(place.stateFolder, [...stateFiles.agents, id, ...below]),
      at,
      holds,
    })),
  );

export const authProfiles = agentFiles(
  stateFiles.authProfiles,
  "API keys and sign-ins",
);
export const sessionsStores = agentFiles(
  stateFiles.sessionsStore,
  "who wrote when, and where",
);

export const logFilePatterns = [
  "logging.file",
] as const satisfies readonly WatchPattern[];

/** The file at the path that a setting holds; none where a variable or the gateway's own folder decides. */
function fileAt(
  config: ConfigView,
  place: MachinePlace,
  setting: JSONPath,
  holds: string,
): readonly MachineFile[] {
  const at = config.at(setting);
  if (at.state !== "set" || typeof at.value !== "string") return [];
  const path = userPath(at.value, place.home);
  return path === undefined ? [] : [{ path, at, holds }];
}

const inLogs = "messages and the output of tools";

export const logFile = ofLoaded((config, place) =>
  fileAt(config, place, ["logging", "file"], inLogs),
);

/** The folder of logs where the config names no file: everybody can list the folder above it. */
export const logFolder = ofLoaded((config) => {
  const at = config.at("logging.file");
  return at.state === "absent"
    ? [{ path: defaultLogFolder, at, holds: inLogs }]
    : [];
});

export const secretFilePatterns = [
  "channels.telegram.tokenFile",
  "channels.telegram.accounts.*.tokenFile",
  "channels.googlechat.serviceAccountFile",
  "channels.googlechat.accounts.*.serviceAccountFile",
  "gateway.remote.sshIdentity",
  "gateway.tls.keyPath",
] as const satisfies readonly WatchPattern[];

/** Where a setting of the table may stand: in the channel's own block, and in its accounts'. */
const placesOf = (
  config: ConfigView,
  { path, account }: (typeof secretFileSettings)[number],
): readonly JSONPath[] =>
  account === undefined
    ? [[...path]]
    : [
        [...path],
        ...config
          .entries([...account])
          .map(({ lookup }) => [...lookup.path, ...path.slice(-1)]),
      ];

/** Files with secrets in them that the audit does not look at. */
export const secretFiles = ofLoaded((config, place, { configFile: file }) => {
  const at = whole(config);
  const key = config.at("gateway.tls.keyPath");
  const holdsKey = "the gateway's private key";
  return [
    {
      path: pathBelow(place.stateFolder, stateFiles.environment),
      at,
      holds: "variables, secrets among them",
    },
    ...backupSuffixes.map((suffix) => ({
      path: file + suffix,
      at,
      holds: "a former config with its secrets",
    })),
    {
      path: pathBelow(place.home, execApprovals),
      at,
      holds: "which commands run without asking",
    },
    ...(key.state === "absent"
      ? [
          {
            path: pathBelow(place.stateFolder, stateFiles.tlsKey),
            at,
            holds: holdsKey,
          },
        ]
      : fileAt(config, place, ["gateway", "tls", "keyPath"], holdsKey)),
    ...secretFileSettings.flatMap((row) =>
      placesOf(config, row).flatMap((setting) =>
        fileAt(config, place, setting, row.holds),
      ),
    ),
  ];
});

/** Every kind of file of which no more than kind and permissions are wanted. */
export const machineFiles: readonly FilesOf[] = [
  stateFolder,
  configFile,
  credentialsFolder,
  includedFiles,
  authProfiles,
  sessionsStores,
  logFile,
  logFolder,
  secretFiles,
];
