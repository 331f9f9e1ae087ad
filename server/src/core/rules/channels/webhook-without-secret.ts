import {
  accountPatterns,
  accountsOf,
  type ChannelAccount,
} from "../../access/accounts.ts";
import {
  ownVariablePatterns,
  ownVariableState,
} from "../../access/own-variables.ts";
import { is, type ConfigView, type Lookup } from "../../config/config-view.ts";
import { defaultAccountId } from "../../dialects/clawdbot/channel-row.ts";
import { defineRule, type FixableFinding, type RuleContext } from "../rule.ts";
import { newSecret } from "../secrets/new-secret.ts";

const isGiven = (lookup: Lookup): boolean =>
  lookup.state === "env" ||
  (lookup.state === "set" &&
    typeof lookup.value === "string" &&
    lookup.value.trim() !== "");

/** An account's own value of a key, or else the channel's. */
function merged(
  config: ConfigView,
  channel: string,
  { path }: ChannelAccount,
  key: string,
): Lookup {
  const own = config.at([...path, key]);
  return own.state === "absent" ? config.at(["channels", channel, key]) : own;
}

const opensPort = "webhookUrl opens port 8787 on every address";

/** Telegram: telegram/webhook.js listens on every address and checks a secret only if there is one. */
function* telegram(config: RuleContext): Iterable<FixableFinding> {
  const told = new Set<string>();
  for (const account of accountsOf(config, "telegram")) {
    if (!account.enabled) continue;
    const url = merged(config, "telegram", account, "webhookUrl");
    const secret = merged(config, "telegram", account, "webhookSecret");
    if (!isGiven(url) || secret.state === "env") continue;
    if (secret.state !== "absent" && !is(secret, "")) continue;
    // The secret belongs beside the address it protects, unless an empty one hides it.
    const path =
      secret.state === "absent"
        ? [...url.path.slice(0, -1), "webhookSecret"]
        : secret.path;
    const where = JSON.stringify(path);
    if (told.has(where)) continue;
    told.add(where);
    yield {
      at: config.at(path),
      message: `${opensPort}, and ${
        secret.state === "absent"
          ? "without webhookSecret nothing tells a real update from a forged one"
          : "an empty webhookSecret turns Telegram's updates away and takes those of whoever sends an empty one"
      }`,
      related: [{ at: url, message: "This switches the webhook on" }],
      fixes: newSecret(
        path,
        "TELEGRAM_WEBHOOK_SECRET",
        "Telegram learns the secret when the gateway starts again.",
        config.situation,
      ),
    };
  }
}

/** The variable LINE's secret may come from, for the account "default" (line/accounts.js). */
const lineVariable = "LINE_CHANNEL_SECRET";

/** LINE: extensions/line/src/channel.ts starts without a secret, and then signatures are made with an empty one. */
function* line(config: RuleContext): Iterable<FixableFinding> {
  if (config.at(["channels", "line"]).state !== "group") return;
  for (const account of accountsOf(config, "line")) {
    const { id, path, enabled } = account;
    const isDefault = id === defaultAccountId;
    const block = isDefault ? ["channels", "line"] : path;
    const has = (key: string): boolean => isGiven(config.at([...block, key]));
    if (!enabled || !(has("channelAccessToken") || has("tokenFile"))) continue;
    if (has("channelSecret") || has("secretFile")) continue;
    const variable = isDefault
      ? ownVariableState(config, lineVariable)
      : "unset";
    if (variable === "set") continue;
    const secret = [...block, "channelSecret"];
    yield {
      at: config.at(secret),
      message: `LINE's calls are signed with channelSecret, and without one anybody can sign them${variable === "unknown" ? `, unless ${lineVariable} is set where the gateway runs` : ""}`,
      ...(variable === "unknown"
        ? {
            severity: { recommended: "warning", strict: "error" },
            hinges: [lineVariable],
          }
        : {}),
      fixes: [
        {
          title: `Read it from ${lineVariable}`,
          safety: "review",
          preferred: true,
          asks: `Clawdbot will refuse the file until ${lineVariable} is set where it runs.`,
          introduces: [lineVariable],
          changes: [{ op: "set", path: secret, value: `\${${lineVariable}}` }],
        },
      ],
    };
  }
}

export const channelsWebhookWithoutSecret = defineRule({
  code: "channels.webhook_without_secret",
  effect: "risk",
  severity: { recommended: "error", strict: "error" },
  watches: [
    ...accountPatterns,
    ...ownVariablePatterns,
    "channels.telegram.webhookUrl",
    "channels.telegram.webhookSecret",
    "channels.telegram.accounts.*.webhookUrl",
    "channels.telegram.accounts.*.webhookSecret",
    "channels.line.channelAccessToken",
    "channels.line.tokenFile",
    "channels.line.channelSecret",
    "channels.line.secretFile",
    "channels.line.accounts.*.channelAccessToken",
    "channels.line.accounts.*.tokenFile",
    "channels.line.accounts.*.channelSecret",
    "channels.line.accounts.*.secretFile",
  ],
  fixable: "always",
  docs: {
    summary: "Anybody can forge messages to the assistant",
    why: "The messenger delivers messages by calling the gateway, and a secret is all that tells its calls from anybody else's. Without one, whoever finds the address writes in the name of any person, you included, and no list of senders helps.",
    remedy:
      "Set `channels.telegram.webhookSecret`, or remove `webhookUrl`: without it Telegram is asked for messages, and nothing has to be reachable. On LINE set `channelSecret`.",
    bad: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", webhookUrl: "https://bot.example.net/telegram-webhook" } },
}`,
    good: `{
  gateway: { mode: "local" },
  channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}", webhookUrl: "https://bot.example.net/telegram-webhook", webhookSecret: "\${TELEGRAM_WEBHOOK_SECRET}" } },
}`,
    since: "next",
    calm: `It needs \`webhookUrl\` for Telegram or a token for LINE in the file, on an account that is switched on. LINE's secret may also come from \`${lineVariable}\`; as long as nobody knows, it is a warning.`,
    upstream: {
      relation: "ours",
      reason: "The audit does not look at webhooks of channels.",
    },
  },
  *check(config) {
    yield* telegram(config);
    yield* line(config);
  },
});
