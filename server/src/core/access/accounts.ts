import { oncePerViewAnd } from "./once-per-view.ts";
import type { ConfigView, Lookup } from "../config/config-view.ts";
import type { WatchPattern } from "../config/watch-patterns.ts";
import {
  defaultAccountId,
  type ChannelRow,
  type Credential,
} from "../dialects/clawdbot/channel-row.ts";
import { channelRow } from "../dialects/clawdbot/channels.ts";
import type { JSONPath } from "../json5/nodes.ts";
import { boundAccounts, normalizedAccountId } from "./account-ids.ts";

/** What a text can tell: `unknown` where a file or a variable decides. */
export type Certainty = true | false | "unknown";

/** One account of a channel, as the program lists it. */
export interface ChannelAccount {
  /** As listed: the key under `accounts`, or what a binding or `defaultAccount` says; "default" without any. */
  readonly id: string;
  /** The key under `accounts` whose block it uses; undefined where only the channel's own block counts. */
  readonly key: string | undefined;
  /** The path of the block that comes first: the account's, else the channel's. */
  readonly path: JSONPath;
  /** Whether the program would start it. */
  readonly enabled: boolean;
}

/** The one account of a channel that the audit looks at. */
export interface AuditedAccount extends ChannelAccount {
  /** Whether the audit finds the channel configured, from the file alone; `unknown` where a token file decides. */
  readonly configured: Certainty;
}

/** The settings that decide which accounts there are, and which is used first. */
export const accountPatterns = [
  "channels.*.enabled",
  "channels.*.accounts",
  "channels.*.accounts.*.enabled",
  "channels.googlechat.defaultAccount",
  "channels.zalo.defaultAccount",
  "channels.zalouser.defaultAccount",
  "channels.line.channelAccessToken",
  "channels.line.tokenFile",
  "channels.tlon.ship",
  "bindings[].agentId",
  "bindings[].match.channel",
  "bindings[].match.accountId",
  "agents.list[].id",
  "agents.list[].default",
  "web.enabled",
] as const satisfies readonly WatchPattern[];

/** The settings that decide whether the audit finds a channel configured. */
export const credentialPatterns = [
  "channels.telegram.botToken",
  "channels.telegram.tokenFile",
  "channels.telegram.accounts.*.botToken",
  "channels.telegram.accounts.*.tokenFile",
  "channels.discord.token",
  "channels.discord.accounts.*.token",
  "channels.slack.botToken",
  "channels.slack.appToken",
  "channels.slack.accounts.*.botToken",
  "channels.slack.accounts.*.appToken",
  "channels.signal.account",
  "channels.signal.httpUrl",
  "channels.signal.cliPath",
  "channels.signal.httpHost",
  "channels.signal.httpPort",
  "channels.signal.autoStart",
  "channels.signal.accounts.*.account",
  "channels.signal.accounts.*.httpUrl",
  "channels.signal.accounts.*.cliPath",
  "channels.signal.accounts.*.httpHost",
  "channels.signal.accounts.*.httpPort",
  "channels.signal.accounts.*.autoStart",
  "channels.msteams.appId",
  "channels.msteams.appPassword",
  "channels.msteams.tenantId",
  "channels.googlechat.serviceAccount",
  "channels.googlechat.serviceAccountFile",
  "channels.googlechat.accounts.*.serviceAccount",
  "channels.googlechat.accounts.*.serviceAccountFile",
  "channels.line.channelAccessToken",
  "channels.line.tokenFile",
  "channels.line.accounts.*.channelAccessToken",
  "channels.line.accounts.*.tokenFile",
  "channels.matrix.homeserver",
  "channels.matrix.accessToken",
  "channels.matrix.userId",
  "channels.matrix.password",
  "channels.mattermost.botToken",
  "channels.mattermost.baseUrl",
  "channels.mattermost.accounts.*.botToken",
  "channels.mattermost.accounts.*.baseUrl",
  "channels.nextcloud-talk.botSecret",
  "channels.nextcloud-talk.botSecretFile",
  "channels.nextcloud-talk.baseUrl",
  "channels.nextcloud-talk.accounts.*.botSecret",
  "channels.nextcloud-talk.accounts.*.botSecretFile",
  "channels.nextcloud-talk.accounts.*.baseUrl",
  "channels.nostr.privateKey",
  "channels.tlon.ship",
  "channels.tlon.url",
  "channels.tlon.code",
  "channels.tlon.accounts.*.ship",
  "channels.tlon.accounts.*.url",
  "channels.tlon.accounts.*.code",
  "channels.zalo.botToken",
  "channels.zalo.tokenFile",
  "channels.zalo.accounts.*.botToken",
  "channels.zalo.accounts.*.tokenFile",
  "channels.bluebubbles.serverUrl",
  "channels.bluebubbles.password",
  "channels.bluebubbles.accounts.*.serverUrl",
  "channels.bluebubbles.accounts.*.password",
] as const satisfies readonly WatchPattern[];

