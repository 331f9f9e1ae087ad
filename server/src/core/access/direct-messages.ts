import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import type {
  ChannelRow,
  DirectMessageRules,
} from "../dialects/clawdbot/channel-row.ts";
import { channels } from "../dialects/clawdbot/channels.ts";
import { defaults } from "../dialects/clawdbot/defaults.ts";
import type { JSONPath } from "../json5/nodes.ts";
import {
  accountPatterns,
  channelAccounts,
  credentialPatterns,
  type Certainty,
  type ChannelAccount,
} from "./accounts.ts";
import { oncePerView } from "./once-per-view.ts";
import { senderList, type SenderList } from "./senders.ts";

/** The words of a direct-message policy (config/zod-schema.core.js). */
export const dmPolicies = ["open", "pairing", "allowlist", "disabled"] as const;
export type DmPolicy = (typeof dmPolicies)[number];

/** Who decides on strangers, and where that is written. */
export interface DmPolicyAnswer {
  /** `other` is no word of the program, which then admits listed senders only; `unknown` is a variable's value. */
  readonly value: DmPolicy | "other" | "unknown";
  /** Whether it stands in the level's own block, in the channel's (for an account), or nowhere. */
  readonly source: "own" | "channel" | "default";
  /** Absent for a default, at the place where one would be written. */
  readonly lookup: Lookup;
}

/** Who may write to the assistant directly, at one level: a channel's own block, or one block under its `accounts`. */
export interface DirectMessageAccess {
  readonly channel: ChannelRow;
  readonly rules: DirectMessageRules;
  /** The key under `accounts`; undefined for the channel's own block. */
  readonly account: string | undefined;
  readonly policy: DmPolicyAnswer;
  /**
   * A written policy that one would expect to count at this level and that does not: for an account of most channels the
   * channel's, for a WhatsApp account its own.
   */
  readonly passedOver: Lookup | undefined;
  readonly allowFrom: SenderList;
  /** Whether some account that obeys this level is switched on. */
  readonly enabled: boolean;
  /** Whether some account that is switched on takes its settings from this level, and not only a policy. */
  readonly isUsed: boolean;
  /** Whether the policy decides for any account: false in dead blocks, and where another switch overrules it. */
  readonly effective: boolean;
  /** The switch that overrules the policy: `dm.enabled: false`, or Matrix's `allowlistOnly: true`. */
  readonly overruledBy: Lookup | undefined;
  /** Whether the audit reports this level, in an empty environment. */
  readonly audited: boolean;
}

/** Whether a stranger's first message is answered, and which setting sees to it. */
export interface Door {
  readonly open: Certainty;
  /** The open policy, a "*" among the senders, or an empty list of senders where that admits everybody. */
  readonly because: "policy" | "wildcard" | "empty-list" | undefined;
}

/** Whether a level lets strangers in, policy and senders taken together; whether anyone obeys the level is another question. */
export function doorOf({
  policy,
  allowFrom,
  rules,
}: DirectMessageAccess): Door {
  if (policy.value === "open") return { open: true, because: "policy" };
  if (policy.value === "disabled") return { open: false, because: undefined };
  if (allowFrom.hasWildcard === true)
    return {
      open: policy.value === "unknown" ? "unknown" : true,
      because: "wildcard",
    };
  if (allowFrom.entries.length === 0 && rules.emptyListAdmits)
    return {
      open: policy.value === "unknown" ? "unknown" : true,
      because: "empty-list",
    };
  if (policy.value === "unknown") return { open: "unknown", because: "policy" };
  if (allowFrom.hasWildcard === "unknown")
    return { open: "unknown", because: "wildcard" };
  return { open: false, because: undefined };
}

