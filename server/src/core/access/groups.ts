import type { ConfigNode } from "../config/config-node.ts";
import {
  lookupOf,
  type ConfigView,
  type Lookup,
} from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import {
  defaultAccountId,
  type ChannelRow,
  type GroupRules,
} from "../dialects/clawdbot/channel-row.ts";
import { channels } from "../dialects/clawdbot/channels.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { oncePerView, oncePerViewAnd } from "./once-per-view.ts";
import {
  accountPatterns,
  channelAccounts,
  credentialPatterns,
  type ChannelAccount,
} from "./accounts.ts";
import { senderList, type SenderList } from "./senders.ts";

/** The words of a group policy (config/zod-schema.core.js). */
export const groupPolicies = ["open", "allowlist", "disabled"] as const;
export type GroupPolicy = (typeof groupPolicies)[number];

/** Whether groups are open, and where that is written. */
export interface GroupPolicyAnswer {
  /** `other` is no word of the program; `unknown` is a variable's value. */
  readonly value: GroupPolicy | "other" | "unknown";
  /** Whose block it stands in; `defaults` is `channels.defaults`. */
  readonly source: "own" | "channel" | "defaults" | "default";
  /** Absent for a default, at the place where one would be written. */
  readonly lookup: Lookup;
}

/** Who may write in groups, at one level: a channel's own block, or one block under its `accounts`. */
export interface GroupAccess {
  readonly channel: ChannelRow;
  readonly rules: GroupRules;
  /** The key under `accounts`; undefined for the channel's own block. */
  readonly account: string | undefined;
  readonly policy: GroupPolicyAnswer;
  /** A written policy of the channel that this account does not get, though one would expect it. */
  readonly passedOver: Lookup | undefined;
  /** `groupAllowFrom` as it counts here; undefined where the channel has no such key. */
  readonly groupAllowFrom: SenderList | undefined;
  /** The list that admits senders: `groupAllowFrom`, or `allowFrom` where the program falls back to it. */
  readonly senders: SenderList | undefined;
  /** The groups, rooms or servers that are named; undefined where the channel has no such key. */
  readonly places: Lookup | undefined;
  readonly hasPlaces: boolean;
  /** Whether some account that obeys this level is switched on. */
  readonly enabled: boolean;
  /** Whether some account that is switched on takes its settings from this level, and not only a policy. */
  readonly isUsed: boolean;
  /** Whether the policy decides for any account. */
  readonly effective: boolean;
  /** The switch that overrules an open policy: Matrix's `allowlistOnly: true`. */
  readonly overruledBy: Lookup | undefined;
  /** Whether the audit looks at this level, in an empty environment. */
  readonly audited: boolean;
}

/** Every setting that `groups` reads. */
export const groupPatterns = [
  ...accountPatterns,
  ...credentialPatterns,
  "channels.defaults.groupPolicy",
  "channels.*.groupPolicy",
  "channels.*.groupAllowFrom[]",
  "channels.*.allowFrom[]",
  "channels.*.accounts.*.groupPolicy",
  "channels.*.accounts.*.groupAllowFrom[]",
  "channels.*.accounts.*.allowFrom[]",
  "channels.matrix.allowlistOnly",
  "channels.telegram.groups",
  "channels.telegram.accounts.*.groups",
  "channels.discord.guilds",
  "channels.discord.accounts.*.guilds",
  "channels.slack.channels",
  "channels.slack.accounts.*.channels",
  "channels.imessage.groups",
  "channels.imessage.accounts.*.groups",
  "channels.whatsapp.groups",
  "channels.whatsapp.accounts.*.groups",
  "channels.msteams.teams",
  "channels.googlechat.groups",
  "channels.googlechat.accounts.*.groups",
  "channels.line.groups",
  "channels.line.accounts.*.groups",
  "channels.matrix.groups",
  "channels.matrix.rooms",
  "channels.nextcloud-talk.rooms",
  "channels.nextcloud-talk.accounts.*.rooms",
  "channels.zalouser.groups",
  "channels.zalouser.accounts.*.groups",
  "channels.bluebubbles.groups",
  "channels.bluebubbles.accounts.*.groups",
] as const satisfies readonly WatchPattern[];

/** What `placeSenderLists` reads besides. */
export const placeSenderPatterns = [
  "channels.telegram.groups.*.allowFrom[]",
  "channels.telegram.groups.*.topics.*.allowFrom[]",
  "channels.telegram.accounts.*.groups.*.allowFrom[]",
  "channels.telegram.accounts.*.groups.*.topics.*.allowFrom[]",
  "channels.discord.guilds.*.users[]",
  "channels.discord.guilds.*.channels.*.users[]",
  "channels.discord.accounts.*.guilds.*.users[]",
  "channels.discord.accounts.*.guilds.*.channels.*.users[]",
  "channels.slack.channels.*.users[]",
  "channels.slack.accounts.*.channels.*.users[]",
  "channels.googlechat.groups.*.users[]",
  "channels.googlechat.accounts.*.groups.*.users[]",
  "channels.line.groups.*.allowFrom[]",
  "channels.line.accounts.*.groups.*.allowFrom[]",
  "channels.matrix.groups.*.users[]",
  "channels.matrix.rooms.*.users[]",
  "channels.nextcloud-talk.rooms.*.allowFrom[]",
  "channels.nextcloud-talk.accounts.*.rooms.*.allowFrom[]",
] as const satisfies readonly WatchPattern[];

