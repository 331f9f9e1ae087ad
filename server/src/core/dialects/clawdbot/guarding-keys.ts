/**
 * Keys that decide who gets in, what may be done and what others see, wherever they stand (release 2026.1.24-3,
 * config/zod-schema*.js). A second one in the same object silently takes the place of the first.
 */
export const guardingKeys: ReadonlySet<string> = new Set([
  // Who gets in.
  "auth",
  "mode",
  "bind",
  "tls",
  "tailscale",
  "trustedProxies",
  "controlUi",
  "allowInsecureAuth",
  "allowTailscale",
  // Who may write.
  "dm",
  "policy",
  "dmPolicy",
  "groupPolicy",
  "allowFrom",
  "groupAllowFrom",
  "users",
  "guilds",
  "groups",
  "requireMention",
  "dmScope",
  "useAccessGroups",
  // What may be done.
  "elevated",
  "sandbox",
  "workspaceAccess",
  "scope",
  "docker",
  "network",
  "binds",
  "exec",
  "host",
  "security",
  "ask",
  "allow",
  "deny",
  "profile",
  "tools",
  // What others see.
  "redactSensitive",
]);