/** Every setting that `directMessages` reads. */
export const directMessagePatterns = [
  ...accountPatterns,
  ...credentialPatterns,
  "channels.*.dmPolicy",
  "channels.*.allowFrom[]",
  "channels.*.dm.enabled",
  "channels.*.dm.policy",
  "channels.*.dm.allowFrom[]",
  "channels.*.accounts.*.dmPolicy",
  "channels.*.accounts.*.allowFrom[]",
  "channels.*.accounts.*.dm.enabled",
  "channels.*.accounts.*.dm.policy",
  "channels.*.accounts.*.dm.allowFrom[]",
  "channels.matrix.allowlistOnly",
] as const satisfies readonly WatchPattern[];

const isWritten = (lookup: Lookup): boolean => lookup.state !== "absent";

const isObject = (lookup: Lookup): boolean =>
  lookup.state === "group" && lookup.node.kind === "object";

/** What a policy's text means. `null` is accepted on plugin channels and means the default. */
function policyValue(lookup: Lookup): DmPolicyAnswer["value"] {
  if (lookup.state === "absent") return defaults.dmPolicy;
  if (lookup.state === "env") return "unknown";
  if (lookup.state === "group") return "other";
  if (lookup.value === null) return defaults.dmPolicy;
  return dmPolicies.find((policy) => policy === lookup.value) ?? "other";
}

/** The paths of one block's settings. */
interface BlockPaths {
  readonly policy: JSONPath;
  readonly allowFrom: JSONPath;
  readonly enabled: JSONPath | undefined;
}

const pathsIn = (block: JSONPath, rules: DirectMessageRules): BlockPaths =>
  rules.style === "flat"
    ? {
        policy: [...block, "dmPolicy"],
        allowFrom: [...block, "allowFrom"],
        enabled: undefined,
      }
    : {
        policy: [...block, "dm", "policy"],
        allowFrom: [...block, "dm", "allowFrom"],
        enabled: [...block, "dm", "enabled"],
      };

type LevelPolicy = Pick<
  DirectMessageAccess,
  "policy" | "passedOver" | "allowFrom"
> & {
  /** `dm.enabled` beside the policy. */
  readonly enabledSwitch: Lookup | undefined;
  /** Whether the channel's policy, written or default, decides here. */
  readonly obeysChannel: boolean;
};

const answer = (lookup: Lookup, source: "own" | "channel"): DmPolicyAnswer => ({
  value: policyValue(lookup),
  source: isWritten(lookup) ? source : "default",
  lookup,
});

/** What stands in one block, without regard to any other. */
function ofBlock(
  config: ConfigView,
  block: JSONPath,
  rules: DirectMessageRules,
  source: "own" | "channel",
): LevelPolicy {
  const paths = pathsIn(block, rules);
  return {
    policy: answer(config.at(paths.policy), source),
    passedOver: undefined,
    allowFrom: senderList(config, config.at(paths.allowFrom), source),
    enabledSwitch: paths.enabled && config.at(paths.enabled),
    obeysChannel: source === "channel",
  };
}

/** What counts for an account: its block over the channel's, as far as the channel lets it. */
function ofAccount(
  config: ConfigView,
  channel: LevelPolicy,
  block: JSONPath,
  rules: DirectMessageRules,
): LevelPolicy {
  const own = ofBlock(config, block, rules, "own");
  if (rules.style === "nested") {
    // `dm` is taken whole: an account with one of its own inherits nothing of the channel's, not even its senders.
    if (!isWritten(config.at([...block, "dm"]))) return channel;
    const isPassedOver =
      own.policy.source === "default" && channel.policy.source === "channel";
    return {
      ...own,
      passedOver: isPassedOver ? channel.policy.lookup : undefined,
    };
  }
  const allowFrom =
    own.allowFrom.source === "own" ? own.allowFrom : channel.allowFrom;
  const level = {
    allowFrom: allowFrom.source === "none" ? own.allowFrom : allowFrom,
    enabledSwitch: undefined,
  };
  const isOwnWritten = own.policy.source === "own";
  const isChannelWritten = channel.policy.source === "channel";
  switch (rules.accountPolicy) {
    case "own":
      return {
        ...level,
        obeysChannel: false,
        policy: own.policy,
        passedOver:
          !isOwnWritten && isChannelWritten ? channel.policy.lookup : undefined,
      };
    case "inherited":
      return {
        ...level,
        obeysChannel: !isOwnWritten,
        policy: isOwnWritten || !isChannelWritten ? own.policy : channel.policy,
        passedOver: undefined,
      };
    case "channel":
      return {
        ...level,
        obeysChannel: true,
        policy: channel.policy,
        passedOver: isOwnWritten ? own.policy.lookup : undefined,
      };
  }
}