const isWritten = (lookup: Lookup): boolean => lookup.state !== "absent";

const isObject = (lookup: Lookup): boolean =>
  lookup.state === "group" && lookup.node.kind === "object";

function policyValue(
  lookup: Lookup,
  whenAbsent: GroupPolicy,
): GroupPolicyAnswer["value"] {
  if (lookup.state === "absent") return whenAbsent;
  if (lookup.state === "env") return "unknown";
  if (lookup.state === "group") return "other";
  if (lookup.value === null) return whenAbsent;
  return groupPolicies.find((policy) => policy === lookup.value) ?? "other";
}

/** Reads what counts at one level of a channel. */
class Level {
  readonly #config: ConfigView;
  readonly #row: ChannelRow;
  readonly #rules: GroupRules;
  readonly #channel: JSONPath;
  /** The account's block; undefined at the channel's own level. */
  readonly #block: JSONPath | undefined;

  constructor(
    config: ConfigView,
    row: ChannelRow,
    rules: GroupRules,
    block: JSONPath | undefined,
  ) {
    this.#config = config;
    this.#row = row;
    this.#rules = rules;
    this.#channel = ["channels", row.id];
    this.#block = block;
  }

  /** A key of the account's block or else of the channel's; absent in the nearer one when it is in neither. */
  #merged(key: string): {
    readonly lookup: Lookup;
    readonly source: "own" | "channel";
  } {
    const channel = this.#config.at([...this.#channel, key]);
    if (this.#block === undefined) return { lookup: channel, source: "own" };
    const own = this.#config.at([...this.#block, key]);
    return isWritten(own) || !isWritten(channel)
      ? { lookup: own, source: "own" }
      : { lookup: channel, source: "channel" };
  }

  get policy(): GroupPolicyAnswer {
    const own = this.#config.at([
      ...(this.#block ?? this.#channel),
      "groupPolicy",
    ]);
    const { lookup, source } =
      this.#rules.accountPolicy === "own"
        ? { lookup: own, source: "own" as const }
        : this.#merged("groupPolicy");
    const usual = this.#rules.defaultPolicy;
    if (isWritten(lookup))
      return { value: policyValue(lookup, usual), source, lookup };
    const shared = this.#config.at("channels.defaults.groupPolicy");
    if (this.#rules.obeysDefaults && isWritten(shared)) {
      const value = policyValue(shared, usual);
      return { value, source: "defaults", lookup: shared };
    }
    return { value: usual, source: "default", lookup };
  }

  /** Whether an account takes its policy, written or not, from the channel's block. */
  get obeysChannel(): boolean {
    if (this.#block === undefined) return true;
    if (this.#rules.accountPolicy === "own") return false;
    return !isWritten(this.#config.at([...this.#block, "groupPolicy"]));
  }

  get passedOver(): Lookup | undefined {
    if (this.#block === undefined || this.#rules.accountPolicy !== "own")
      return undefined;
    if (isWritten(this.#config.at([...this.#block, "groupPolicy"])))
      return undefined;
    const channel = this.#config.at([...this.#channel, "groupPolicy"]);
    return isWritten(channel) ? channel : undefined;
  }

  #senderList(key: string): SenderList {
    const { lookup, source } = this.#merged(key);
    return senderList(this.#config, lookup, source);
  }

  get groupAllowFrom(): SenderList | undefined {
    return this.#rules.senders && this.#senderList(this.#rules.senders);
  }

  get senders(): SenderList | undefined {
    const listed = this.groupAllowFrom;
    if (listed === undefined) return undefined;
    const isMissing =
      this.#rules.sendersFallBack === "empty"
        ? listed.entries.length === 0
        : listed.source === "none";
    if (this.#rules.sendersFallBack === undefined || !isMissing) return listed;
    const others = this.#senderList("allowFrom");
    return others.entries.length > 0 ? others : listed;
  }

  get places(): Lookup | undefined {
    const lookups = this.#rules.places.map((key) =>
      this.#rules.placesOfDefaultAccount
        ? this.#ofDefaultAccount(key)
        : this.#merged(key).lookup,
    );
    return lookups.find(isWritten) ?? lookups[0];
  }

  /** A key of the account "default", or else of the channel. */
  #ofDefaultAccount(key: string): Lookup {
    const accounts = [...this.#channel, "accounts"];
    const named = this.#config
      .entries(accounts)
      .find((entry) => String(entry.key).toLowerCase() === defaultAccountId);
    const own = named && this.#config.at([...accounts, String(named.key), key]);
    return own !== undefined && isWritten(own)
      ? own
      : this.#config.at([...this.#channel, key]);
  }

  overruling(policy: GroupPolicyAnswer): Lookup | undefined {
    if (this.#row.onlyListed === undefined) return undefined;
    const path = [...this.#channel, this.#row.onlyListed];
    const onlyListed = this.#config.at(path);
    const isThrown = onlyListed.state === "set" && onlyListed.value === true;
    return isThrown && policy.value === "open" ? onlyListed : undefined;
  }
}

function* ofChannel(
  config: ConfigView,
  row: ChannelRow,
  rules: GroupRules,
): Iterable<GroupAccess> {
  const channelBlock = ["channels", row.id];
  if (!isObject(config.at(channelBlock))) return;
  const { listed: accounts, audited } = channelAccounts(config, row);

  const complete = (
    account: string | undefined,
    level: Level,
    obeying: readonly ChannelAccount[],
    using: readonly ChannelAccount[],
  ): GroupAccess => {
    const { policy, places } = level;
    const overruledBy = level.overruling(policy);
    return {
      channel: row,
      rules,
      account,
      policy,
      passedOver: level.passedOver,
      groupAllowFrom: level.groupAllowFrom,
      senders: level.senders,
      places,
      hasPlaces:
        places?.state === "group" && config.entries(places.path).length > 0,
      enabled: obeying.some(({ enabled }) => enabled),
      isUsed: using.some(({ enabled }) => enabled),
      effective: obeying.length > 0 && overruledBy === undefined,
      overruledBy,
      audited:
        rules.audited && audited.configured === true && audited.key === account,
    };
  };

  const levels = new Map<string, Level>();
  if (row.accounts !== undefined) {
    const blocks = config.entries([...channelBlock, "accounts"]);
    for (const { key, lookup } of blocks) {
      if (typeof key !== "string" || lookup.state !== "group") continue;
      levels.set(key, new Level(config, row, rules, lookup.path));
    }
  }
  const byKey = new Map<string | undefined, ChannelAccount[]>();
  for (const account of accounts) {
    const level =
      account.key === undefined ? undefined : levels.get(account.key);
    for (const key of new Set([
      level === undefined ? undefined : account.key,
      level?.obeysChannel ? undefined : account.key,
    ])) {
      const obeying = byKey.get(key);
      if (obeying === undefined) byKey.set(key, [account]);
      else obeying.push(account);
    }
  }
  yield complete(
    undefined,
    new Level(config, row, rules, undefined),
    byKey.get(undefined) ?? [],
    accounts.filter(({ key }) => key === undefined || !levels.has(key)),
  );
  for (const [key, level] of levels) {
    const obeying = byKey.get(key) ?? [];
    yield complete(key, level, obeying, obeying);
  }
}

/**
 * Who may write in groups, for every channel the file has, at every level, in the audit's order of channels. A policy that
 * an account takes from its channel is found at both levels; `policy.source` tells them apart.
 */
export const groups = oncePerView((config): readonly GroupAccess[] =>
  channels.flatMap((row) =>
    row.groups === undefined ? [] : [...ofChannel(config, row, row.groups)],
  ),
);

/** The sender lists below the places of a level, such as a Discord server's `users`; those that are written. */
export const placeSenderLists = (
  config: ConfigView,
  { places, rules }: GroupAccess,
): readonly SenderList[] =>
  places?.state === "group" ? listsBelow(config, places.node)(rules) : [];

/** The lists below the places of one block, which several accounts may share; of one block because its channel has one set of rules. */
const listsBelow = oncePerViewAnd((config: ConfigView, places: ConfigNode) => {
  let found: readonly SenderList[] | undefined;
  return (rules: GroupRules): readonly SenderList[] =>
    (found ??= rules.placeSenders.flatMap((keys) =>
      nodesBelow(places, ["*", ...keys])
        .filter(({ kind }) => kind !== "scalar")
        .map((node) => senderList(config, lookupOf(node, node.path), "own")),
    ));
});

/** The values at a path below a node, in which `*` stands for any key. */
function nodesBelow(
  start: ConfigNode,
  keys: readonly string[],
): readonly ConfigNode[] {
  let nodes: readonly ConfigNode[] = [start];
  for (const key of keys) {
    nodes = nodes.flatMap((node) =>
      key === "*" ? [...node.entries.values()] : (node.get(key) ?? []),
    );
  }
  return nodes;
}

/** Every `groupPolicy` that is written, whatever channel it belongs to. */
export const writtenGroupPolicyPatterns = [
  "channels.defaults.groupPolicy",
  "channels.*.groupPolicy",
  "channels.*.accounts.*.groupPolicy",
] as const satisfies readonly WatchPattern[];

/**
 * Every `groupPolicy` in the file that says "open": at channels, at their accounts, and in `channels.defaults`, whether the
 * channel is known and in use or not (security/audit-extra.js, listGroupPolicyOpen).
 */
export function openGroupPolicies(config: ConfigView): readonly Lookup[] {
  const open: Lookup[] = [];
  const add = (lookup: Lookup): void => {
    if (lookup.state === "set" && lookup.value === "open") open.push(lookup);
  };
  for (const { key } of config.entries(["channels"])) {
    const channel = ["channels", key];
    add(config.at([...channel, "groupPolicy"]));
    for (const account of config.entries([...channel, "accounts"]))
      add(config.at([...account.lookup.path, "groupPolicy"]));
  }
  return open;
}
