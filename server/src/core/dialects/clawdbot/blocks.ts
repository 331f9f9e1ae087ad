import type { JsonValue } from "../../json5/nodes.ts";

/** A whole block that people write at once, in the form that lets nobody in who was not named. */
export interface Block {
  readonly label: string;
  /** Where the block belongs: the path of the object, or of the list with `[]` behind it. */
  readonly within: readonly string[];
  /** The key it is written under; undefined for an item of a list. */
  readonly key: string | undefined;
  readonly value: JsonValue;
  readonly about: string;
}

export const blocks: readonly Block[] = [
  {
    label: "secure gateway",
    within: [],
    key: "gateway",
    value: {
      mode: "local",
      bind: "loopback",
      port: 18789,
      auth: { mode: "token", token: "${CLAWDBOT_GATEWAY_TOKEN}" },
    },
    about: "A gateway for this machine only, behind a token.",
  },
  {
    label: "Telegram with pairing",
    within: ["channels"],
    key: "telegram",
    value: {
      botToken: "${TELEGRAM_BOT_TOKEN}",
      dmPolicy: "pairing",
      groupPolicy: "allowlist",
    },
    about: "Unknown senders get a code that you confirm; no group is answered.",
  },
  {
    label: "Discord guild",
    within: ["channels"],
    key: "discord",
    value: {
      token: "${DISCORD_BOT_TOKEN}",
      dm: { policy: "pairing" },
      groupPolicy: "allowlist",
      guilds: { "123456789012345678": { requireMention: true } },
    },
    about: "One server, answered when mentioned; unknown senders pair first.",
  },
  {
    label: "agent with sandbox",
    within: ["agents", "list", "[]"],
    key: undefined,
    value: {
      id: "helper",
      sandbox: { mode: "all", scope: "agent", workspaceAccess: "none" },
    },
    about: "An agent whose tools run in a container of its own.",
  },
  {
    label: "model provider",
    within: ["models", "providers"],
    key: "local",
    value: {
      baseUrl: "http://127.0.0.1:11434/v1",
      models: [],
    },
    about: "A provider on this machine that speaks OpenAI's interface.",
  },
];
