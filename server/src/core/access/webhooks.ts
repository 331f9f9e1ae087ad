import {
  is,
  type ConfigView,
  type PresentLookup,
} from "../config/config-view.ts";
import { knownText } from "../config/known-text.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import { hookPresets } from "../dialects/clawdbot/hooks.ts";
import { oncePerView } from "./once-per-view.ts";

/** A webhook that starts a run of an agent (gateway/hooks-mapping.js). */
export interface AgentHook {
  /** The mapping, or the preset's name in its list. */
  readonly lookup: PresentLookup;
  readonly isPreset: boolean;
  /** What a message calls it. */
  readonly name: string;
  /** Whether text that others sent reaches the agent: a template with payload in it, or code that makes the text. */
  readonly carriesText: boolean;
}

/** Every setting that `agentHooks` reads. */
export const agentHookPatterns = [
  "hooks.enabled",
  "hooks.presets[]",
  "hooks.mappings[].id",
  "hooks.mappings[].name",
  "hooks.mappings[].action",
  "hooks.mappings[].match.path",
  "hooks.mappings[].messageTemplate",
  "hooks.mappings[].transform",
] as const satisfies readonly WatchPattern[];

/** A template's places for what was sent; the date and the address are no text of others. */
export const placesIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)]
    .map(([, expression = ""]) => expression)
    .filter((expression) => expression !== "now" && expression !== "path");

function nameOf(config: ConfigView, lookup: PresentLookup): string {
  for (const key of [["id"], ["name"], ["match", "path"]]) {
    const text = knownText(config.at([...lookup.path, ...key]))?.trim();
    if (text !== undefined && text !== "") return JSON.stringify(text);
  }
  return `mapping ${String(lookup.path.at(-1))}`;
}

/** Webhooks that start agents, presets last; none while webhooks are off. */
export const agentHooks = oncePerView((config): readonly AgentHook[] => {
  if (!is(config.at("hooks.enabled"), true)) return [];
  const mappings = config.items("hooks.mappings").flatMap(({ lookup }) => {
    const action = config.at([...lookup.path, "action"]);
    if (lookup.state !== "group" || is(action, "wake")) return [];
    const template = config.at([...lookup.path, "messageTemplate"]);
    const transform = config.at([...lookup.path, "transform"]);
    return [
      {
        lookup,
        isPreset: false,
        name: nameOf(config, lookup),
        carriesText:
          transform.state === "group" ||
          placesIn(knownText(template) ?? "").length > 0,
      },
    ];
  });
  const presets = config.items("hooks.presets").flatMap(({ lookup }) =>
    lookup.state === "set" && hookPresets.includes(String(lookup.value))
      ? [
          {
            lookup,
            isPreset: true,
            name: JSON.stringify(lookup.value),
            carriesText: true,
          },
        ]
      : [],
  );
  return [...mappings, ...presets];
});
