import type { JsonValue } from "../../server/src/core/json5/nodes.ts";

type Members = { readonly [key: string]: JsonValue };

const telegram = (settings: Members): Members => ({
  channels: { telegram: { botToken: "1:a", ...settings } },
});
const withoutAccessGroups = (channels: Members): Members => ({
  commands: { useAccessGroups: false },
  channels,
});

/** Conditions that chance meets too seldom. */
export const corners: readonly Members[] = [
  telegram({ groupPolicy: "open", groupAllowFrom: ["*"] }),
  telegram({ groups: { "*": {} }, groupAllowFrom: [" * ", 1] }),
  telegram({ groupAllowFrom: ["*"] }),
  telegram({
    groupAllowFrom: ["*"],
    accounts: { default: { groups: { "-1": {} } } },
  }),
  ...[
    { "1": {} },
    { "1": { users: [] } },
    { "1": { channels: { a: {} } } },
  ].map((guilds) => withoutAccessGroups({ discord: { token: "a", guilds } })),
  ...[{ native: true }, { nativeSkills: true }, { native: "auto" }].map(
    (commands) =>
      withoutAccessGroups({
        slack: { botToken: "a", appToken: "b", commands },
      }),
  ),
];
