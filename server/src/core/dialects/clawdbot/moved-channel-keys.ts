import type { MovedKey } from "./moved-key.ts";

/** Channels whose direct messages are set in an object `dm`, and those where the keys stand in the channel itself. */
const nested = ["discord", "slack", "googlechat"];
const flat = [
  "telegram",
  "whatsapp",
  "signal",
  "imessage",
  "bluebubbles",
  "msteams",
];

/** The same row for a channel and for its accounts. */
const inChannels = (
  ids: readonly string[],
  row: (place: string) => MovedKey,
): readonly MovedKey[] =>
  ids.flatMap((id) => [
    row(`channels.${id}`),
    ...(id === "msteams" ? [] : [row(`channels.${id}.accounts.*`)]),
  ]);

/** Keys of channels that stand at another place than on other channels, or have another name. */
export const movedChannelKeys: readonly MovedKey[] = [
  ...inChannels(nested, (place) => ({
    from: `${place}.dmPolicy`,
    to: `${place}.dm.policy`,
    note: "On this channel direct messages are set in `dm`.",
  })),
  ...inChannels(nested, (place) => ({
    from: `${place}.allowFrom`,
    to: `${place}.dm.allowFrom`,
    note: "On this channel direct messages are set in `dm`.",
  })),
  ...inChannels(flat, (place) => ({
    from: `${place}.dm`,
    parts: [
      ["policy", `${place}.dmPolicy`],
      ["allowFrom", `${place}.allowFrom`],
    ],
    note: "On this channel direct messages are set with `dmPolicy` and `allowFrom`.",
  })),
  ...inChannels([...flat, ...nested], (place) => ({
    from: `${place}.guildPolicy`,
    to: `${place}.groupPolicy`,
    note: "It is called `groupPolicy`.",
  })),
  ...inChannels(["discord", "slack"], (place) => ({
    from: `${place}.groupAllowFrom`,
    note: place.includes("discord")
      ? "On Discord people are listed per server: `guilds.<id>.users`."
      : "On Slack people are listed per channel: `channels.<id>.users`.",
  })),
  ...inChannels(["telegram", "slack"], (place) => ({
    from: `${place}.token`,
    to: `${place}.botToken`,
    note: "It is called `botToken`.",
  })),
  ...inChannels(["discord"], (place) => ({
    from: `${place}.botToken`,
    to: `${place}.token`,
    note: "On Discord it is called `token`.",
  })),
  ...inChannels(["telegram", "whatsapp", "imessage"], (place) => ({
    from: `${place}.requireMention`,
    to: `${place}.groups."*".requireMention`,
    note: 'It is set per group; the entry "*" holds for all.',
  })),
  ...inChannels(["discord"], (place) => ({
    from: `${place}.requireMention`,
    to: `${place}.guilds."*".requireMention`,
    note: 'It is set per server; the entry "*" holds for all.',
  })),
  ...inChannels(flat, (place) => ({
    from: `${place}.allowedUsers`,
    to: `${place}.allowFrom`,
    note: "It is called `allowFrom`.",
  })),
  ...inChannels(nested, (place) => ({
    from: `${place}.allowedUsers`,
    to: `${place}.dm.allowFrom`,
    note: "It is called `dm.allowFrom`.",
  })),
  ...inChannels(["discord"], (place) => ({
    from: `${place}.servers`,
    to: `${place}.guilds`,
    note: "Discord's own word for servers is guilds.",
  })),
  {
    from: "channels.whatsapp.enabled",
    byValue: [
      { when: true, title: "Remove it: WhatsApp runs once a phone is linked" },
      {
        when: false,
        set: ["web.enabled", false],
        title: "Set web.enabled to false, which keeps WhatsApp off",
      },
    ],
    note: "WhatsApp runs once a phone is linked; `web.enabled` keeps it off.",
  },
];
