import type { Fix } from "../../config/fix.ts";
import { plainText } from "../../config/possible-values.ts";
import { defineRule } from "../rule.ts";
import { heartbeats } from "./heartbeats.ts";
import { alwaysError, beforeTheAudit, textOf } from "./refused.ts";
import {
  channelIds,
  hasOtherPlugins,
  idPatterns,
  unknownTargets,
  type UnknownId,
} from "./unknown-ids.ts";

function fixesFor({
  lookup,
  name,
  meant,
}: UnknownId): readonly [Fix, ...Fix[]] {
  const last: Fix = {
    title: 'Change to "last": where the owner wrote last',
    safety: "review",
    changes: [{ op: "set", path: lookup.path, value: "last" }],
  };
  // "telegram:123" names the channel and the person in one.
  const [, channel = "", person = ""] = /^([a-z-]+)[:/](.+)$/i.exec(name) ?? [];
  const heartbeat = lookup.path.slice(0, -1);
  if (channelIds.includes(channel.toLowerCase()) && lookup.state === "set") {
    return [
      {
        title: "Name the channel in target and the person in to",
        safety: "review",
        preferred: true,
        changes: [
          { op: "set", path: lookup.path, value: channel.toLowerCase() },
          { op: "set", path: [...heartbeat, "to"], value: person },
        ],
      },
      last,
    ];
  }
  if (meant === undefined) return [last];
  return [
    {
      title: `Change to "${meant}"`,
      safety: "review",
      preferred: true,
      changes: [{ op: "set", path: lookup.path, value: meant }],
    },
    ...(meant === "last" ? [] : [last]),
  ];
}

export const configHeartbeatTarget = defineRule({
  code: "config.heartbeat_target",
  effect: "refused",
  severity: alwaysError,
  watches: idPatterns,
  fixable: "always",
  docs: {
    summary: "A heartbeat goes to a channel that Clawdbot does not have",
    why: "`target` is `last` (where the owner wrote last), `none`, or a channel. Who gets the message there is said in `to`. Clawdbot refuses the whole file for any other target, an empty one included.",
    remedy: "Name a channel, or leave `target` out, which means `last`.",
    bad: `{ agents: { defaults: { heartbeat: { every: "30m", target: "telegram:123456789" } } } }`,
    good: `{ agents: { defaults: { heartbeat: { every: "30m", target: "telegram", to: "123456789" } } } }`,
    since: "next",
    calm: "Where the file points to plugins of other makers, which may bring the channel, `config.unverified_id` takes its place.",
    upstream: beforeTheAudit,
  },
  *check(config) {
    for (const heartbeat of heartbeats(config)) {
      const target = config.at([...heartbeat, "target"]);
      const text = textOf(target);
      if (text === undefined || plainText(text)?.trim() !== "") continue;
      yield {
        at: target,
        message: "The heartbeat's target is empty",
        fixes: [
          {
            title: "Leave it out: heartbeats go where the owner wrote last",
            safety: "review",
            preferred: true,
            changes: [{ op: "remove", path: target.path }],
          },
        ],
      };
    }
    if (hasOtherPlugins(config, config.situation)) return;
    for (const unknown of unknownTargets(config)) {
      const { lookup, name, meant } = unknown;
      yield {
        at: lookup,
        message: `No channel is called ${JSON.stringify(name)}${meant === undefined ? '; a target is "last", "none" or a channel' : `; did you mean "${meant}"?`}`,
        fixes: fixesFor(unknown),
      };
    }
  },
});
