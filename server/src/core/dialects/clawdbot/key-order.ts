import type { JSONPath } from "../../json5/nodes.ts";

/** The order in which people and the program itself write keys; a key not named here goes behind its neighbours. */
const orders: readonly (readonly [
  container: readonly string[],
  keys: readonly string[],
])[] = [
  [
    [],
    [
      "meta",
      "wizard",
      "env",
      "auth",
      "gateway",
      "channels",
      "bindings",
      "agents",
      "models",
      "tools",
      "session",
      "messages",
      "commands",
      "hooks",
      "cron",
      "browser",
      "plugins",
      "skills",
      "logging",
    ],
  ],
  [
    ["gateway"],
    [
      "mode",
      "bind",
      "port",
      "auth",
      "controlUi",
      "tailscale",
      "tls",
      "trustedProxies",
      "remote",
    ],
  ],
  [
    ["gateway", "auth"],
    ["mode", "token", "password", "allowTailscale"],
  ],
  [
    ["channels", "*"],
    [
      "enabled",
      "name",
      "botToken",
      "token",
      "dmPolicy",
      "dm",
      "allowFrom",
      "groupPolicy",
      "groupAllowFrom",
      "groups",
      "guilds",
      "channels",
      "accounts",
    ],
  ],
  [
    ["channels", "*", "dm"],
    ["enabled", "policy", "allowFrom"],
  ],
  [
    ["tools", "elevated"],
    ["enabled", "allowFrom"],
  ],
];

/** The usual order of keys in the object at a path; undefined where none is usual. */
export const keyOrder = (path: JSONPath): readonly string[] | undefined =>
  orders.find(
    ([container]) =>
      container.length === path.length &&
      container.every((key, depth) => key === "*" || key === path[depth]),
  )?.[1];
