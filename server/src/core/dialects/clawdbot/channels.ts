import type {
  AccountRules,
  ChannelRow,
  Credential,
  GroupRules,
} from "./channel-row.ts";

const text = (key: string): Credential => ({ key, type: "text" });

const accounts: AccountRules = {
  lookup: "lower-case",
  defaultBlock: true,
  defaultBeside: [],
  order: "sorted",
  namesDefault: false,
  bound: false,
};

/** Groups of a channel that the program's own schema checks: the schema writes "allowlist" into every block. */
const checkedGroups: GroupRules = {
  defaultPolicy: "allowlist",
  obeysDefaults: false,
  accountPolicy: "own",
  senders: "groupAllowFrom",
  sendersFallBack: "absent",
  places: ["groups"],
  audited: true,
  requireMention: true,
};

const pluginGroups: GroupRules = {
  ...checkedGroups,
  obeysDefaults: true,
  accountPolicy: "inherited",
};

/**
 * The 17 channels of the release in the audit's order. Sources, all of 2026.1.24-3: `extensions/<id>/src/channel.ts` for
 * policies, warnings and the form of senders; `telegram/`, `discord/`, `slack/`, `signal/`, `imessage/`, `web/` and
 * `line/accounts.js` and the plugins' own `accounts.ts` for accounts and credentials; `config/zod-schema.providers-core.js`
 * and `zod-schema.providers-whatsapp.js` for defaults written into blocks; the monitors for what messages really meet.
 */
