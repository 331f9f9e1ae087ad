import assert from "node:assert/strict";
import { complete } from "./complete-at.ts";

describe("a completion that is taken", () => {
  for (const [name, marked, label, expected] of [
    [
      "a key with its value",
      `{ gateway: { <|> } }`,
      "bind",
      `{ gateway: { bind: "loopback" } }`,
    ],
    [
      "a key half typed",
      `{ gateway: { bi<|> } }`,
      "bind",
      `{ gateway: { bind: "loopback" } }`,
    ],
    [
      "the name alone before a colon",
      `{ gateway: { b<|>: "lan" } }`,
      "bind",
      `{ gateway: { bind: "lan" } }`,
    ],
    [
      "a comma behind",
      `{ gateway: { <|> mode: "local" } }`,
      "bind",
      `{ gateway: { bind: "loopback", mode: "local" } }`,
    ],
    [
      "a comma before",
      `{ gateway: { mode: "local" <|> } }`,
      "bind",
      `{ gateway: { mode: "local", bind: "loopback" } }`,
    ],
    [
      "quoted keys where the file has them",
      `{ "gateway": { <|> } }`,
      "bind",
      `{ "gateway": { "bind": "loopback" } }`,
    ],
    [
      "single quotes where the file has them",
      `{ logging: { level: 'info' }, gateway: { <|> } }`,
      "bind",
      `{ logging: { level: 'info' }, gateway: { bind: 'loopback' } }`,
    ],
    [
      "a value",
      `{ gateway: { bind: <|> } }`,
      "lan",
      `{ gateway: { bind: "lan" } }`,
    ],
    [
      "a value inside quotes",
      `{ gateway: { bind: "l<|>o" } }`,
      "lan",
      `{ gateway: { bind: "lan" } }`,
    ],
    [
      "an agent's id",
      `{ agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: "<|>" }] }`,
      "ops",
      `{ agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: "ops" }] }`,
    ],
    [
      "a variable",
      `{ gateway: { auth: { token: "\${CLAW<|>" } } }`,
      "CLAWDBOT_GATEWAY_TOKEN",
      `{ gateway: { auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    ],
    [
      "a group of tools",
      `{ tools: { deny: ["browser", <|>] } }`,
      "group:web",
      `{ tools: { deny: ["browser", "group:web"] } }`,
    ],
    [
      "an account that a binding leads to",
      `{ channels: { telegram: { accounts: { <|> } } }, bindings: [{ agentId: "a", match: { channel: "telegram", accountId: "work" } }] }`,
      "work",
      `{ channels: { telegram: { accounts: { work: {} } } }, bindings: [{ agentId: "a", match: { channel: "telegram", accountId: "work" } }] }`,
    ],
    [
      "the account of the channel beside",
      `{ channels: { telegram: { accounts: { work: {} } } }, bindings: [{ agentId: "a", match: { channel: "telegram", accountId: "<|>" } }] }`,
      "work",
      `{ channels: { telegram: { accounts: { work: {} } } }, bindings: [{ agentId: "a", match: { channel: "telegram", accountId: "work" } }] }`,
    ],
    [
      "the server that a binding is for",
      `{ channels: { discord: { guilds: { "123": {} } } }, bindings: [{ agentId: "a", match: { channel: "discord", guildId: <|> } }] }`,
      "123",
      `{ channels: { discord: { guilds: { "123": {} } } }, bindings: [{ agentId: "a", match: { channel: "discord", guildId: "123" } }] }`,
    ],
    [
      "the group that a binding is for",
      `{ channels: { telegram: { accounts: { w: { groups: { "-100": {} } } } } }, bindings: [{ agentId: "a", match: { channel: "telegram", peer: { kind: "group", id: <|> } } }] }`,
      "-100",
      `{ channels: { telegram: { accounts: { w: { groups: { "-100": {} } } } } }, bindings: [{ agentId: "a", match: { channel: "telegram", peer: { kind: "group", id: "-100" } } }] }`,
    ],
    [
      "a model of the release",
      `{ agents: { defaults: { model: { primary: "<|>" } } } }`,
      "anthropic/claude-opus-4-5",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
    ],
    [
      "a model of the config's own provider",
      `{ models: { providers: { local: { baseUrl: "http://127.0.0.1/v1", models: [{ id: "m", name: "M" }] } } }, agents: { list: [{ id: "a", model: "<|>" }] } }`,
      "local/m",
      `{ models: { providers: { local: { baseUrl: "http://127.0.0.1/v1", models: [{ id: "m", name: "M" }] } } }, agents: { list: [{ id: "a", model: "local/m" }] } }`,
    ],
    [
      "a short name",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": { alias: "fast" } }, model: { fallbacks: [<|>] } } } }`,
      "fast",
      `{ agents: { defaults: { models: { "openai/gpt-5.2": { alias: "fast" } }, model: { fallbacks: ["fast"] } } } }`,
    ],
    [
      "a provider with what it needs, as it publishes it",
      `{ models: { providers: { openai: { <|> } } } }`,
      "baseUrl",
      `{ models: { providers: { openai: { baseUrl: "https://api.openai.com/v1" } } } }`,
    ],
    [
      "a plugin's id",
      `{ plugins: { allow: ["telegram", <|>] } }`,
      "lobster",
      `{ plugins: { allow: ["telegram", "lobster"] } }`,
    ],
    [
      "a login",
      `{ auth: { profiles: { "anthropic:me": { provider: "anthropic", mode: "api_key" } }, order: { anthropic: [<|>] } } }`,
      "anthropic:me",
      `{ auth: { profiles: { "anthropic:me": { provider: "anthropic", mode: "api_key" } }, order: { anthropic: ["anthropic:me"] } } }`,
    ],
    [
      "a channel as a key",
      `{ tools: { elevated: { allowFrom: { <|> } } } }`,
      "telegram",
      `{ tools: { elevated: { allowFrom: { telegram: [] } } } }`,
    ],
    [
      "the target of check-ins",
      `{ agents: { defaults: { heartbeat: { target: "<|>" } } } }`,
      "last",
      `{ agents: { defaults: { heartbeat: { target: "last" } } } }`,
    ],
    [
      "true or false",
      `{ commands: { bash: <|> } }`,
      "false",
      `{ commands: { bash: false } }`,
    ],
    [
      "a variable that is used elsewhere",
      `{ talk: { apiKey: "\${TALK_KEY}" }, gateway: { auth: { token: "\${<|>}" } } }`,
      "TALK_KEY",
      `{ talk: { apiKey: "\${TALK_KEY}" }, gateway: { auth: { token: "\${TALK_KEY}" } } }`,
    ],
    [
      "a variable behind other text",
      `{ gateway: { auth: { token: "a-\${CL<|>" } } }`,
      "CLAWDBOT_GATEWAY_TOKEN",
      `{ gateway: { auth: { token: "a-\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    ],
    [
      "an agent in a list that has none",
      `{ agents: { list: [<|>] } }`,
      "agent with sandbox",
      `{ agents: { list: [{ id: "helper", sandbox: { mode: "all", scope: "agent", workspaceAccess: "none" } }] } }`,
    ],
    [
      "an include where there is none",
      `{ agents: { <|> } }`,
      "$include",
      `{ agents: { "$include": "./" } }`.replace('"$include"', "$include"),
    ],
    [
      "a key behind an object that is not closed",
      `{ gateway: { auth: { mode: "token" }, <|>`,
      "bind",
      `{ gateway: { auth: { mode: "token" }, bind: "loopback"`,
    ],
    [
      "a key whose quotes are not closed",
      `{ "gateway": { "bi<|>\n} }`,
      "bind",
      `{ "gateway": { "bind": "loopback"\n} }`,
    ],
    [
      "a value without a comma behind it",
      `{ gateway: { bind: <|>\n mode: "local" } }`,
      "loopback",
      `{ gateway: { bind: "loopback",\n mode: "local" } }`,
    ],
    [
      "a key on a line of its own",
      `{\n  gateway: {\n    mode: "local"\n    <|>\n  }\n}`,
      "bind",
      `{\n  gateway: {\n    mode: "local",\n    bind: "loopback"\n  }\n}`,
    ],
  ] as const) {
    it(`completes ${name}`, () =>
      assert.equal(
        complete(marked).accepted(label).replaceAll(/ +/g, " "),
        expected.replaceAll(/ +/g, " "),
      ));
  }

  for (const [name, marked, label, expected] of [
    [
      "what a channel has to have, in the closed form",
      `{ channels: { <|> } }`,
      "line",
      `{ channels: { line: { dmPolicy: "pairing", groupPolicy: "allowlist" } } }`,
    ],
    [
      "no folder with a name that the program fills in",
      `{ agents: { list: [{ id: "a", <|> }] } }`,
      "agentDir",
      `{ agents: { list: [{ id: "a", agentDir: "" }] } }`,
    ],
    [
      "for a secret the variable that is read for it",
      `{ gateway: { auth: { token: <|> } } }`,
      "${CLAWDBOT_GATEWAY_TOKEN}",
      `{ gateway: { auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
    ],
    [
      "such a variable inside quotes",
      `{ channels: { discord: { token: '<|>' } } }`,
      "${DISCORD_BOT_TOKEN}",
      `{ channels: { discord: { token: '\${DISCORD_BOT_TOKEN}' } } }`,
    ],
  ] as const)
    it(`writes ${name}`, () =>
      assert.equal(complete(marked).accepted(label), expected));
});
