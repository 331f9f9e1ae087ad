import type { ChannelRow } from "./channel-row.ts";
import { accounts, pluginGroups, text } from "./channel-parts.ts";

/**
 * The channels that plugins bring without a schema the program would ask. Sources, all of 2026.1.24-3:
 * `extensions/<id>/src/channel.ts` for policies, warnings and the form of senders; `extensions/<id>/src/` and `line/accounts.js`
 * for accounts and credentials; the monitors beside them for what messages really meet.
 */
export const pluginChannels: readonly ChannelRow[] = [
  {
    id: "line",
    label: "LINE",
    builtIn: false,
    // line/bot-message-context.js
    takesNoCommands: true,
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
    groups: {
      ...pluginGroups,
      placeSenders: [["allowFrom"]],
    },
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
      placeSenders: [["users"]],
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
    groups: {
      ...pluginGroups,
      sendersFallBack: "empty",
      places: ["rooms"],
      placeSenders: [["allowFrom"]],
    },
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
    // extensions/nostr/src/channel.ts calls handleInboundMessage, which plugins/runtime/index.js does not offer.
    isDeaf: true,
    directMessages: {
      style: "flat",
      accountPolicy: "inherited",
      audited: true,
      senders: { prefixes: [["nostr:"]], fold: "nostr-key" },
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
    // extensions/tlon/src/monitor/index.ts
    takesNoCommands: true,
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
      // Every conversation is routed as a group (extensions/zalouser/src/monitor.ts).
      ownConversations: true,
      senders: { prefixes: [["zalouser:", "zlu:"]], fold: "nothing" },
    },
    groups: {
      ...pluginGroups,
      defaultPolicy: "open",
      senders: undefined,
      sendersFallBack: undefined,
      audited: false,
    },
    // A program of its own holds the login (extensions/zalouser/src/zca.ts).
    credentials: { scope: "outside", anyOf: [], variables: ["ZCA_PROFILE"] },
  },
];