export const channels: readonly ChannelRow[] = [
  {
    id: "telegram",
    label: "Telegram",
    builtIn: true,
    hasSchema: true,
    aliases: [],
    enabling: "both",
    accounts: { ...accounts, lookup: "any-case", bound: true },
    directMessages: {
      style: "flat",
      accountPolicy: "own",
      audited: true,
      senders: { prefixes: [["telegram:", "tg:"]], fold: "nothing" },
    },
    groups: checkedGroups,
    credentials: {
      scope: "own",
      // A token file that is named hides a token beside it, even when the file is missing (telegram/token.js).
      anyOf: [
        { all: [text("tokenFile")], inFile: true },
        { all: [text("botToken")] },
      ],
      variables: ["TELEGRAM_BOT_TOKEN"],
    },
  },
  {
    id: "discord",
    label: "Discord",
    builtIn: true,
    hasSchema: true,
    aliases: [],
    enabling: "both",
    accounts,
    directMessages: {
      style: "nested",
      accountPolicy: "inherited",
      audited: true,
      senders: {
        prefixes: [["discord:", "user:"]],
        fold: "nothing",
        mentions: true,
      },
    },
    groups: {
      ...checkedGroups,
      senders: undefined,
      sendersFallBack: undefined,
      places: ["guilds"],
    },
    credentials: {
      scope: "own",
      anyOf: [{ all: [text("token")] }],
      variables: ["DISCORD_BOT_TOKEN"],
    },
  },
  {
    id: "slack",
    label: "Slack",
    builtIn: true,
    hasSchema: true,
    aliases: [],
    enabling: "both",
    accounts,
    directMessages: {
      style: "nested",
      accountPolicy: "inherited",
      audited: true,
      senders: { prefixes: [["slack:", "user:"]], fold: "nothing" },
    },
    groups: {
      ...checkedGroups,
      senders: undefined,
      sendersFallBack: undefined,
      places: ["channels"],
    },
    credentials: {
      scope: "merged",
      anyOf: [{ all: [text("botToken"), text("appToken")] }],
      variables: ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"],
    },
  },
  {
    id: "signal",
    label: "Signal",
    builtIn: true,
    hasSchema: true,
    aliases: [],
    enabling: "both",
    accounts,
    directMessages: {
      style: "flat",
      accountPolicy: "own",
      audited: true,
      senders: { prefixes: [["signal:"]], fold: "digits" },
    },
    groups: { ...checkedGroups, places: [], requireMention: undefined },
    credentials: {
      scope: "merged",
      anyOf: [
        { all: [text("account")] },
        { all: [text("httpUrl")] },
        { all: [text("cliPath")] },
        { all: [text("httpHost")] },
        { all: [{ key: "httpPort", type: "number" }] },
        { all: [{ key: "autoStart", type: "boolean" }] },
      ],
      variables: [],
    },
  },
  {
    id: "imessage",
    label: "iMessage",
    builtIn: true,
    hasSchema: true,
    aliases: ["imsg"],
    enabling: "both",
    accounts,
    directMessages: {
      style: "flat",
      accountPolicy: "own",
      audited: true,
      senders: { prefixes: [], fold: "nothing" },
    },
    groups: checkedGroups,
    // A policy counts as configuration, and the schema writes one into every block (imessage/accounts.js).
    credentials: { scope: "merged", anyOf: [], variables: [] },
  },
  {
    id: "whatsapp",
    label: "WhatsApp",
    builtIn: true,
    hasSchema: true,
    aliases: [],
    enabling: "account",
    accounts: { ...accounts, lookup: "exact" },
    directMessages: {
      style: "flat",
      // Messages meet the channel's policy only (web/inbound/access-control.js), though the audit reads the account's.
      accountPolicy: "channel",
      audited: true,
      senders: { prefixes: [["whatsapp:"]], fold: "digits" },
    },
    groups: checkedGroups,
    // A linked phone's keys lie in the credentials folder.
    credentials: { scope: "outside", anyOf: [], variables: [] },
  },
  {
    id: "msteams",
    label: "Microsoft Teams",
    builtIn: false,
    hasSchema: true,
    aliases: ["teams"],
    enabling: "both",
    accounts: undefined,
    directMessages: {
      style: "flat",
      accountPolicy: "own",
      audited: false,
      senders: { prefixes: [["msteams:", "user:"]], fold: "lower-case" },
    },
    groups: { ...checkedGroups, places: ["teams"] },
    credentials: {
      scope: "channel",
      anyOf: [{ all: [text("appId"), text("appPassword"), text("tenantId")] }],
      variables: [
        "MSTEAMS_APP_ID",
        "MSTEAMS_APP_PASSWORD",
        "MSTEAMS_TENANT_ID",
      ],
    },
  },
  {
    id: "googlechat",
    label: "Google Chat",
    builtIn: true,
    hasSchema: true,
    aliases: ["google-chat", "gchat"],
    enabling: "both",
    accounts: { ...accounts, namesDefault: true },
    directMessages: {
      style: "nested",
      accountPolicy: "inherited",
      audited: true,
      senders: {
        prefixes: [
          ["googlechat:", "google-chat:", "gchat:"],
          ["user:"],
          ["users/"],
        ],
        fold: "lower-case",
      },
    },
    groups: { ...checkedGroups, sendersFallBack: undefined },
    credentials: {
      scope: "merged",
      anyOf: [
        { all: [{ key: "serviceAccount", type: "json" }] },
        { all: [text("serviceAccountFile")] },
      ],
      variables: [
        "GOOGLE_CHAT_SERVICE_ACCOUNT",
        "GOOGLE_CHAT_SERVICE_ACCOUNT_FILE",
      ],
    },
  },
  {
    id: "line",
    label: "LINE",
    builtIn: false,
    hasSchema: false,
    aliases: [],
    enabling: "opt-in",
    accounts: {
      ...accounts,
      lookup: "exact",
      defaultBlock: false,
      defaultBeside: ["channelAccessToken", "tokenFile"],
      order: "written",
    },
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      senders: { prefixes: [["line:user:", "line:"]], fold: "nothing" },
    },
    groups: { ...pluginGroups, requireMention: false },
    credentials: {
      scope: "own",
      anyOf: [
        { all: [text("channelAccessToken")] },
        { all: [text("tokenFile")], inFile: true },
      ],
      variables: ["LINE_CHANNEL_ACCESS_TOKEN"],
    },
  },
  {
    id: "matrix",
    label: "Matrix",
    builtIn: false,
    hasSchema: false,
    aliases: [],
    enabling: "both",
    accounts: undefined,
    directMessages: {
      style: "nested",
      accountPolicy: "inherited",
      audited: true,
      senders: { prefixes: [["matrix:"]], fold: "lower-case" },
    },
    // extensions/matrix/src/matrix/monitor/index.ts
    onlyListed: "allowlistOnly",
    groups: {
      ...pluginGroups,
      sendersFallBack: undefined,
      places: ["groups", "rooms"],
    },
    credentials: {
      scope: "channel",
      anyOf: [
        { all: [text("homeserver"), text("accessToken")] },
        { all: [text("homeserver"), text("userId"), text("password")] },
      ],
      variables: [
        "MATRIX_HOMESERVER",
        "MATRIX_USER_ID",
        "MATRIX_ACCESS_TOKEN",
        "MATRIX_PASSWORD",
      ],
    },
  },
  {
    id: "mattermost",
    label: "Mattermost",
    builtIn: false,
    hasSchema: false,
    aliases: [],
    enabling: "both",
    accounts,
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      senders: {
        prefixes: [["mattermost:", "user:"], ["@"]],
        fold: "lower-case",
      },
    },
    groups: { ...pluginGroups, sendersFallBack: "empty", places: [] },
    credentials: {
      scope: "merged",
      anyOf: [{ all: [text("botToken"), text("baseUrl")] }],
      variables: ["MATTERMOST_BOT_TOKEN", "MATTERMOST_URL"],
    },
  },
  {
    id: "nextcloud-talk",
    label: "Nextcloud Talk",
    builtIn: false,
    hasSchema: false,
    aliases: ["nc-talk", "nc"],
    enabling: "both",
    accounts: { ...accounts, lookup: "any-case" },
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      senders: {
        prefixes: [["nextcloud-talk:", "nc-talk:", "nc:"]],
        fold: "lower-case",
      },
    },
    groups: { ...pluginGroups, sendersFallBack: "empty", places: ["rooms"] },
    credentials: {
      scope: "merged",
      anyOf: [
        { all: [text("botSecret"), text("baseUrl")] },
        { all: [text("botSecretFile"), text("baseUrl")], inFile: true },
      ],
      variables: ["NEXTCLOUD_TALK_BOT_SECRET"],
    },
  },
  {
    id: "nostr",
    label: "Nostr",
    builtIn: false,
    hasSchema: false,
    aliases: [],
    enabling: "both",
    accounts: undefined,
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      // An npub and the same key in hex count as two here; the audit decodes the former.
      senders: { prefixes: [["nostr:"]], fold: "lower-case" },
    },
    groups: undefined,
    credentials: {
      scope: "channel",
      anyOf: [{ all: [text("privateKey")] }],
      variables: [],
    },
  },
  {
    id: "tlon",
    label: "Tlon",
    builtIn: false,
    hasSchema: false,
    aliases: ["urbit"],
    enabling: "either",
    accounts: {
      ...accounts,
      lookup: "exact",
      defaultBlock: false,
      defaultBeside: ["ship"],
      order: "written",
    },
    // Senders are listed in `dmAllowlist`; there is no policy to open.
    directMessages: undefined,
    groups: undefined,
    credentials: {
      scope: "merged",
      anyOf: [{ all: [text("ship"), text("url"), text("code")] }],
      variables: [],
    },
  },
  {
    id: "zalo",
    label: "Zalo",
    builtIn: false,
    hasSchema: false,
    aliases: ["zl"],
    enabling: "both",
    accounts: { ...accounts, namesDefault: true },
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      senders: { prefixes: [["zalo:", "zl:"]], fold: "nothing" },
    },
    groups: undefined,
    credentials: {
      scope: "own",
      anyOf: [
        { all: [text("botToken")] },
        { all: [text("tokenFile")], inFile: true },
      ],
      skipsDefaultBlock: true,
      variables: ["ZALO_BOT_TOKEN"],
    },
  },
  {
    id: "zalouser",
    label: "Zalo Personal",
    builtIn: false,
    hasSchema: false,
    aliases: ["zlu"],
    enabling: "both",
    accounts: { ...accounts, namesDefault: true },
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      senders: { prefixes: [["zalouser:", "zlu:"]], fold: "nothing" },
    },
    groups: {
      ...pluginGroups,
      defaultPolicy: "open",
      senders: undefined,
      sendersFallBack: undefined,
      audited: false,
      requireMention: undefined,
    },
    // A program of its own holds the login (extensions/zalouser/src/zca.ts).
    credentials: { scope: "outside", anyOf: [], variables: ["ZCA_PROFILE"] },
  },
  {
    id: "bluebubbles",
    label: "BlueBubbles",
    builtIn: false,
    hasSchema: true,
    aliases: ["bb"],
    enabling: "both",
    accounts,
    directMessages: {
      style: "flat",
      accountPolicy: "own",
      audited: true,
      senders: { prefixes: [["bluebubbles:"]], fold: "handle" },
    },
    groups: { ...checkedGroups, sendersFallBack: "empty" },
    credentials: {
      scope: "merged",
      anyOf: [{ all: [text("serverUrl"), text("password")] }],
      variables: [],
    },
  },
];

const byId = new Map(channels.map((row) => [row.id, row]));

/** The row of a key under `channels`; undefined for `defaults` and for channels the release does not have. */
export const channelRow = (id: string): ChannelRow | undefined => byId.get(id);
