/**
 * Which settings a named account takes over from its channel. Most channels lay the account's keys over the channel's, key by
 * key (`telegram/`, `discord/`, `slack/`, `signal/`, `imessage/accounts.js`, `extensions/<id>/src/accounts.ts`); here is what
 * differs. Credentials follow `ChannelRow.credentials`.
 */

/** Keys that the schema fills in for every account before blocks are merged (config/zod-schema.providers-*.js). */
export const filledAccountKeys: { readonly [channel: string]: string[] } = {
  telegram: ["dmPolicy", "groupPolicy", "streamMode"],
  whatsapp: ["dmPolicy", "groupPolicy", "debounceMs"],
  discord: ["groupPolicy"],
  googlechat: ["groupPolicy"],
  slack: ["userTokenReadOnly", "groupPolicy"],
  signal: ["dmPolicy", "groupPolicy"],
  imessage: ["dmPolicy", "groupPolicy"],
  bluebubbles: ["dmPolicy", "groupPolicy"],
};

/** Keys of an account that nobody reads: the channel's count (agents/pi-embedded-runner/history.js). */
export const keysOfChannelAlone = ["dmHistoryLimit", "dms"];

/** Keys that only the account "default" takes over, where it is not the credentials that decide (line/accounts.js). */
export const keysOfDefaultAccount: { readonly [channel: string]: string[] } = {
  line: ["channelSecret", "secretFile", "name"],
};

/** The keys that accounts take over, for channels that name each of them; other keys stay with their account. */
export const inheritedAccountKeys: { readonly [channel: string]: string[] } = {
  // web/accounts.js, config/markdown-tables.js, config/channel-capabilities.js
  whatsapp: [
    "sendReadReceipts",
    "messagePrefix",
    "selfChatMode",
    "allowFrom",
    "groupAllowFrom",
    "textChunkLimit",
    "chunkMode",
    "mediaMaxMb",
    "blockStreaming",
    "ackReaction",
    "groups",
    "markdown",
    "capabilities",
  ],
  // extensions/tlon/src/types.ts
  tlon: [
    "name",
    "ship",
    "url",
    "code",
    "groupChannels",
    "dmAllowlist",
    "autoDiscoverChannels",
    "showModelSignature",
  ],
};
