import type { Fix } from "../../config/fix.ts";
import { channelRow, channels } from "../../dialects/clawdbot/channels.ts";
import { nearest } from "../../text/nearest.ts";
import { noteAs } from "../config/refused.ts";
import { hasOtherPlugins } from "../config/unknown-ids.ts";
import { defineRule } from "../rule.ts";
import { bindingsNotAudited } from "./not-audited.ts";

const ids = channels.map(({ id }) => id);

/** Other names of channels, which the program knows elsewhere but not here (channels/registry.js). */
const aliases: ReadonlyMap<string, string> = new Map([
  ["imsg", "imessage"],
  ["google-chat", "googlechat"],
  ["gchat", "googlechat"],
  ["teams", "msteams"],
  ["wa", "whatsapp"],
]);

export const bindingsUnknownChannel = defineRule({
  code: "bindings.unknown_channel",
  effect: "risk",
  severity: noteAs("warning"),
  watches: [
    "bindings[].match.channel",
    "plugins.load.paths[]",
    "plugins.installs.*",
  ],
  fixable: "sometimes",
  docs: {
    summary: "A binding is for a channel that does not exist",
    why: "The program does not refuse it, and it never matches: the default agent answers the people it was for, with its own tools, memory and sandbox.",
    remedy: "Write the channel's id, such as `whatsapp` or `imessage`.",
    bad: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "family" }] },
  bindings: [{ agentId: "family", match: { channel: "whatsap" } }],
}`,
    good: `{
  gateway: { mode: "local" },
  agents: { list: [{ id: "main" }, { id: "family" }] },
  bindings: [{ agentId: "family", match: { channel: "whatsapp" } }],
}`,
    since: "next",
    calm: "It knows the channels of the release. Where the file or the state folder has plugins of other makers, only what looks like a slip of the pen is reported.",
    upstream: bindingsNotAudited,
  },
  *check(config) {
    const bindings = config.items("bindings");
    if (bindings.length === 0) return;
    for (const { lookup } of bindings) {
      const at = config.at([...lookup.path, "match", "channel"]);
      if (at.state !== "set" || typeof at.value !== "string") continue;
      const channel = at.value.trim().toLowerCase();
      if (channelRow(channel) !== undefined) continue;
      const meant = aliases.get(channel) ?? nearest(channel, ids)?.word;
      if (meant === undefined && hasOtherPlugins(config, config.situation))
        continue;
      const remove: Fix = {
        title: "Remove the binding",
        safety: "review",
        changes: [{ op: "remove", path: lookup.path }],
      };
      yield {
        at,
        message: `Clawdbot has no channel ${JSON.stringify(channel)}, so this binding never matches${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        fixes:
          meant === undefined
            ? [remove]
            : [
                {
                  title: `Change to "${meant}"`,
                  safety: "review",
                  preferred: true,
                  changes: [{ op: "set", path: at.path, value: meant }],
                },
                remove,
              ],
      };
    }
  },
});
