import type {
  ConfigView,
  Lookup,
  PresentLookup,
} from "../../config/config-view.ts";
import type { Template } from "../../config/env-references.ts";
import { templateCanBe } from "../../config/env-references.ts";
import { couldPass, couldTrimTo } from "../../config/possible-values.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import { plugins } from "../../dialects/clawdbot/plugins.ts";
import { nearest } from "../../text/nearest.ts";
import type { Situation } from "../../config/situation.ts";
import { heartbeats } from "./heartbeats.ts";
import { textOf } from "./refused.ts";

export const channelIds: readonly string[] = channels.map(({ id }) => id);
export const pluginIds: readonly string[] = plugins.map(({ id }) => id);

/** What a heartbeat may name beside channels and their other names (channels/registry.js: of built-in channels only). */
const targetWords: readonly string[] = [
  "last",
  "none",
  ...channelIds,
  ...channels.flatMap(({ builtIn, aliases }) => (builtIn ? aliases : [])),
];

/** Every setting that names a channel or a plugin and refuses the file for one that nobody knows. */
export const idPatterns = [
  "channels.*",
  "agents.defaults.heartbeat.target",
  "agents.list[].heartbeat.target",
  "plugins.entries.*",
  "plugins.allow[]",
  "plugins.deny[]",
  "plugins.slots.memory",
  "plugins.load.paths[]",
  "plugins.installs.*",
] as const satisfies readonly WatchPattern[];

/** A name that none of the release's own channels and plugins has. */
export interface UnknownId {
  readonly lookup: PresentLookup;
  /** As written; a variable by its name. */
  readonly name: string;
  /** The one that was probably meant. */
  readonly meant: string | undefined;
}

/** A text that may hold variables, as it is written. */
const written = ({ parts }: Template): string =>
  parts
    .map((part) => (typeof part === "string" ? part : `\${${part.name}}`))
    .join("");

const byOtherName = new Map(
  channels.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id])),
);

/** The channel that a name most likely stands for. */
function channelMeant(name: string): string | undefined {
  const word = name.trim().toLowerCase();
  const near = nearest(word, [...channelIds, ...byOtherName.keys()])?.word;
  return near === undefined ? undefined : (byOtherName.get(near) ?? near);
}

/** Keys under `channels` that are no channel. The program takes no account of blanks around them. */
export function unknownChannels(config: ConfigView): readonly UnknownId[] {
  return config.entries("channels").flatMap(({ key, lookup }) => {
    const name = String(key).trim();
    if (name === "" || name === "defaults" || channelIds.includes(name))
      return [];
    return [{ lookup, name, meant: channelMeant(name) }];
  });
}

const isPresent = (lookup: Lookup): lookup is PresentLookup =>
  lookup.state !== "absent";

const isBlank = (text: string): boolean => text.trim() === "";

/** Heartbeat targets that are no channel; blank ones are another fault. */
export function unknownTargets(config: ConfigView): readonly UnknownId[] {
  return heartbeats(config).flatMap((heartbeat) => {
    const lookup = config.at([...heartbeat, "target"]);
    const text = textOf(lookup);
    if (text === undefined || !isPresent(lookup)) return [];
    const isKnown = targetWords.some((word) => couldTrimTo(text, word, true));
    const name = written(text);
    if (isKnown || isBlank(name)) return [];
    const word = nearest(name.trim(), ["last", "none"])?.word;
    return [{ lookup, name, meant: word ?? channelMeant(name) }];
  });
}

/** Where a plugin is named. */
export type PluginPlace = "entries" | "allow" | "deny" | "memory";

const pluginMeant = (name: string): string | undefined =>
  nearest(name.trim(), pluginIds)?.word;

function* listedPlugins(
  config: ConfigView,
  place: "allow" | "deny",
): Iterable<UnknownId & { readonly place: PluginPlace }> {
  for (const { lookup } of config.items(["plugins", place])) {
    const text = textOf(lookup);
    // Blanks alone are passed over; blanks around a name are not.
    if (text === undefined || couldPass(text, [" "], isBlank)) continue;
    if (pluginIds.some((id) => templateCanBe(text, id))) continue;
    const name = written(text);
    yield { lookup, name, meant: pluginMeant(name), place };
  }
}

/** Ids that no bundled plugin has, in the order the program looks. */
export function* unknownPlugins(
  config: ConfigView,
): Iterable<UnknownId & { readonly place: PluginPlace }> {
  for (const { key, lookup } of config.entries("plugins.entries")) {
    const name = String(key);
    if (!pluginIds.includes(name))
      yield { lookup, name, meant: pluginMeant(name), place: "entries" };
  }
  yield* listedPlugins(config, "allow");
  yield* listedPlugins(config, "deny");
  const lookup = config.at("plugins.slots.memory");
  const text = textOf(lookup);
  if (text === undefined || !isPresent(lookup)) return;
  const name = written(text);
  const isKnown =
    couldTrimTo(text, "none", true) ||
    pluginIds.some((id) => couldTrimTo(text, id));
  if (isBlank(name) || isKnown) return;
  yield { lookup, name, meant: pluginMeant(name), place: "memory" };
}

/**
 * Whether plugins beyond the release's own may be there: the file points to some, or the host has seen some. Ids that no
 * bundled plugin has may then be theirs.
 */
export const hasOtherPlugins = (
  config: ConfigView,
  situation: Situation,
): boolean =>
  situation.hasOtherPlugins === true ||
  config.entries("plugins.installs").length > 0 ||
  config.items("plugins.load.paths").some(({ lookup }) => {
    const text = textOf(lookup);
    return text !== undefined && !isBlank(written(text));
  });
