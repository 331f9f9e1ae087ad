import { accountsOf } from "../../access/accounts.ts";
import { directMessagePatterns } from "../../access/direct-messages.ts";
import { openDoors } from "../../access/open-doors.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import type { Fix } from "../../config/fix.ts";
import type { JSONPath } from "../../json5/nodes.ts";
import { defineRule, type MaybeFixableFinding } from "../rule.ts";

/** An account's own value of a key, or else the channel's. */
function merged(
  config: ConfigView,
  channel: string,
  block: JSONPath,
  key: string,
): Lookup {
  const own = config.at([...block, key]);
  return own.state === "absent" ? config.at(["channels", channel, key]) : own;
}

const isGiven = (lookup: Lookup): boolean =>
  lookup.state !== "absent" && !is(lookup, "");

/** BlueBubbles: isAllowedBlueBubblesSender in extensions/bluebubbles/src/targets.ts. */
function* blueBubbles(config: ConfigView): Iterable<MaybeFixableFinding> {
  for (const { level, because, lookup } of openDoors(config)) {
    if (because !== "empty-list") continue;
    const { account } = level;
    const block = ["channels", level.channel.id].concat(
      account === undefined ? [] : ["accounts", account],
    );
    // Without a server nobody writes.
    if (!isGiven(merged(config, level.channel.id, block, "serverUrl")))
      continue;
    const policy =
      level.policy.lookup.state === "absent"
        ? []
        : [{ at: level.policy.lookup, message: "This has no effect yet" }];
    yield {
      at: lookup,
      message: `${level.channel.label} answers everybody as long as allowFrom is empty, whatever the policy`,
      related: policy,
      fixes: [
        {
          title: "Answer no direct message for now",
          safety: "review",
          asks: "Nobody will be answered, until you list yourself in allowFrom and remove this policy.",
          changes: [
            { op: "set", path: [...block, "dmPolicy"], value: "disabled" },
          ],
        },
      ],
    };
  }
}

/** Lists the bot itself, whose messages are not answered anyway, so that the list is not empty. */
function ownShipOnly(ship: Lookup, path: JSONPath): readonly Fix[] {
  if (ship.state !== "set" && ship.state !== "env") return [];
  return [
    {
      title: "Answer no direct message for now",
      safety: "review",
      asks: "Nobody will be answered, until you list your own ship in dmAllowlist.",
      changes: [{ op: "set", path, value: [ship.node.toValue()] }],
    },
  ];
}

/** Tlon: isDmAllowed in extensions/tlon/src/monitor/utils.ts. */
function* tlon(config: ConfigView): Iterable<MaybeFixableFinding> {
  if (config.at(["channels", "tlon"]).state !== "group") return;
  for (const { path, enabled } of accountsOf(config, "tlon")) {
    if (!enabled) continue;
    const ship = merged(config, "tlon", path, "ship");
    if (!isGiven(ship)) continue;
    const list = merged(config, "tlon", path, "dmAllowlist");
    const isListed =
      list.state === "env" ||
      (list.state === "group" && list.node.items.length > 0);
    if (isListed) continue;
    yield {
      at: config.at([...path, "dmAllowlist"]),
      message: "Tlon answers every ship as long as dmAllowlist is empty",
      fixes: ownShipOnly(ship, [...path, "dmAllowlist"]),
    };
  }
}

export const channelsOpenWhileEmpty = defineRule({
  code: "channels.open_while_empty",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...directMessagePatterns,
    "channels.bluebubbles.serverUrl",
    "channels.bluebubbles.accounts.*.serverUrl",
    "channels.tlon.ship",
    "channels.tlon.dmAllowlist[]",
    "channels.tlon.accounts.*.ship",
    "channels.tlon.accounts.*.dmAllowlist[]",
  ],
  fixable: "sometimes",
  docs: {
    summary: "A channel that answers everybody until somebody is listed",
    why: "BlueBubbles and Tlon take an empty list of senders for a list of everybody. BlueBubbles then asks nobody for a pairing code, whatever its policy says. So a set-up that looks like the safe default answers strangers from the first minute.",
    remedy:
      "List yourself: in `channels.bluebubbles.allowFrom` your number or mail address, in `channels.tlon.dmAllowlist` your ship.",
    bad: `{
  gateway: { mode: "local" },
  channels: { bluebubbles: { serverUrl: "http://127.0.0.1:1234", password: "\${BLUEBUBBLES_PASSWORD}", dmPolicy: "pairing" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { bluebubbles: { serverUrl: "http://127.0.0.1:1234", password: "\${BLUEBUBBLES_PASSWORD}", dmPolicy: "pairing", allowFrom: ["+4915112345678"] } },
}`,
    since: "next",
    calm: "It needs the address of a BlueBubbles server or the name of a ship, on an account that is switched on. Somebody approved by hand is not in the file, and would end it for BlueBubbles.",
    upstream: {
      relation: "ours",
      reason:
        "The audit reads BlueBubbles' policy and believes it, and does not look at Tlon's senders.",
    },
  },
  *check(config) {
    yield* blueBubbles(config);
    yield* tlon(config);
  },
});
