import type { JsonValue } from "../../json5/nodes.ts";

/**
 * A first config that the program accepts and that opens nothing: local gateway behind a token, every agent in a sandbox
 * of its own, no elevated tools, one session for each sender, secrets masked in the log.
 */
export const secureBaseline = (token: string): JsonValue => ({
  gateway: {
    mode: "local",
    bind: "loopback",
    port: 18789,
    auth: { mode: "token", token },
  },
  agents: {
    defaults: {
      sandbox: { mode: "all", scope: "agent", workspaceAccess: "none" },
    },
  },
  tools: { elevated: { enabled: false } },
  session: { dmScope: "per-channel-peer" },
  logging: { redactSensitive: "tools" },
});