/** Whether a value is text that is more than blanks; a variable's value always is. */
const isText = (lookup: Lookup): boolean =>
  lookup.state === "env" ||
  (lookup.state === "set" &&
    typeof lookup.value === "string" &&
    lookup.value.trim() !== "");

/** Whether a value was not switched off. A variable gives a string, and no string is `false`. */
const isOn = (lookup: Lookup): boolean =>
  !(lookup.state === "set" && lookup.value === false);

/** The names that exist, and the one used first. */
interface AccountNames {
  readonly ids: readonly string[];
  readonly first: string;
  /** The key under `accounts` for an id. */
  keyOf(id: string): string | undefined;
}

function accountNames(config: ConfigView, row: ChannelRow): AccountNames {
  const rules = row.accounts;
  const alone = [defaultAccountId];
  if (rules === undefined)
    return { ids: alone, first: defaultAccountId, keyOf: () => undefined };

  const keys = new Set<string>();
  const keyByNormalizedId = new Map<string, string>();
  for (const { key } of config.entries(["channels", row.id, "accounts"])) {
    if (typeof key !== "string" || key === "") continue;
    keys.add(key);
    const normalized = normalizedAccountId(key);
    if (!keyByNormalizedId.has(normalized))
      keyByNormalizedId.set(normalized, key);
  }
  const keyOf = (id: string): string | undefined => {
    if (id === defaultAccountId && !rules.defaultBlock) return undefined;
    if (rules.lookup === "exact") return keys.has(id) ? id : undefined;
    const normalized = normalizedAccountId(id);
    if (keys.has(normalized)) return normalized;
    return rules.lookup === "any-case"
      ? keyByNormalizedId.get(normalized)
      : undefined;
  };

  const bound = rules.bound ? boundAccounts(config, row) : undefined;
  const beside = rules.defaultBeside.some((key) =>
    isText(config.at(["channels", row.id, key])),
  );
  const named =
    rules.lookup === "any-case"
      ? [...keyByNormalizedId.keys()]
      : inObjectOrder([...keys]);
  const found = new Set([
    ...(beside ? alone : []),
    ...named,
    ...(bound?.ids ?? []),
  ]);
  const ids = found.size === 0 ? alone : [...found];
  if (rules.order === "sorted") ids.sort((a, b) => a.localeCompare(b));
  const usual = ids.includes(defaultAccountId)
    ? defaultAccountId
    : (ids[0] ?? defaultAccountId);
  const chosen = rules.namesDefault ? chosenDefault(config, row) : "";
  return { ids, first: bound?.first ?? (chosen || usual), keyOf };
}

const isIndex = (key: string): boolean => /^(0|[1-9]\d{0,8})$/.test(key);

/** Keys as a JavaScript object lists them: whole numbers first, in order. */
function inObjectOrder(keys: readonly string[]): readonly string[] {
  const indices = keys.filter(isIndex).sort((a, b) => Number(a) - Number(b));
  return [...indices, ...keys.filter((key) => !isIndex(key))];
}

/** The account that `defaultAccount` names; empty when it names none, or a variable does. */
function chosenDefault(config: ConfigView, row: ChannelRow): string {
  const chosen = config.at(["channels", row.id, "defaultAccount"]);
  return chosen.state === "set" && typeof chosen.value === "string"
    ? chosen.value.trim()
    : "";
}

function isEnabled(
  config: ConfigView,
  row: ChannelRow,
  key: string | undefined,
): boolean {
  const channel = config.at(["channels", row.id, "enabled"]);
  if (key === undefined) {
    return row.enabling === "account"
      ? isOn(config.at("web.enabled"))
      : isOn(channel);
  }
  const own = config.at(["channels", row.id, "accounts", key, "enabled"]);
  switch (row.enabling) {
    case "both":
      return isOn(channel) && isOn(own);
    case "account":
      return isOn(own) && isOn(config.at("web.enabled"));
    case "either":
      return own.state === "absent" ? isOn(channel) : isOn(own);
    case "opt-in":
      return own.state !== "absent" && isOn(own);
  }
}

