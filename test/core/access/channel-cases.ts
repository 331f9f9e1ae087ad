import { channels } from "../../../server/src/core/dialects/clawdbot/channels.ts";
import {
  credentialsOf,
  dm,
  singleAccount,
  type Block,
  type ChannelCase,
} from "./channel-blocks.ts";
import { auditedAccountCases } from "./audited-account-cases.ts";
import { specialDmCases } from "./special-dm-cases.ts";

/** Configs of a channel without named accounts. */
function withoutAccounts(id: string): readonly (readonly [string, Block])[] {
  const given = credentialsOf(id);
  return [
    ["nothing but credentials", given],
    ["open with a wildcard", { ...given, ...dm(id, "open", ["*"]) }],
    ["open without a list", { ...given, ...dm(id, "open") }],
    ["open with an id", { ...given, ...dm(id, "open", ["123"]) }],
    [
      "open with a padded wildcard",
      { ...given, ...dm(id, "open", [" * ", "*"]) },
    ],
    ["disabled", { ...given, ...dm(id, "disabled") }],
    ["pairing with a wildcard", { ...given, ...dm(id, "pairing", ["*"]) }],
    [
      "allowlist with two ids",
      { ...given, ...dm(id, "allowlist", ["123", "456"]) },
    ],
    [
      "one sender in two spellings",
      { ...given, ...dm(id, "allowlist", [`${id}:123`, "123"]) },
    ],
    ["a wildcard and no policy", { ...given, ...dm(id, undefined, ["*"]) }],
    ["switched off", { ...given, enabled: false, ...dm(id, "open", ["*"]) }],
    ["open without credentials", dm(id, "open", ["*"])],
    [
      "credentials of variables",
      { ...variables(given), ...dm(id, "open", ["*"]) },
    ],
  ];
}

const variables = (block: Block): Block =>
  Object.fromEntries(
    Object.keys(block).map((key) => [key, `\${MY_${key.toUpperCase()}}`]),
  );

/** Configs of a channel with named accounts. */
function withAccounts(id: string): readonly (readonly [string, Block])[] {
  if (singleAccount.has(id)) return [];
  const given = { enabled: true, ...credentialsOf(id) };
  const open = dm(id, "open", ["*"]);
  const off = dm(id, "disabled");
  const channel = Object.keys(given).length > 1 ? credentialsOf(id) : {};
  const named = (accounts: Block, rest: Block = {}): Block => ({
    ...rest,
    accounts,
  });
  return [
    ["open channel, account without a policy", named({ work: given }, open)],
    [
      "open channel with credentials, account without",
      named({ work: { enabled: true } }, { ...channel, ...open }),
    ],
    [
      "disabled channel, open account",
      named({ work: { ...given, ...open } }, off),
    ],
    [
      "open channel, disabled account",
      named({ work: { ...given, ...off } }, open),
    ],
    ["open account", named({ work: { ...given, ...open } })],
    [
      "account with senders only",
      named({ work: { ...given, ...dm(id, undefined, ["7"]) } }, open),
    ],
    [
      "account named default",
      named({ default: { ...given, ...open }, alpha: given }),
    ],
    [
      "account named default without credentials",
      named({ default: open, alpha: given }, channel),
    ],
    [
      "first of two by the alphabet",
      named({ beta: { ...given, ...off }, alpha: { ...given, ...open } }),
    ],
    [
      "first of two as written",
      named({ beta: { ...given, ...open }, alpha: { ...given, ...off } }),
    ],
    [
      "numbers as ids",
      named({ b: { ...given, ...off }, 2: { ...given, ...open }, 1: given }),
    ],
    ["capitals in an id", named({ Work: { ...given, ...open } })],
    [
      "capitals in an id under credentials",
      named({ Work: { ...given, ...open } }, channel),
    ],
    [
      "a dot in an id under an open channel",
      named({ "my.work": { ...given, ...off } }, { ...channel, ...open }),
    ],
    [
      "account switched off",
      named({ work: { ...given, ...open, enabled: false } }),
    ],
    ["no account in the object", named({}, { ...channel, ...open })],
    [
      "account and channel with credentials",
      named({ work: { ...given, ...open } }, { ...channel, ...off }),
    ],
  ];
}
/** Cases about direct messages: every channel, with and without accounts, under every policy. */
export const dmCases: readonly ChannelCase[] = [
  ...channels.flatMap(({ id }) =>
    [...withoutAccounts(id), ...withAccounts(id)].map(([name, block]) => ({
      name: `${id}: ${name}`,
      config: { channels: { [id]: block } },
    })),
  ),
  ...auditedAccountCases,
  ...specialDmCases,
];
