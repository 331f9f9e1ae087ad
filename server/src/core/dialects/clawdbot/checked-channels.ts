import type { ChannelRow } from "./channel-row.ts";
import { accounts, checkedGroups, text } from "./channel-parts.ts";

/**
 * The channels whose blocks the program's own schema checks. Sources, all of 2026.1.24-3: `extensions/<id>/src/channel.ts`
 * for policies, warnings and the form of senders; `telegram/`, `discord/`, `slack/`, `signal/`, `imessage/` and
 * `web/accounts.js`, `extensions/<id>/src/accounts.ts` and `extensions/msteams/src/token.ts` for accounts and credentials;
 * `config/zod-schema.providers-core.js` and `zod-schema.providers-whatsapp.js` for the defaults written into blocks; the
 * monitors beside them for what messages really meet.
 */
export const checkedChannels: readonly ChannelRow[] = [
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
    groups: {
      ...checkedGroups,
      placeSenders: [["allowFrom"], ["topics", "*", "allowFrom"]],
    },
    credentials: {
      scope: "own",
      // A token file that is named hides a token beside it, even when the file is missing (telegram/token.js).
      anyOf: [
        { all: [text("tokenFile")], inFile: true },
        { all: [text("botToken")] },
      ],
      exactKey: true,
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
      placeSenders: [["users"], ["channels", "*", "users"]],
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
      placeSenders: [["users"]],
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
    groups: { ...checkedGroups, places: [] },
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
    // web/auto-reply/monitor/group-activation.js asks for the groups without saying for which account.
    groups: { ...checkedGroups, placesOfDefaultAccount: true },
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
    groups: {
      ...checkedGroups,
      sendersFallBack: undefined,
      placeSenders: [["users"]],
    },
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
];

/** The one of them that the audit comes to last. */
export const blueBubbles: ChannelRow = {
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
    // isAllowedBlueBubblesSender in extensions/bluebubbles/src/targets.ts
    emptyListAdmits: true,
    senders: { prefixes: [["bluebubbles:"]], fold: "handle" },
  },
  groups: { ...checkedGroups, sendersFallBack: "empty" },
  credentials: {
    scope: "merged",
    anyOf: [{ all: [text("serverUrl"), text("password")] }],
    variables: [],
  },
};
