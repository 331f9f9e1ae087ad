import type { WatchPattern } from "../../config/watch-patterns.ts";

/** Where a channel or an account says whether chats may change the file (channels/plugins/config-writes.js). */
export const configWritesPatterns = [
  "channels.telegram.configWrites",
  "channels.telegram.accounts.*.configWrites",
  "channels.discord.configWrites",
  "channels.discord.accounts.*.configWrites",
  "channels.slack.configWrites",
  "channels.slack.accounts.*.configWrites",
  "channels.signal.configWrites",
  "channels.signal.accounts.*.configWrites",
  "channels.imessage.configWrites",
  "channels.imessage.accounts.*.configWrites",
  "channels.whatsapp.configWrites",
  "channels.whatsapp.accounts.*.configWrites",
  "channels.msteams.configWrites",
  "channels.googlechat.configWrites",
  "channels.googlechat.accounts.*.configWrites",
  "channels.mattermost.configWrites",
  "channels.mattermost.accounts.*.configWrites",
  "channels.bluebubbles.configWrites",
  "channels.bluebubbles.accounts.*.configWrites",
] as const satisfies readonly WatchPattern[];
