/** One small config, with a name that says what is special about it. */
export interface ChannelCase {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** What stands at a channel, or at one of its accounts. */
export type Block = Readonly<Record<string, unknown>>;

/** What makes the audit find a channel configured; a channel without an entry never is, from a file alone. */
const credentials: Readonly<Record<string, Block>> = {
  telegram: { botToken: "1:a" },
  discord: { token: "a" },
  slack: { botToken: "a", appToken: "b" },
  signal: { account: "+15550001111" },
  imessage: { cliPath: "imsg" },
  msteams: { appId: "a", appPassword: "b", tenantId: "c" },
  googlechat: { serviceAccountFile: "/run/sa.json" },
  line: { channelAccessToken: "a", channelSecret: "b" },
  matrix: { homeserver: "https://matrix.invalid", accessToken: "a" },
  mattermost: { botToken: "a", baseUrl: "https://chat.invalid" },
  "nextcloud-talk": { botSecret: "a", baseUrl: "https://cloud.invalid" },
  nostr: { privateKey: "a" },
  tlon: { ship: "~zod", url: "https://zod.invalid", code: "a" },
  zalo: { botToken: "a" },
  bluebubbles: { serverUrl: "http://127.0.0.1:1", password: "a" },
};

const nested = new Set(["discord", "slack", "googlechat", "matrix"]);
/** The channels that have no named accounts. */
export const singleAccount = new Set(["msteams", "matrix", "nostr"]);

/** Those of one channel. */
export const credentialsOf = (id: string): Block => credentials[id] ?? {};

/** A block's direct-message settings in the channel's own spelling. */
export function dm(
  id: string,
  policy?: string,
  allowFrom?: readonly string[],
): Block {
  const list = allowFrom && { allowFrom };
  if (nested.has(id)) return { dm: { ...(policy && { policy }), ...list } };
  return { ...(policy && { dmPolicy: policy }), ...list };
}
