import type { ConfigView } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import { slotDefaults } from "../../dialects/clawdbot/plugins.ts";
import { defineRule } from "../rule.ts";
import { alwaysError, beforeTheAudit } from "./refused.ts";
import {
  hasOtherPlugins,
  idPatterns,
  unknownPlugins,
  type PluginPlace,
  type UnknownId,
} from "./unknown-ids.ts";

type UnknownPlugin = UnknownId & { readonly place: PluginPlace };

function correction(
  config: ConfigView,
  { lookup, meant, place }: UnknownPlugin,
): readonly Fix[] {
  if (meant === undefined) return [];
  if (place === "entries") {
    if (config.at(["plugins", "entries", meant]).state !== "absent") return [];
    return [
      {
        title: `Rename it to "${meant}"`,
        safety: "review",
        preferred: true,
        changes: [{ op: "rename", path: lookup.path, key: meant }],
      },
    ];
  }
  return [
    {
      title: `Change to "${meant}"`,
      safety: "review",
      preferred: true,
      changes: [{ op: "set", path: lookup.path, value: meant }],
    },
  ];
}

function removal(
  config: ConfigView,
  { lookup, place }: UnknownPlugin,
): readonly Fix[] {
  switch (place) {
    case "memory":
      return [
        {
          title: `Change to "${slotDefaults.memory}", the usual one`,
          safety: "review",
          changes: [
            { op: "set", path: lookup.path, value: slotDefaults.memory },
          ],
        },
      ];
    case "allow":
      // An empty list would allow every plugin.
      if (config.items("plugins.allow").length === 1) return [];
      break;
    case "entries":
    case "deny":
      break;
  }
  return [
    {
      title: "Remove it",
      safety: "review",
      changes: [{ op: "remove", path: lookup.path }],
    },
  ];
}

export const configUnknownPlugin = defineRule({
  code: "config.unknown_plugin",
  effect: "refused",
  severity: alwaysError,
  watches: idPatterns,
  fixable: "sometimes",
  docs: {
    summary: "A plugin that Clawdbot does not have",
    why: "Every id under `plugins` has to be a bundled plugin's or an installed one's, in the lists of what is allowed and denied as well. Clawdbot refuses the whole file for any other, even when plugins are switched off.",
    remedy:
      "Correct the id, install the plugin, or remove what is left of one that is gone.",
    bad: `{ plugins: { entries: { "voicecall": { enabled: true } } } }`,
    good: `{ plugins: { entries: { "voice-call": { enabled: true } } } }`,
    since: "next",
    calm: "Where the file points to plugins of other makers, `config.unverified_id` takes its place.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    if (hasOtherPlugins(config, config.situation)) return;
    for (const unknown of unknownPlugins(config)) {
      const { lookup, name, meant } = unknown;
      yield {
        at: lookup,
        message: `Clawdbot has no plugin ${JSON.stringify(name)}${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        fixes: [...correction(config, unknown), ...removal(config, unknown)],
      };
    }
  },
});
