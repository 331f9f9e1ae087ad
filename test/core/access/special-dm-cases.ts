import { credentialsOf, dm, type ChannelCase } from "./channel-blocks.ts";

/** Configs about direct messages that no channel shares with another. */
export const specialDmCases: readonly ChannelCase[] = [
  ...["discord", "slack", "googlechat"].map((id) => ({
    name: `${id}: an empty dm of the account replaces the channel's`,
    config: {
      channels: {
        [id]: {
          ...dm(id, "open", ["*"]),
          accounts: { work: { ...credentialsOf(id), dm: {} } },
        },
      },
    },
  })),
  ...["discord", "slack", "googlechat", "matrix"].map((id) => ({
    name: `${id}: dm switched off is still reported as open`,
    config: {
      channels: {
        [id]: {
          ...credentialsOf(id),
          dm: { enabled: false, policy: "open", allowFrom: ["*"] },
        },
      },
    },
  })),
  {
    name: "matrix: allowlistOnly is still reported as open",
    config: {
      channels: {
        matrix: {
          ...credentialsOf("matrix"),
          allowlistOnly: true,
          dm: { policy: "open", allowFrom: ["*"] },
        },
      },
    },
  },
  {
    name: "matrix: a login by password",
    config: {
      channels: {
        matrix: {
          homeserver: "https://m.invalid",
          userId: "@a:m.invalid",
          password: "p",
          dm: { policy: "disabled" },
        },
      },
    },
  },
  {
    name: "matrix: a word that is no policy",
    config: {
      channels: {
        matrix: { ...credentialsOf("matrix"), dm: { policy: "bogus" } },
      },
    },
  },
  ...["googlechat", "zalo"].map((id) => ({
    name: `${id}: defaultAccount chooses the account`,
    config: {
      channels: {
        [id]: {
          defaultAccount: "beta",
          accounts: {
            alpha: credentialsOf(id),
            beta: { ...credentialsOf(id), ...dm(id, "open", ["*"]) },
          },
        },
      },
    },
  })),
  ...["googlechat", "zalo"].map((id) => ({
    name: `${id}: defaultAccount names nobody`,
    config: {
      channels: {
        [id]: {
          ...credentialsOf(id),
          ...dm(id, "open", ["*"]),
          defaultAccount: "gone",
          accounts: { alpha: {} },
        },
      },
    },
  })),
  {
    name: "googlechat: an account in JSON",
    config: {
      channels: {
        googlechat: {
          serviceAccount: '{"type":"service_account"}',
          dm: { policy: "disabled" },
        },
      },
    },
  },
  {
    name: "googlechat: an account that is no JSON",
    config: {
      channels: {
        googlechat: { serviceAccount: "hello", dm: { policy: "disabled" } },
      },
    },
  },
  {
    name: "googlechat: an account as an object",
    config: {
      channels: {
        googlechat: {
          serviceAccount: { type: "service_account" },
          dm: { policy: "disabled" },
        },
      },
    },
  },
  {
    name: "signal: a port is enough",
    config: { channels: { signal: { httpPort: 8080, dmPolicy: "disabled" } } },
  },
  {
    name: "signal: autoStart is enough",
    config: {
      channels: { signal: { autoStart: false, dmPolicy: "disabled" } },
    },
  },
  {
    name: "imessage: an empty block is enough",
    config: { channels: { imessage: {} } },
  },
  {
    name: "imessage: a disabled block is enough",
    config: { channels: { imessage: { dmPolicy: "disabled" } } },
  },
  {
    name: "line: the default account does not read accounts.default",
    config: {
      channels: {
        line: {
          channelAccessToken: "a",
          dmPolicy: "disabled",
          accounts: { default: { dmPolicy: "open" } },
        },
      },
    },
  },
  {
    name: "zalo: a token in accounts.default is overlooked",
    config: {
      channels: {
        zalo: { accounts: { default: { botToken: "a", dmPolicy: "open" } } },
      },
    },
  },
  {
    name: "zalo: a policy in accounts.default counts",
    config: {
      channels: {
        zalo: { botToken: "a", accounts: { default: { dmPolicy: "open" } } },
      },
    },
  },
  {
    name: "nextcloud-talk: capitals in an id are found",
    config: {
      channels: {
        "nextcloud-talk": {
          accounts: {
            Work: { ...credentialsOf("nextcloud-talk"), dmPolicy: "open" },
          },
        },
      },
    },
  },
  {
    name: "mattermost: an empty sender list of the account replaces the channel's",
    config: {
      channels: {
        mattermost: {
          dmPolicy: "open",
          allowFrom: ["*"],
          accounts: { work: { ...credentialsOf("mattermost"), allowFrom: [] } },
        },
      },
    },
  },
  {
    name: "mattermost: null in an account means the default",
    config: {
      channels: {
        mattermost: {
          dmPolicy: "open",
          accounts: {
            work: { ...credentialsOf("mattermost"), dmPolicy: null },
          },
        },
      },
    },
  },
  {
    name: "signal: one number in two spellings",
    config: {
      channels: {
        signal: { account: "+1", allowFrom: ["signal:+1 555 000", "+1555000"] },
      },
    },
  },
  {
    name: "discord: one person as an id and as a mention",
    config: {
      channels: {
        discord: { token: "a", dm: { allowFrom: ["<@!123>", "user:123"] } },
      },
    },
  },
  {
    name: "bluebubbles: one person through two services",
    config: {
      channels: {
        bluebubbles: {
          ...credentialsOf("bluebubbles"),
          allowFrom: ["bluebubbles:sms:A@b.invalid", "a@b.invalid"],
        },
      },
    },
  },
  {
    name: "nostr: one key as npub and in hex, which the release takes for two",
    config: {
      channels: {
        nostr: {
          privateKey: "a",
          allowFrom: [
            "nostr:npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg",
            "7E7E9C42A91BFEF19FA929E5FDA1B72E0EBC1A4C1141673E2794234D86ADDF4E",
          ],
        },
      },
    },
  },
  {
    name: "nostr: one key in capitals and not",
    config: {
      channels: {
        nostr: {
          privateKey: "a",
          allowFrom: [
            "nostr:7E7E9C42A91BFEF19FA929E5FDA1B72E0EBC1A4C1141673E2794234D86ADDF4E",
            "7e7e9c42a91bfef19fa929e5fda1b72e0ebc1a4c1141673e2794234d86addf4e",
          ],
        },
      },
    },
  },
  {
    name: "discord: a bound account does not matter",
    config: {
      bindings: [
        { agentId: "main", match: { channel: "discord", accountId: "beta" } },
      ],
      channels: {
        discord: {
          accounts: {
            alpha: { token: "a" },
            beta: { token: "b", dm: { policy: "open", allowFrom: ["*"] } },
          },
        },
      },
    },
  },
  {
    name: "telegram: a token under the id of an account with capitals",
    config: {
      channels: {
        telegram: {
          accounts: {
            Work: { dmPolicy: "open", allowFrom: ["*"] },
            work: { botToken: "1:a" },
          },
        },
      },
    },
  },
  {
    name: "telegram: senders apart by dmScope",
    config: {
      session: { dmScope: "per-peer" },
      channels: { telegram: { botToken: "1:a", allowFrom: ["1", "2"] } },
    },
  },
];
