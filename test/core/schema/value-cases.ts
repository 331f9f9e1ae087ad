import type { MessageCase } from "./message-case.ts";

/** Values that are not among those allowed, or of another type. */
export const valueCases: readonly MessageCase[] = [
  // Wrong values.
  {
    text: `{ gateway: { bind: "0.0.0.0" } }`,
    code: "schema.enum",
    path: "gateway.bind",
    message: `gateway.bind cannot be "0.0.0.0": allowed are "auto", "lan", "loopback", "custom" or "tailnet". "lan" is meant`,
    mark: `"0.0.0.0"`,
    fix: [
      `Set to "lan": reachable from your network, needs a token`,
      `{ gateway: { bind: "lan" } }`,
    ],
  },
  {
    text: `{ gateway: { bind: "Loopback" } }`,
    code: "schema.enum",
    path: "gateway.bind",
    message: /Did you mean "loopback"\?$/,
    mark: `"Loopback"`,
    fix: [`Set to "loopback"`, `{ gateway: { bind: "loopback" } }`],
    safety: "safe",
  },
  {
    text: `{ gateway: { auth: { mode: "none", token: "\${T}" } } }`,
    code: "schema.enum",
    path: "gateway.auth.mode",
    message: `gateway.auth.mode cannot be "none": allowed are "token" or "password". No value turns the login off; without the key the token or password that is set decides.`,
    mark: `"none"`,
    fix: [
      "Remove it, for the default",
      `{ gateway: { auth: { token: "\${T}" } } }`,
    ],
  },
  {
    text: `{ channels: { telegram: { dmPolicy: "public" } } }`,
    code: "schema.enum",
    path: "channels.telegram.dmPolicy",
    message: /"open" is meant$/,
    mark: `"public"`,
    fix: [
      `Set to "open": anyone can write to the assistant`,
      `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }`,
    ],
  },
  {
    text: `{ logging: { redactSensitive: true } }`,
    code: "schema.enum",
    path: "logging.redactSensitive",
    message: `logging.redactSensitive cannot be true: allowed are "off" or "tools". "tools" is meant`,
    mark: "true",
    fix: [`Set to "tools"`, `{ logging: { redactSensitive: "tools" } }`],
  },
  {
    text: `{ session: { dmScope: "per-account-channel-peer" } }`,
    code: "schema.enum",
    path: "session.dmScope",
    message: /"per-channel-peer" is meant$/,
    mark: `"per-account-channel-peer"`,
    fix: [
      `Set to "per-channel-peer"`,
      `{ session: { dmScope: "per-channel-peer" } }`,
    ],
  },
  {
    text: `{ commands: { native: "off" } }`,
    code: "schema.enum",
    path: "commands.native",
    message: `commands.native cannot be "off": allowed are "auto", true or false. false is meant`,
    mark: `"off"`,
    fix: ["Set to false", `{ commands: { native: false } }`],
  },
  {
    text: `{ gateway: { bind: "hunter2" } }`,
    code: "schema.enum",
    path: "gateway.bind",
    message: `gateway.bind takes nothing but "auto", "lan", "loopback", "custom" or "tailnet"`,
    mark: `"hunter2"`,
  },
  // Wrong types.
  {
    text: `{ gateway: { port: "18789" } }`,
    code: "schema.type",
    path: "gateway.port",
    message: "gateway.port has to be a whole number, not text",
    mark: `"18789"`,
    fix: [
      "Write it as a number, without quotes",
      `{ gateway: { port: 18789 } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ gateway: { port: "\${PORT:-19000}" } }`,
    code: "schema.type",
    path: "gateway.port",
    message: "gateway.port has to be a whole number, not text",
    mark: `"\${PORT:-19000}"`,
    fix: [
      "Set it to 19000, the default in the text",
      `{ gateway: { port: 19000 } }`,
    ],
  },
  {
    text: `{ agents: { defaults: { model: "a/b" } } }`,
    code: "schema.type",
    path: "agents.defaults.model",
    message: "agents.defaults.model has to be an object, not text",
    mark: `"a/b"`,
    fix: [
      "Make it an object with primary",
      `{ agents: { defaults: { model: { primary: "a/b" } } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ agents: { defaults: { model: "\${MODEL}" } } }`,
    code: "schema.type",
    path: "agents.defaults.model",
    message:
      "agents.defaults.model has to be an object, not a variable, which is always text",
    mark: `"\${MODEL}"`,
    fix: [
      "Make it an object with primary",
      `{ agents: { defaults: { model: { primary: "\${MODEL}" } } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ channels: { telegram: { allowFrom: 12345 } } }`,
    code: "schema.type",
    path: "channels.telegram.allowFrom",
    message: "channels.telegram.allowFrom has to be a list, not a whole number",
    mark: "12345",
    fix: [
      "Make it a list",
      `{ channels: { telegram: { allowFrom: [12345] } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ gateway: { trustedProxies: "127.0.0.1, ::1" } }`,
    code: "schema.type",
    path: "gateway.trustedProxies",
    message: "gateway.trustedProxies has to be a list, not text",
    mark: `"127.0.0.1, ::1"`,
    fix: [
      "Make it a list, split at the commas",
      `{ gateway: { trustedProxies: ["127.0.0.1", "::1"] } }`,
    ],
  },
  {
    text: `{ channels: { whatsapp: { allowFrom: [15551234567] } } }`,
    code: "schema.type",
    path: "channels.whatsapp.allowFrom.0",
    message:
      "channels.whatsapp.allowFrom[0] has to be text, not a whole number",
    mark: "15551234567",
    fix: [
      "Put it in quotes",
      `{ channels: { whatsapp: { allowFrom: ["15551234567"] } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ skills: ["weather"] }`,
    code: "schema.type",
    path: "skills",
    message:
      "skills has to be an object, not a list. Skills are set one by one under skills.entries",
    mark: "skills",
    fix: [
      "Make each a key of skills.entries, enabled",
      `{ skills: { entries: { weather: { enabled: true } } } }`,
    ],
  },
  {
    text: `{ tools: { elevated: { allowFrom: [] } } }`,
    code: "schema.type",
    path: "tools.elevated.allowFrom",
    message:
      "tools.elevated.allowFrom has to be an object, not a list: approved senders are listed per channel",
    mark: "allowFrom",
    fix: [
      "Nobody: set tools.elevated.enabled to false instead",
      `{ tools: { elevated: { enabled: false } } }`,
    ],
  },
  {
    text: `{ agents: { list: { ada: { name: "Ada" } } } }`,
    code: "schema.type",
    path: "agents.list",
    message: "agents.list has to be a list, not an object",
    mark: "list",
    fix: [
      "Make it a list, each key an id",
      `{ agents: { list: [{ id: "ada", name: "Ada" }] } }`,
    ],
  },
  {
    text: `{ agents: { defaults: { sandbox: "all" } } }`,
    code: "schema.type",
    path: "agents.defaults.sandbox",
    message: "agents.defaults.sandbox has to be an object, not text",
    mark: `"all"`,
    fix: [
      "Make it an object with mode",
      `{ agents: { defaults: { sandbox: { mode: "all" } } } }`,
    ],
  },
  {
    text: `{ gateway: { tailscale: null } }`,
    code: "schema.type",
    path: "gateway.tailscale",
    message: "gateway.tailscale has to be an object, not null",
    mark: "null",
  },
];
