/**
 * The vocabulary of the channel table: what differs from channel to channel in release 2026.1.24-3, as data.
 * The account every channel has unless others are named is called "default" (routing/session-key.js).
 */

/** The id of the account that stands for the channel's own block. */
export const defaultAccountId = "default";

/** How named accounts are listed and found. */
export interface AccountRules {
  /**
   * How an id finds its block: `any-case` compares normalised ids, `lower-case` looks the normalised id up as a key (so a
   * key with capitals is never found), `exact` takes the key as it is.
   */
  readonly lookup: "any-case" | "lower-case" | "exact";
  /** Whether `accounts.default` adds to the channel's own block. */
  readonly defaultBlock: boolean;
  /** Keys of the channel any of which makes "default" exist beside named accounts; empty: it exists only when none is named. */
  readonly defaultBeside: readonly string[];
  /** Whether ids are sorted, or taken in the order of the keys. */
  readonly order: "sorted" | "written";
  /** Whether `defaultAccount` names the account to use first. */
  readonly namesDefault: boolean;
  /** Whether `bindings` add accounts, the default agent's first one being used first. */
  readonly bound: boolean;
}

/**
 * Which `enabled` counts: `both` the channel's and the account's, `account` the account's alone, `either` the account's or
 * else the channel's, `opt-in` the account's, which is off unless written.
 */
export type Enabling = "both" | "account" | "either" | "opt-in";

/** What makes an entry of a sender list comparable, as the audit does before it counts senders. */
export interface SenderForm {
  /** Prefixes of each step, without regard to case; at most one of a step is taken off. */
  readonly prefixes: readonly (readonly string[])[];
  /** What is done afterwards: nothing, lower case, `+` and digits only, a phone or mail handle, or a Nostr key. */
  readonly fold: "nothing" | "lower-case" | "digits" | "handle" | "nostr-key";
  /** Whether `<@id>` and `<@!id>` mean `id`. */
  readonly mentions?: true;
}

/** Where a channel says who may write to it directly. Without a policy every channel asks for pairing. */
export interface DirectMessageRules {
  /** `flat`: `dmPolicy` and `allowFrom`; `nested`: `dm.policy` and `dm.allowFrom`. */
  readonly style: "flat" | "nested";
  /**
   * What decides for a named account: `own` its own policy or the default, never the channel's; `inherited` its own or else
   * the channel's (a nested `dm` as a whole); `channel` the channel's alone, its own is dead.
   */
  readonly accountPolicy: "own" | "inherited" | "channel";
  /** Whether the audit looks at the policy. */
  readonly audited: boolean;
  /** Whether an empty sender list admits everybody, whatever the policy, until someone is paired. */
  readonly emptyListAdmits?: true;
  /** Whether each person has a conversation of their own, whatever `session.dmScope` says. */
  readonly ownConversations?: true;
  readonly senders: SenderForm;
}

/** Where a channel says who may write in groups. */
export interface GroupRules {
  /** The policy where none is written, nor in `channels.defaults` as far as that counts. */
  readonly defaultPolicy: "allowlist" | "open";
  /** Whether `channels.defaults.groupPolicy` counts. */
  readonly obeysDefaults: boolean;
  /** What decides for a named account: as for direct messages. */
  readonly accountPolicy: "own" | "inherited";
  /** The key of the sender list; undefined where senders are named per place only. */
  readonly senders: "groupAllowFrom" | undefined;
  /** When `allowFrom` takes the place of the sender list: it is missing, or it is missing or empty. */
  readonly sendersFallBack: "absent" | "empty" | undefined;
  /** The key of the groups, rooms or servers that are listed; the first is current, others are older names. */
  readonly places: readonly string[];
  /** Where below a place senders are listed; "*" is any key. */
  readonly placeSenders: readonly (readonly string[])[];
  /** Whether the audit warns when the policy is open. */
  readonly audited: boolean;
  /** Whether an account's own places count for the account "default" alone, and then for every account. */
  readonly placesOfDefaultAccount?: true;
}

/** How a value has to be for the audit to count it as given. */
export interface Credential {
  readonly key: string;
  /** `text` is non-blank; `json` is an object, or text that parses to one. */
  readonly type: "text" | "number" | "boolean" | "json";
}

/** What has to be there for the audit to look at a channel at all. */
export interface CredentialRules {
  /**
   * Where credentials are read: `merged` the account's keys over the channel's; `own` the account's, and the channel's for
   * "default" only; `channel` the channel's alone; `outside` in no config file, so the audit of a file alone never finds them.
   */
  readonly scope: "merged" | "own" | "channel" | "outside";
  /** Alternatives in the program's order; the first that is given decides. None at all: the block's presence is enough. */
  readonly anyOf: readonly {
    readonly all: readonly Credential[];
    /** The credential is a file's content, which a config does not show. */
    readonly inFile?: true;
  }[];
  /** Whether credentials are looked for under the normalised id only, although the rest of the block is found by any spelling. */
  readonly exactKey?: true;
  /** Whether a credential in `accounts.default` is overlooked, although the rest of that block counts. */
  readonly skipsDefaultBlock?: true;
  /** Variables the program reads in their place, for the account "default" only. */
  readonly variables: readonly string[];
}

/** One channel of the release. */
export interface ChannelRow {
  readonly id: string;
  /** As the audit prints it. */
  readonly label: string;
  /** Whether it is known without any plugin (channels/registry.js). */
  readonly builtIn: boolean;
  /** Whether the program's own schema checks it, and with that writes the default policies into every block. */
  readonly hasSchema: boolean;
  /** Other names in bindings and heartbeat targets. */
  readonly aliases: readonly string[];
  readonly enabling: Enabling;
  /** Undefined where the channel has no named accounts. */
  readonly accounts: AccountRules | undefined;
  readonly directMessages: DirectMessageRules | undefined;
  /** Whether no message reaches the assistant: the plugin calls a function that the release does not have. */
  readonly isDeaf?: true;
  /** Whether nobody is ever taken for somebody who may give commands. */
  readonly takesNoCommands?: true;
  /** The channel's switch that turns every open policy into an allowlist. */
  readonly onlyListed?: "allowlistOnly";
  readonly groups: GroupRules | undefined;
  readonly credentials: CredentialRules;
}