const accountOf = (
  config: ConfigView,
  row: ChannelRow,
  names: AccountNames,
  id: string,
): ChannelAccount => {
  const key = names.keyOf(id);
  const channel = ["channels", row.id];
  return {
    id,
    key,
    path: key === undefined ? channel : [...channel, "accounts", key],
    enabled: isEnabled(config, row, key),
  };
};

/** Whether a credential's value is what the audit takes for given. */
function isGiven(lookup: Lookup, type: Credential["type"]): boolean {
  if (lookup.state === "env") return type === "text" || type === "json";
  if (type === "json" && lookup.state === "group") return true;
  if (lookup.state !== "set") return false;
  switch (type) {
    case "text":
      return isText(lookup);
    case "number":
      return typeof lookup.value === "number";
    case "boolean":
      return typeof lookup.value === "boolean";
    case "json":
      return typeof lookup.value === "string" && isJson(lookup.value);
  }
}

function isJson(text: string): boolean {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
}

/** The blocks a credential is looked for in, the first one first. */
function credentialBlocks(
  row: ChannelRow,
  account: ChannelAccount,
): readonly JSONPath[] {
  const channel = ["channels", row.id];
  const isDefault = account.id === defaultAccountId;
  const { skipsDefaultBlock, exactKey } = row.credentials;
  const isOverlooked =
    (isDefault && skipsDefaultBlock) ||
    (exactKey && account.key !== normalizedAccountId(account.id));
  const own = account.key === undefined || isOverlooked ? [] : [account.path];
  switch (row.credentials.scope) {
    case "merged":
      return [...own, channel];
    case "own":
      return isDefault ? [...own, channel] : own;
    case "channel":
      return [channel];
    case "outside":
      return [];
  }
}

/** Whether the audit would find the account configured. A key that stands in a block hides the channel's when blocks are merged. */
function isConfigured(
  config: ConfigView,
  row: ChannelRow,
  account: ChannelAccount,
): Certainty {
  const { scope, anyOf } = row.credentials;
  if (scope === "outside") return false;
  if (anyOf.length === 0)
    return config.at(["channels", row.id]).state === "group";
  const blocks = credentialBlocks(row, account);
  const merged = (key: string): Lookup | undefined => {
    const lookups = blocks.map((block) => config.at([...block, key]));
    return lookups.find(({ state }) => state !== "absent");
  };
  const readers =
    scope === "own"
      ? blocks.map((block) => (key: string) => config.at([...block, key]))
      : [merged];
  for (const read of readers) {
    for (const { all, inFile } of anyOf) {
      const given = all.every(({ key, type }) => {
        const lookup = read(key);
        return lookup !== undefined && isGiven(lookup, type);
      });
      if (given) return inFile ? "unknown" : true;
    }
  }
  return false;
}

/** A channel's accounts, and the one the audit looks at. */
export interface ChannelAccounts {
  readonly listed: readonly ChannelAccount[];
  readonly audited: AuditedAccount;
}

const namesOf = oncePerViewAnd(accountNames);

const listedAccounts = oncePerViewAnd(
  (config: ConfigView, row: ChannelRow): readonly ChannelAccount[] => {
    const names = namesOf(config, row);
    return names.ids.map((id) => accountOf(config, row, names, id));
  },
);

/** Both answers about a channel at once, for those who need both. */
export const channelAccounts = oncePerViewAnd(
  (config: ConfigView, row: ChannelRow): ChannelAccounts => {
    const names = namesOf(config, row);
    const account = accountOf(config, row, names, names.first);
    return {
      listed: listedAccounts(config, row),
      audited: { ...account, configured: isConfigured(config, row, account) },
    };
  },
);

/**
 * The accounts of a channel as the program lists them, the implicit "default" included; none for a channel it does not have.
 * Where a token makes "default" exist, it is listed without one too if no account is named: the token may come from a variable.
 */
export function accountsOf(
  config: ConfigView,
  channelId: string,
): readonly ChannelAccount[] {
  const row = channelRow(channelId);
  return row === undefined ? [] : listedAccounts(config, row);
}

/**
 * The account the audit looks at: of all accounts the one used first (channels/plugins/helpers.js). The audit does not ask
 * whether it is enabled, except for WhatsApp.
 */
export function auditedAccount(
  config: ConfigView,
  channelId: string,
): AuditedAccount | undefined {
  const row = channelRow(channelId);
  return row && channelAccounts(config, row).audited;
}