/** The switch that makes the policy meaningless, if one is thrown. */
function overruling(
  config: ConfigView,
  row: ChannelRow,
  level: LevelPolicy,
): Lookup | undefined {
  const { enabledSwitch } = level;
  if (enabledSwitch?.state === "set" && enabledSwitch.value === false)
    return enabledSwitch;
  if (row.onlyListed === undefined) return undefined;
  const onlyListed = config.at(["channels", row.id, row.onlyListed]);
  const isThrown = onlyListed.state === "set" && onlyListed.value === true;
  const isStrictAlready =
    level.policy.value === "disabled" || level.policy.value === "allowlist";
  return isThrown && !isStrictAlready ? onlyListed : undefined;
}

function* ofChannel(
  config: ConfigView,
  row: ChannelRow,
  rules: DirectMessageRules,
): Iterable<DirectMessageAccess> {
  const channelBlock = ["channels", row.id];
  if (!isObject(config.at(channelBlock))) return;
  const { listed: accounts, audited } = channelAccounts(config, row);
  const isAudited = (account: string | undefined): boolean =>
    rules.audited && audited.configured === true && audited.key === account;

  const complete = (
    account: string | undefined,
    level: LevelPolicy,
    obeying: readonly ChannelAccount[],
    using: readonly ChannelAccount[],
  ): DirectMessageAccess => {
    const overruledBy = overruling(config, row, level);
    return {
      channel: row,
      rules,
      account,
      policy: level.policy,
      passedOver: level.passedOver,
      allowFrom: level.allowFrom,
      enabled: obeying.some(({ enabled }) => enabled),
      isUsed: using.some(({ enabled }) => enabled),
      effective: obeying.length > 0 && overruledBy === undefined,
      overruledBy,
      audited: isAudited(account),
    };
  };

  const levels = new Map<string, LevelPolicy>();
  if (row.accounts !== undefined) {
    const forAccounts = ofBlock(config, channelBlock, rules, "channel");
    const blocks = config.entries([...channelBlock, "accounts"]);
    for (const { key, lookup } of blocks) {
      if (typeof key !== "string" || lookup.state !== "group") continue;
      levels.set(key, ofAccount(config, forAccounts, lookup.path, rules));
    }
  }
  const obeysChannel = ({ key }: ChannelAccount): boolean =>
    key === undefined || (levels.get(key)?.obeysChannel ?? true);
  yield complete(
    undefined,
    ofBlock(config, channelBlock, rules, "own"),
    accounts.filter(obeysChannel),
    accounts.filter(({ key }) => key === undefined || !levels.has(key)),
  );
  const byKey = new Map<string, ChannelAccount[]>();
  for (const account of accounts) {
    if (account.key === undefined) continue;
    const sharing = byKey.get(account.key);
    if (sharing === undefined) byKey.set(account.key, [account]);
    else sharing.push(account);
  }
  for (const [key, level] of levels) {
    const sharing = byKey.get(key) ?? [];
    yield complete(key, level, sharing, sharing);
  }
}

/**
 * Who may write directly, for every channel the file has, at every level, in the audit's order of channels. A policy that an
 * account takes from its channel is found at both levels; `policy.source` tells them apart.
 */
export const directMessages = oncePerView(
  (config): readonly DirectMessageAccess[] =>
    channels.flatMap((row) =>
      row.directMessages === undefined
        ? []
        : [...ofChannel(config, row, row.directMessages)],
    ),
);
