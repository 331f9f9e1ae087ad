import type { Fix } from "../../config/fix.ts";
import { is, type ConfigView } from "../../config/config-view.ts";
import { couldTrimTo } from "../../config/possible-values.ts";
import type { WatchPattern } from "../../config/watch-patterns.ts";
import type { ChannelRow } from "../../dialects/clawdbot/channel-row.ts";
import { channels } from "../../dialects/clawdbot/channels.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, pathText } from "../rule.ts";
import { alwaysError, beforeTheAudit, textOf } from "./refused.ts";

/** A block that says who may write directly. */
interface Level {
  readonly policy: JSONPath;
  readonly allowFrom: JSONPath;
}

const patterns = [
  "channels.*.dmPolicy",
  "channels.*.allowFrom[]",
  "channels.*.dm.policy",
  "channels.*.dm.allowFrom[]",
  "channels.*.accounts.*.dmPolicy",
  "channels.*.accounts.*.allowFrom[]",
  "channels.*.accounts.*.dm.policy",
  "channels.*.accounts.*.dm.allowFrom[]",
] as const satisfies readonly WatchPattern[];

const levelAt = (
  block: JSONPath,
  style: NonNullable<ChannelRow["directMessages"]>["style"],
): Level =>
  style === "nested"
    ? {
        policy: [...block, "dm", "policy"],
        allowFrom: [...block, "dm", "allowFrom"],
      }
    : { policy: [...block, "dmPolicy"], allowFrom: [...block, "allowFrom"] };

/** The blocks that the program's own schema checks, each for itself: an account's list is not the channel's. */
function* levels(config: ConfigView): Iterable<Level> {
  for (const { id, hasSchema, directMessages, accounts } of channels) {
    if (!hasSchema || directMessages === undefined) continue;
    const channel = ["channels", id];
    if (config.at(channel).state !== "group") continue;
    yield levelAt(channel, directMessages.style);
    if (accounts === undefined) continue;
    for (const { key } of config.entries([...channel, "accounts"]))
      yield levelAt([...channel, "accounts", key], directMessages.style);
  }
}

/** Whether the list has "*" in it, or could have. What is no list is told elsewhere, and may become anything. */
function mayLetEverybodyIn(config: ConfigView, path: JSONPath): boolean {
  const list = config.at(path);
  if (list.state === "absent") return false;
  if (list.state !== "group" || list.node.kind !== "array") return true;
  return config.items(path).some(({ lookup }) => {
    const text = textOf(lookup);
    if (text !== undefined) return couldTrimTo(text, "*");
    return lookup.state !== "set" || typeof lookup.value !== "number";
  });
}

function fixesFor(config: ConfigView, level: Level): readonly [Fix, ...Fix[]] {
  const asks =
    "Whoever writes to the assistant and is not listed will have to be let in.";
  const listed = config.items(level.allowFrom).length;
  const pairing: Fix = {
    title: "Ask strangers for a pairing code",
    safety: "review",
    preferred: true,
    asks,
    changes: [{ op: "set", path: level.policy, value: "pairing" }],
  };
  const everybody: Fix = {
    title: 'Add "*": anybody may write',
    safety: "review",
    changes: [{ op: "append", path: level.allowFrom, value: "*" }],
  };
  if (listed === 0) return [pairing, everybody];
  const onlyListed: Fix = {
    title: `Answer only the ${listed === 1 ? "sender who is" : `${listed} senders who are`} listed`,
    safety: "review",
    asks,
    changes: [{ op: "set", path: level.policy, value: "allowlist" }],
  };
  return [pairing, onlyListed, everybody];
}

export const configDmOpenWithoutWildcard = defineRule({
  code: "config.dm_open_without_wildcard",
  effect: "refused",
  severity: alwaysError,
  watches: patterns,
  fixable: "always",
  docs: {
    summary: "Direct messages are open, but the list does not say so",
    why: 'Clawdbot wants openness twice: the policy `open` and `"*"` in the list of senders beside it. Without the second it refuses the whole file. An account needs a list of its own; the channel\'s does not count for it.',
    remedy:
      'Choose `pairing` or `allowlist` unless strangers really shall command the assistant; then add `"*"`.',
    bad: `{ channels: { signal: { dmPolicy: "open", allowFrom: ["+4915112345678"] } } }`,
    good: `{ channels: { signal: { dmPolicy: "pairing", allowFrom: ["+4915112345678"] } } }`,
    since: "next",
    calm: 'It needs the word `open` in the file, and a list in which no entry is `"*"` or a variable that could be.',
    upstream: beforeTheAudit,
  },
  *check(config) {
    for (const level of levels(config)) {
      if (!is(config.at(level.policy), "open")) continue;
      if (mayLetEverybodyIn(config, level.allowFrom)) continue;
      const list = config.at(level.allowFrom);
      yield {
        at: list,
        message: `${pathText(level.policy)} is "open", so ${pathText(level.allowFrom)} must include "*"`,
        related: [
          { at: config.at(level.policy), message: "The policy that is open" },
        ],
        fixes: fixesFor(config, level),
      };
    }
  },
});
