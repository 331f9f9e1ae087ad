import { is, type Entry } from "../../config/config-view.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import { defaults } from "../../dialects/clawdbot/defaults.ts";
import { defineRule, pathText } from "../rule.ts";

const known = new Set(channels.map(({ id }) => id));

/** The channel and id of an entry, as the program compares them (routing/session-key.js); undefined without a channel. */
function partsOf({ lookup }: Entry): readonly [string, string] | undefined {
  if (lookup.state !== "set" || typeof lookup.value !== "string")
    return undefined;
  const text = lookup.value.trim().toLowerCase();
  const colon = text.indexOf(":");
  const channel = text.slice(0, Math.max(colon, 0));
  return known.has(channel) ? [channel, text.slice(colon + 1)] : undefined;
}

export const sessionIdentityLinksJoinPeople = defineRule({
  code: "session.identity_links_join_people",
  effect: "risk",
  severity: { recommended: "info", strict: "warning" },
  watches: ["session.dmScope", "session.identityLinks.*[]"],
  fixable: "never",
  whyNoFix: "Only you know whether they are one person.",
  docs: {
    summary: "Two people may share one conversation",
    why: "Ids that stand under one name share a conversation: what one of them says, the assistant may tell the other. One person seldom has two ids on the same channel.",
    remedy: "Give each person a name of their own under `identityLinks`.",
    bad: `{
  gateway: { mode: "local" },
  session: { dmScope: "per-peer", identityLinks: { family: ["telegram:1001", "telegram:1002"] } },
}`,
    good: `{
  gateway: { mode: "local" },
  session: { dmScope: "per-peer", identityLinks: { anna: ["telegram:1001", "discord:234567890123456789"], ben: ["telegram:1002"] } },
}`,
    since: "next",
    calm: "It needs two different ids of one channel under one name, and a `dmScope` under which links count. One person with two accounts is possible, so it is an info.",
    upstream: {
      relation: "ours",
      reason: "The audit does not look at identity links.",
    },
  },
  *check(config) {
    const scope = config.at("session.dmScope");
    // With one conversation for all, links have no effect.
    if (scope.state !== "set" || is(scope, defaults.dmScope)) return;
    for (const { key, lookup } of config.entries("session.identityLinks")) {
      const firstByChannel = new Map<string, readonly [string, Entry]>();
      for (const entry of config.items(lookup.path)) {
        const parts = partsOf(entry);
        if (parts === undefined) continue;
        const [channel, id] = parts;
        const first = firstByChannel.get(channel);
        if (first === undefined) {
          firstByChannel.set(channel, [id, entry]);
          continue;
        }
        if (first[0] === id) continue;
        yield {
          at: entry.lookup,
          message: `${JSON.stringify(String(key))} has two ids on ${channel}: if they are two people, they share one conversation`,
          related: [
            {
              at: first[1].lookup,
              message: `The other id, in ${pathText(lookup.path)}`,
            },
          ],
        };
      }
    }
  },
});
