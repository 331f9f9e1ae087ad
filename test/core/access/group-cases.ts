import {
  credentialsOf,
  singleAccount,
  type ChannelCase,
} from "./channel-blocks.ts";
import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";

type Block = Readonly<Record<string, unknown>>;

/** The configs of one channel, and what stands in `channels.defaults` beside it. */
function ofChannel(
  id: string,
): readonly (readonly [name: string, block: Block, defaults?: string])[] {
  const given = credentialsOf(id);
  const open = { groupPolicy: "open" };
  const plain = [
    ["nothing but credentials", given],
    ["open", { ...given, ...open }],
    ["disabled", { ...given, groupPolicy: "disabled" }],
    ["open by defaults", given, "open"],
    [
      "allowlist under open defaults",
      { ...given, groupPolicy: "allowlist" },
      "open",
    ],
    ["open and switched off", { ...given, ...open, enabled: false }],
    ["open without credentials", open],
  ] as const;
  if (singleAccount.has(id)) return plain;
  const account = { enabled: true, ...given };
  return [
    ...plain,
    [
      "open channel, account without a policy",
      { ...open, accounts: { work: account } },
    ],
    [
      "open channel, allowlist account",
      { ...open, accounts: { work: { ...account, groupPolicy: "allowlist" } } },
    ],
    [
      "allowlist channel, open account",
      { groupPolicy: "allowlist", accounts: { work: { ...account, ...open } } },
    ],
    ["account open by defaults", { accounts: { work: account } }, "open"],
    [
      "two accounts, the second open",
      { accounts: { alpha: account, beta: { ...account, ...open } } },
    ],
  ];
}

const telegram = (block: Block, rest: Block = {}): Block => ({
  ...rest,
  channels: { telegram: { botToken: "1:a", ...block } },
});

const ofTelegram: readonly ChannelCase[] = [
  { name: "telegram senders: no groups", config: telegram({}) },
  {
    name: "telegram senders: a group and nobody",
    config: telegram({ groups: { "-1": {} } }),
  },
  {
    name: "telegram senders: every group and nobody",
    config: telegram({ groups: { "*": { requireMention: true } } }),
  },
  {
    name: "telegram senders: no group in the object",
    config: telegram({ groups: {} }),
  },
  {
    name: "telegram senders: open and nobody",
    config: telegram({ groupPolicy: "open" }),
  },
  {
    name: "telegram senders: open and a wildcard",
    config: telegram({ groupPolicy: "open", groupAllowFrom: ["*"] }),
  },
  {
    name: "telegram senders: a wildcard without groups",
    config: telegram({ groupAllowFrom: ["*"] }),
  },
  {
    name: "telegram senders: a padded wildcard",
    config: telegram({ groups: { "-1": {} }, groupAllowFrom: [" * "] }),
  },
  {
    name: "telegram senders: one sender",
    config: telegram({ groups: { "-1": {} }, groupAllowFrom: ["7"] }),
  },
  {
    name: "telegram senders: an empty list",
    config: telegram({ groups: { "-1": {} }, groupAllowFrom: [] }),
  },
  {
    name: "telegram senders: allowFrom does not count",
    config: telegram({ groups: { "-1": {} }, allowFrom: ["7"] }),
  },
  {
    name: "telegram senders: of a group",
    config: telegram({ groups: { "-1": { allowFrom: ["7"] } } }),
  },
  {
    name: "telegram senders: of a topic",
    config: telegram({
      groups: { "-1": { topics: { "2": { allowFrom: ["7"] } } } },
    }),
  },
  {
    name: "telegram senders: an empty list of a group",
    config: telegram({ groups: { "-1": { allowFrom: [] } } }),
  },
  {
    name: "telegram senders: a wildcard of a group",
    config: telegram({ groups: { "-1": { allowFrom: ["*"] } } }),
  },
  {
    name: "telegram senders: disabled with a wildcard",
    config: telegram({
      groupPolicy: "disabled",
      groups: { "-1": {} },
      groupAllowFrom: ["*"],
    }),
  },
  {
    name: "telegram senders: no text commands",
    config: telegram({ groups: { "-1": {} } }, { commands: { text: false } }),
  },
  {
    name: "telegram senders: an account inherits groups and senders",
    config: {
      channels: {
        telegram: {
          groups: { "-1": {} },
          groupAllowFrom: ["7"],
          accounts: { work: { botToken: "1:a" } },
        },
      },
    },
  },
  {
    name: "telegram senders: an account with groups of its own",
    config: {
      channels: {
        telegram: {
          groupAllowFrom: ["7"],
          accounts: {
            work: { botToken: "1:a", groups: { "-2": {} }, groupAllowFrom: [] },
          },
        },
      },
    },
  },
  {
    name: "telegram senders: an account with an empty object of groups",
    config: {
      channels: {
        telegram: {
          groups: { "-1": {} },
          accounts: { work: { botToken: "1:a", groups: {} } },
        },
      },
    },
  },
];

const others: readonly ChannelCase[] = [
  {
    name: "matrix: allowlistOnly is still reported as open",
    config: {
      channels: {
        matrix: {
          ...credentialsOf("matrix"),
          allowlistOnly: true,
          groupPolicy: "open",
        },
      },
    },
  },
  {
    name: "an unknown word under defaults of elevated tools",
    config: {
      tools: { elevated: { enabled: false } },
      channels: { signal: { account: "+1", groupPolicy: "open" } },
    },
  },
  {
    name: "elevated: open defaults alone",
    config: { channels: { defaults: { groupPolicy: "open" } } },
  },
  {
    name: "elevated: a wildcard",
    config: {
      tools: {
        elevated: { allowFrom: { telegram: ["7", " * "], whatsapp: ["+1"] } },
      },
    },
  },
  {
    name: "elevated: a wildcard while switched off",
    config: {
      tools: { elevated: { enabled: false, allowFrom: { telegram: ["*"] } } },
    },
  },
  {
    name: "elevated: many people",
    config: {
      tools: {
        elevated: {
          allowFrom: { discord: Array.from({ length: 26 }, (_, n) => `${n}`) },
        },
      },
    },
  },
  {
    name: "elevated: not quite so many people",
    config: {
      tools: {
        elevated: {
          allowFrom: {
            discord: [...Array.from({ length: 25 }, (_, n) => `${n}`), " "],
          },
        },
      },
    },
  },
];

/** Cases about groups and elevated tools: every channel, with and without accounts, under every policy. */
export const groupCases: readonly ChannelCase[] = [
  ...channels.flatMap(({ id }) =>
    ofChannel(id).map(([name, block, defaults]) => ({
      name: `${id}: ${name}`,
      config: {
        channels: {
          ...(defaults && { defaults: { groupPolicy: defaults } }),
          [id]: block,
        },
      },
    })),
  ),
  ...ofTelegram,
  ...others,
];
