import type { Fix } from "../../config/fix.ts";
import { defineRule } from "../rule.ts";
import { alwaysError, beforeTheAudit } from "./refused.ts";
import { hasOtherPlugins, idPatterns, unknownChannels } from "./unknown-ids.ts";

export const configUnknownChannel = defineRule({
  code: "config.unknown_channel",
  effect: "refused",
  severity: alwaysError,
  watches: idPatterns,
  fixable: "always",
  docs: {
    summary: "A channel that Clawdbot does not have",
    why: "Each key under `channels` is a channel of Clawdbot or of a plugin, or `defaults`. Clawdbot refuses the whole file for any other.",
    remedy:
      "Correct the name. A channel of another maker's plugin is known once `plugins.load.paths` leads to the plugin.",
    bad: `{ channels: { imsg: { enabled: true } } }`,
    good: `{ channels: { imessage: { enabled: true } } }`,
    since: "next",
    calm: "Where the file points to plugins of other makers, which may bring the channel, `config.unverified_id` takes its place.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    if (hasOtherPlugins(config, config.situation)) return;
    for (const { lookup, name, meant } of unknownChannels(config)) {
      const isFree =
        meant !== undefined &&
        config.at(["channels", meant]).state === "absent";
      const remove: Fix = {
        title: "Remove this channel",
        safety: "review",
        asks: "Whatever is set for it is lost, its secrets included.",
        changes: [{ op: "remove", path: lookup.path }],
      };
      yield {
        at: lookup,
        message: `Clawdbot has no channel ${JSON.stringify(name)}${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        fixes:
          meant === undefined || !isFree
            ? [remove]
            : [
                {
                  title: `Rename it to "${meant}"`,
                  safety: "review",
                  preferred: true,
                  changes: [{ op: "rename", path: lookup.path, key: meant }],
                },
                remove,
              ],
      };
    }
  },
});
