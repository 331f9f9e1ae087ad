import type { ChannelCase } from "./channel-blocks.ts";

/** Configs in which bindings and tokens decide which account the audit looks at, and whether it finds it configured. */
export const auditedAccountCases: readonly ChannelCase[] = [
  {
    name: "telegram: a binding of the default agent chooses the account",
    config: {
      bindings: [
        { agentId: "main", match: { channel: "telegram", accountId: "Beta" } },
      ],
      channels: {
        telegram: {
          accounts: {
            alpha: { botToken: "1:a" },
            beta: { botToken: "1:b", dmPolicy: "open", allowFrom: ["*"] },
          },
        },
      },
    },
  },
  {
    name: "telegram: a binding of another agent chooses nothing",
    config: {
      agents: { list: [{ id: "main" }, { id: "other" }] },
      bindings: [
        { agentId: "other", match: { channel: "telegram", accountId: "beta" } },
      ],
      channels: {
        telegram: {
          accounts: {
            alpha: { botToken: "1:a" },
            beta: { botToken: "1:b", dmPolicy: "open", allowFrom: ["*"] },
          },
        },
      },
    },
  },
  {
    name: "telegram: the agent marked as default decides",
    config: {
      agents: { list: [{ id: "main" }, { id: "Other", default: true }] },
      bindings: [
        { agentId: "other", match: { channel: "Telegram", accountId: "beta" } },
      ],
      channels: {
        telegram: {
          accounts: {
            alpha: { botToken: "1:a" },
            beta: { botToken: "1:b", dmPolicy: "open", allowFrom: ["*"] },
          },
        },
      },
    },
  },
  {
    name: "telegram: a binding to an account that has no block",
    config: {
      bindings: [
        {
          agentId: "main",
          match: { channel: "telegram", accountId: "nobody" },
        },
      ],
      channels: {
        telegram: { botToken: "1:a", dmPolicy: "open", allowFrom: ["*"] },
      },
    },
  },
  {
    name: "telegram: a binding without an account",
    config: {
      bindings: [
        { agentId: "main", match: { channel: "telegram", accountId: "*" } },
      ],
      channels: {
        telegram: { botToken: "1:a", dmPolicy: "open", allowFrom: ["*"] },
      },
    },
  },
  {
    name: "telegram: a token file that is not there hides the token",
    config: {
      channels: {
        telegram: {
          tokenFile: "/nonexistent/token",
          botToken: "1:a",
          dmPolicy: "open",
          allowFrom: ["*"],
        },
      },
    },
  },
  {
    name: "zalo: a token beside a token file that is not there",
    config: {
      channels: {
        zalo: {
          tokenFile: "/nonexistent/token",
          botToken: "a",
          dmPolicy: "open",
        },
      },
    },
  },
  {
    name: "telegram: a blank token",
    config: {
      channels: {
        telegram: { botToken: "  ", dmPolicy: "open", allowFrom: ["*"] },
      },
    },
  },
  {
    name: "slack: one token at each level",
    config: {
      channels: {
        slack: {
          botToken: "a",
          accounts: {
            work: { appToken: "b", dm: { policy: "open", allowFrom: ["*"] } },
          },
        },
      },
    },
  },
  {
    name: "slack: a blank token of the account hides the channel's",
    config: {
      channels: {
        slack: {
          botToken: "a",
          appToken: "b",
          accounts: {
            work: { appToken: "", dm: { policy: "open", allowFrom: ["*"] } },
          },
        },
      },
    },
  },
];
