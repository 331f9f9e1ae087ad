import type { ConfigNode } from "../../config/config-node.ts";
import { isRepeatable } from "../../config/without-secrets.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
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

const boundAccounts: Source = (analysis, path) => {
  const beside = [...path.slice(0, -1), "channel"];
  const [channel] = textAt(analysis.resolved.root, beside);
  return channel === undefined
    ? ["*"]
    : [...keysAt(analysis, ["channels", channel, "accounts"]), "*"];
};

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
  return [...new Set([...named, ...aliases, ...provided])];
};

const sources: readonly (readonly [RegExp, Source])[] = [
  [/^bindings\[\]\.agentId$/, agentIds],
  [/^broadcast\.\*\[\]$/, agentIds],
  [/^tools\.agentToAgent\.allow\[\]$/, agentIds],
  [/\.subagents\.allowAgents\[\]$/, agentIds],
  [/^bindings\[\]\.match\.channel$/, channelIds],
  [/^bindings\[\]\.match\.accountId$/, boundAccounts],
  [/\.heartbeat\.target$/, (...at) => ["last", "none", ...channelIds(...at)]],
  [/^plugins\.(allow|deny)\[\]$/, () => plugins.map(({ id }) => id)],
  [
    /^plugins\.slots\.memory$/,
    () => [
      ...plugins.flatMap(({ id, slot }) => (slot === "memory" ? [id] : [])),
      "none",
    ],
  ],
  [/^agents\..*[mM]odel(\.primary|\.fallbacks\[\])?$/, models],
  [
    /(^|\.)tools(\.[\w*]+)*\.(allow|deny)\[\]$/,
    () => [...Object.keys(toolGroups), ...coreTools],
  ],
];

/** The values that are likely at a setting, by its pattern. */
export const knownValues = (
  analysis: Analysis,
  pattern: string,
  path: JSONPath,
): readonly string[] =>
  (
    sources.find(([setting]) => setting.test(pattern))?.[1](analysis, path) ??
    []
  ).filter(isRepeatable);

/** Keys of maps whose names the release or the config knows. */
const keySources: readonly (readonly [RegExp, Source])[] = [
  [/^channels$/, channelIds],
  [/(^|\.)tools\.elevated\.allowFrom$/, channelIds],
  [/^plugins\.entries$/, () => plugins.map(({ id }) => id)],
  [/^agents\.defaults\.models$/, models],
];

export const knownKeys = (
  analysis: Analysis,
  pattern: string,
  path: JSONPath,
): readonly string[] =>
  (
    keySources.find(([setting]) => setting.test(pattern))?.[1](
      analysis,
      path,
    ) ?? []
  ).filter(isRepeatable);

/** Variables that the program reads for a secret, and those that the config references already. */
export function knownVariables(analysis: Analysis): readonly string[] {
  const names = new Set(analysis.input.situation.environment.known.keys());
  for (const [, name] of analysis.resolved.document.text.matchAll(
    /\$\{([A-Z_][A-Z0-9_]*)\}/g,
  ))
    names.add(name ?? "");
  names.add(ownVariables.gatewayToken).add(ownVariables.gatewayPassword);
  for (const { credentials } of channels)
    for (const name of credentials.variables) names.add(name);
  return [...names];
}
