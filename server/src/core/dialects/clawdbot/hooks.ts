/**
 * Webhooks as the release knows them (gateway/hooks-mapping.js). The preset puts sender, subject and body of a mail into the
 * prompt, and delivers the answer to the chat that was used last.
 */
export const hookPresets: readonly string[] = ["gmail"];
