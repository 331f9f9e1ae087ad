import { defineRule } from "../rule.ts";
import { noteAs } from "./refused.ts";
import {
  hasOtherPlugins,
  idPatterns,
  unknownChannels,
  unknownPlugins,
  unknownTargets,
} from "./unknown-ids.ts";

export const configUnverifiedId = defineRule({
  code: "config.unverified_id",
  effect: "note",
  severity: noteAs("info"),
  watches: idPatterns,
  fixable: "never",
  whyNoFix: "Only the machine with the plugins knows which ids they have.",
  docs: {
    summary: "A plugin or channel that the release itself does not have",
    why: "The file points to plugins of other makers, and one of them may have this id. If none does, Clawdbot refuses the whole file.",
    remedy:
      "Compare the id with the plugin's own `clawdbot.plugin.json`, or run `clawdbot plugins list` where the gateway runs.",
    bad: `{ plugins: { load: { paths: ["~/plugins/weather"] }, entries: { weather: { enabled: true } } } }`,
    good: `{ plugins: { load: { paths: ["~/plugins/weather"] }, entries: { telegram: { enabled: true } } } }`,
    since: "next",
    calm: "It is silent on every id of the release, and takes the place of an error where other plugins may be meant.",
    upstream: {
      relation: "ours",
      reason:
        "The audit looks at files that were accepted, on the machine itself.",
    },
  },
  *check(config) {
    if (!hasOtherPlugins(config, config.situation)) return;
    const kinds = [
      ["channel", unknownChannels(config)],
      ["channel", unknownTargets(config)],
      ["plugin", unknownPlugins(config)],
    ] as const;
    for (const [kind, unknown] of kinds) {
      for (const { lookup, name } of unknown) {
        yield {
          at: lookup,
          message: `${JSON.stringify(name)} is no ${kind} of Clawdbot's own: Clawdbot refuses the file unless an installed plugin has it`,
        };
      }
    }
  },
});
