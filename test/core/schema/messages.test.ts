import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { changedValue } from "../../../server/src/core/config/change-values.ts";
import { configGate } from "../../../server/src/core/schema/generated/gates.js";
import {
  validateSchema,
  type SchemaProblem,
} from "../../../server/src/core/schema/validate-schema.ts";
import { rootOfText } from "./resolved.ts";

interface Case {
  readonly text: string;
  readonly code: SchemaProblem["code"];
  readonly path: string;
  readonly message: string | RegExp;
  /** The text that is marked. */
  readonly mark: string;
  /** The fix to choose, and the value after it; undefined where nothing but removing is proposed. */
  readonly fix?: readonly [title: string, after: string];
  readonly safety?: "safe";
}

const cases: readonly Case[] = [
  // Unknown keys.
  {
    text: `{ $schema: "https://example.invalid/s.json", gateway: {} }`,
    code: "schema.unknown_key",
    path: "$schema",
    message: `Unknown key "$schema" at the top level. Clawdbot takes no schema reference; the editor finds its schema by the file's name.`,
    mark: "$schema",
    fix: [`Remove "$schema"`, `{ gateway: {} }`],
    safety: "safe",
  },
  {
    text: `{ gatewya: { mode: "local" } }`,
    code: "schema.unknown_key",
    path: "gatewya",
    message: `Unknown key "gatewya" at the top level. Did you mean "gateway"?`,
    mark: "gatewya",
    fix: [`Rename it to "gateway"`, `{ gateway: { mode: "local" } }`],
  },
  {
    text: `{ channels: { telegram: { DmPolicy: "pairing" } } }`,
    code: "schema.unknown_key",
    path: "channels.telegram.DmPolicy",
    message: `Unknown key "DmPolicy" in channels.telegram. Did you mean "dmPolicy"?`,
    mark: "DmPolicy",
    fix: [
      `Rename it to "dmPolicy"`,
      `{ channels: { telegram: { dmPolicy: "pairing" } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ gateway: { bind: "lan", Bind: "loopback" } }`,
    code: "schema.unknown_key",
    path: "gateway.Bind",
    message: `Unknown key "Bind" in gateway. Did you mean "bind"? It is set as well.`,
    mark: "Bind",
  },
  {
    text: `{ channels: { slack: { dmPolicy: "pairing" } } }`,
    code: "schema.unknown_key",
    path: "channels.slack.dmPolicy",
    message: `Unknown key "dmPolicy" in channels.slack: it belongs at channels.slack.dm.policy. On this channel direct messages are set in \`dm\`.`,
    mark: "dmPolicy",
    fix: [
      "Move it to channels.slack.dm.policy",
      `{ channels: { slack: { dm: { policy: "pairing" } } } }`,
    ],
  },
  {
    text: `{ channels: { telegram: { dm: { policy: "open", allowFrom: ["*"] } } } }`,
    code: "schema.unknown_key",
    path: "channels.telegram.dm",
    message: /direct messages are set with `dmPolicy` and `allowFrom`\.$/,
    mark: "dm",
    fix: [
      "Move it to channels.telegram.dmPolicy and channels.telegram.allowFrom",
      `{ channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } } }`,
    ],
  },
  {
    text: `{ providers: { a: { baseUrl: "https://a.invalid", models: [] } } }`,
    code: "schema.unknown_key",
    path: "providers",
    message:
      'Unknown key "providers" at the top level: it belongs at models.providers. Providers of models belong to `models`.',
    mark: "providers",
    fix: [
      "Move it to models.providers",
      `{ models: { providers: { a: { baseUrl: "https://a.invalid", models: [] } } } }`,
    ],
  },
  {
    text: `{ providers: { b: { baseUrl: "https://b.invalid", models: [] } }, models: { providers: { a: { baseUrl: "https://a.invalid", models: [] } } } }`,
    code: "schema.unknown_key",
    path: "providers",
    message: /it belongs at models\.providers/,
    mark: "providers",
    fix: [
      "Move its keys to models.providers",
      `{ models: { providers: { a: { baseUrl: "https://a.invalid", models: [] }, b: { baseUrl: "https://b.invalid", models: [] } } } }`,
    ],
  },
  {
    text: `{ model: "anthropic/claude-opus-4-5" }`,
    code: "schema.unknown_key",
    path: "model",
    message: /it belongs at agents\.defaults\.model/,
    mark: "model",
    fix: [
      "Move it to agents.defaults.model",
      `{ agents: { defaults: { model: { primary: "anthropic/claude-opus-4-5" } } } }`,
    ],
  },
  {
    text: `{ agents: { defaults: { heartbeat: { enabled: false } } } }`,
    code: "schema.unknown_key",
    path: "agents.defaults.heartbeat.enabled",
    message: /`every: "0m"` turns it off\.$/,
    mark: "enabled",
    fix: [
      'Set every to "0m", which turns the heartbeat off',
      `{ agents: { defaults: { heartbeat: { every: "0m" } } } }`,
    ],
  },
  {
    text: `{ channels: { whatsapp: { enabled: false } } }`,
    code: "schema.unknown_key",
    path: "channels.whatsapp.enabled",
    message: /`web\.enabled` keeps it off\.$/,
    mark: "enabled",
    fix: [
      "Set web.enabled to false, which keeps WhatsApp off",
      `{ channels: { whatsapp: {} }, web: { enabled: false } }`,
    ],
  },
  {
    text: `{ agents: { defaults: { dmScope: "per-peer" } } }`,
    code: "schema.unknown_key",
    path: "agents.defaults.dmScope",
    message: `Unknown key "dmScope" in agents.defaults: there is a setting session.dmScope`,
    mark: "dmScope",
    fix: [
      "Move it to session.dmScope",
      `{ agents: { defaults: {} }, session: { dmScope: "per-peer" } }`,
    ],
  },
  {
    text: `{ agents: { ada: { model: { primary: "a/b" } } } }`,
    code: "schema.unknown_key",
    path: "agents.ada",
    message: `Unknown key "ada" in agents: agents are items of agents.list`,
    mark: "ada",
    fix: [
      "Make it an agent of agents.list",
      `{ agents: { list: [{ id: "ada", model: { primary: "a/b" } }] } }`,
    ],
  },
  {
    text: `{ plugins: { telegram: { enabled: true } } }`,
    code: "schema.unknown_key",
    path: "plugins.telegram",
    message: `Unknown key "telegram" in plugins: names go into plugins.entries`,
    mark: "telegram",
    fix: [
      "Move it to plugins.entries.telegram",
      `{ plugins: { entries: { telegram: { enabled: true } } } }`,
    ],
  },
  {
    text: `{ gateway: { customBindHost: "10.0.0.2" } }`,
    code: "schema.unknown_key",
    path: "gateway.customBindHost",
    message: /means all interfaces/,
    mark: "customBindHost",
    fix: [`Remove "customBindHost"`, `{ gateway: {} }`],
  },
  {
    text: `{ gateway: { frobnicate: 1 } }`,
    code: "schema.unknown_key",
    path: "gateway.frobnicate",
    message: `Unknown key "frobnicate" in gateway: no setting of this release has that name there`,
    mark: "frobnicate",
  },
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
  // Missing keys.
  {
    text: `{ models: { providers: { Ollama: { models: [] } } } }`,
    code: "schema.missing_key",
    path: "models.providers.Ollama.baseUrl",
    message: `models.providers.Ollama lacks "baseUrl" (text), which is required. It is the address of the provider's interface`,
    mark: "Ollama",
    fix: [
      `Add "baseUrl": "http://127.0.0.1:11434/v1"`,
      `{ models: { providers: { Ollama: { models: [], baseUrl: "http://127.0.0.1:11434/v1" } } } }`,
    ],
  },
  {
    text: `{ agents: { list: [{ id: "ada" }] }, bindings: [{ match: { channel: "telegram" } }] }`,
    code: "schema.missing_key",
    path: "bindings.0.agentId",
    message: `bindings[0] lacks "agentId" (text), which is required`,
    mark: "{",
    fix: [
      `Add "agentId": "ada"`,
      `{ agents: { list: [{ id: "ada" }] }, bindings: [{ match: { channel: "telegram" }, agentId: "ada" }] }`,
    ],
  },
  {
    text: `{ auth: { profiles: { "openai:work": { mode: "api_key" } } } }`,
    code: "schema.missing_key",
    path: "auth.profiles.openai:work.provider",
    message: `auth.profiles."openai:work" lacks "provider" (text), which is required`,
    mark: `"openai:work"`,
    fix: [
      `Add "provider": "openai"`,
      `{ auth: { profiles: { "openai:work": { mode: "api_key", provider: "openai" } } } }`,
    ],
  },
  // Limits.
  {
    text: `{ commands: { bashForegroundMs: 99999 } }`,
    code: "schema.range",
    path: "commands.bashForegroundMs",
    message: "commands.bashForegroundMs has to be at least 0 and at most 30000",
    mark: "99999",
    fix: [
      "Set it to 30000, the nearest that is allowed",
      `{ commands: { bashForegroundMs: 30000 } }`,
    ],
  },
  {
    text: `{ ui: { seamColor: "#f80" } }`,
    code: "schema.pattern",
    path: "ui.seamColor",
    message: "ui.seamColor has to be six hexadecimal digits, such as FF4500",
    mark: `"#f80"`,
    fix: [`Set it to "#ff8800"`, `{ ui: { seamColor: "#ff8800" } }`],
  },
  {
    text: `{ browser: { profiles: { "My Work": { color: "0066CC", cdpPort: 18801 } } } }`,
    code: "schema.key_name",
    path: "browser.profiles.My Work",
    message: `"My Work" cannot be a name in browser.profiles: only small letters, digits and hyphens`,
    mark: `"My Work"`,
    fix: [
      `Rename it to "my-work"`,
      `{ browser: { profiles: { "my-work": { color: "0066CC", cdpPort: 18801 } } } }`,
    ],
  },
  {
    text: `{ ui: { assistant: { name: "${"x".repeat(51)}" } } }`,
    code: "schema.length",
    path: "ui.assistant.name",
    message: "ui.assistant.name has to be at most 50 characters long",
    mark: `"${"x".repeat(51)}"`,
  },
  // Settings of plugins.
  {
    text: `{ plugins: { entries: { telegram: { config: { botToken: "\${TELEGRAM}" } } } } }`,
    code: "schema.plugin_config",
    path: "plugins.entries.telegram.config.botToken",
    message:
      "The plugin telegram takes no settings of its own; the channel's own settings are under channels.telegram",
    mark: "botToken",
    fix: [
      "Move it to channels.telegram.botToken",
      `{ plugins: { entries: { telegram: { config: {} } } }, channels: { telegram: { botToken: "\${TELEGRAM}" } } }`,
    ],
  },
  {
    text: `{ plugins: { entries: { "voice-call": { config: { provider: "Twilio" } } } } }`,
    code: "schema.plugin_config",
    path: "plugins.entries.voice-call.config.provider",
    message: /Did you mean "twilio"\?$/,
    mark: `"Twilio"`,
    fix: [
      `Set to "twilio"`,
      `{ plugins: { entries: { "voice-call": { config: { provider: "twilio" } } } } }`,
    ],
    safety: "safe",
  },
  {
    text: `{ plugins: { slots: { memory: "memory-lancedb" } } }`,
    code: "schema.plugin_config",
    path: "plugins.entries.memory-lancedb.config",
    message:
      "The plugin memory-lancedb cannot be without plugins.entries.memory-lancedb.config.embedding.apiKey",
    mark: `"memory-lancedb"`,
    fix: [
      "Add it, as ${OPENAI_API_KEY} from where the gateway runs",
      `{ plugins: { slots: { memory: "memory-lancedb" }, entries: { "memory-lancedb": { config: { embedding: { apiKey: "\${OPENAI_API_KEY}" } } } } } }`,
    ],
  },
  {
    text: `[]`,
    code: "schema.type",
    path: "",
    message: "The config has to be an object, not a list",
    mark: "[",
    fix: ["Make it an empty object", `{}`],
  },
];

describe("what the schema refuses", () => {
  for (const { text, code, path, message, mark, fix, safety } of cases) {
    it(text.slice(0, 90), () => {
      const root = rootOfText(text);
      const problems = validateSchema(root);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const [problem] = problems;
      assert.ok(problem !== undefined);
      assert.equal(problem.code, code);
      assert.equal(problem.path.join("."), path);
      if (typeof message === "string") assert.equal(problem.message, message);
      else assert.match(problem.message, message);
      assert.equal(
        text.slice(problem.at.offset, problem.at.offset + problem.at.length),
        mark,
      );
      const preferred = problem.fixes.find(
        (proposed) => proposed.preferred === true,
      );
      assert.equal(preferred?.title, fix?.[0]);
      if (preferred === undefined || fix === undefined) return;
      assert.equal(preferred.safety, safety ?? "review");
      assert.ok("changes" in preferred);
      const after = changedValue(root.toValue(), preferred.changes);
      assert.deepEqual(after, rootOfText(fix[1]).toValue());
      assert.ok(configGate(after), "the result is still refused");
      assert.deepEqual(validateSchema(rootOfText(JSON.stringify(after))), []);
    });
  }

  it("offers every allowed value with its meaning where none is meant, the recommended one first", () => {
    const [problem] = validateSchema(
      rootOfText(`{ gateway: { bind: "whatever" } }`),
    );
    const titles = problem?.fixes.map(({ title }) => title) ?? [];
    assert.equal(titles.length, 5);
    assert.equal(titles[0], `Set to "loopback", which is recommended`);
    assert.ok(
      titles.some((title) => /^Set to "lan": .*0\.0\.0\.0/.test(title)),
    );
  });

  it("offers the recommended value beside the one that is meant", () => {
    const [problem] = validateSchema(
      rootOfText(`{ gateway: { bind: "0.0.0.0" } }`),
    );
    assert.deepEqual(
      problem?.fixes.map(({ title, preferred }) => [title, preferred]),
      [
        [`Set to "lan": reachable from your network, needs a token`, true],
        [`Set to "loopback", which is recommended`, undefined],
      ],
    );
  });

  it("tells each fault of the article's baseline once, and moves instead of deleting", () => {
    const text = readFileSync("examples/article.clawdbot.json", "utf8");
    let root = rootOfText(text);
    const problems = validateSchema(root);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.path.join(".")]),
      [
        ["schema.unknown_key", "groupPolicy"],
        ["schema.unknown_key", "groupAllowFrom"],
        ["schema.type", "tools.elevated.allowFrom"],
      ],
    );
    for (const { fixes } of problems) {
      const [fix] = fixes;
      assert.ok(fix !== undefined && "changes" in fix);
      root = rootOfText(
        JSON.stringify(changedValue(root.toValue(), fix.changes)),
      );
    }
    assert.deepEqual(validateSchema(root), []);
    for (const id of ["whatsapp", "telegram", "discord", "slack"]) {
      assert.equal(
        root.find(["channels", id, "groupPolicy"])?.scalar,
        "allowlist",
      );
    }
    for (const id of ["whatsapp", "telegram"])
      assert.deepEqual(
        root.find(["channels", id, "groupAllowFrom"])?.toValue(),
        [],
      );
    assert.equal(root.find(["channels", "slack", "groupAllowFrom"]), undefined);
    assert.deepEqual(root.find(["tools", "elevated"])?.toValue(), {
      enabled: false,
    });
  });
});

describe("plugins that are on without the settings they need", () => {
  const on = `slots: { memory: "memory-lancedb" }`;
  const verdicts: readonly (readonly [plugins: string, isRefused: boolean])[] =
    [
      [on, true],
      [`${on}, entries: { "memory-lancedb": { enabled: false } }`, true],
      [`${on}, allow: ["memory-lancedb"]`, true],
      [`${on}, allow: [" "]`, true],
      [`${on}, allow: ["telegram"]`, false],
      [`${on}, deny: ["memory-lancedb"]`, false],
      [`${on}, enabled: false`, false],
      [`${on}, deny: ["\${NAME}"]`, false],
      [`${on}, allow: ["\${NAME}"]`, false],
      [`slots: { memory: "\${SLOT}" }`, false],
      [`slots: { memory: "none" }`, false],
      [`entries: { "memory-lancedb": { enabled: true } }`, false],
      [`entries: { "memory-lancedb": { enabled: false, config: {} } }`, true],
    ];
  for (const [plugins, isRefused] of verdicts) {
    it(`${isRefused ? "refused" : "accepted"}: ${plugins}`, () => {
      const problems = validateSchema(
        rootOfText(`{ plugins: { ${plugins} } }`),
      );
      assert.equal(problems.length, isRefused ? 1 : 0);
    });
  }
});

describe("what variables may make of a refused value", () => {
  const verdicts: readonly (readonly [text: string, isRefused: boolean])[] = [
    [`{ gateway: { bind: "\${BIND}" } }`, false],
    [`{ gateway: { bind: "lo\${REST}" } }`, false],
    [`{ gateway: { bind: "x\${REST}" } }`, true],
    [`{ gateway: { bind: "\${A}loopback" } }`, true],
    [`{ gateway: { port: "\${PORT}" } }`, true],
    [`{ gateway: { bind: "$\${BIND}" } }`, true],
    [`{ gateway: { bind: "\${bind}" } }`, true],
    [`{ commands: { native: "\${NATIVE}" } }`, false],
    [`{ commands: { text: "\${TEXT}" } }`, true],
    [`{ ui: { seamColor: "\${COLOR}" } }`, false],
    [`{ ui: { seamColor: "#\${COLOR}" } }`, false],
    [`{ ui: { seamColor: "\${A}\${B}\${A}" } }`, false],
    [`{ ui: { seamColor: "g\${COLOR}" } }`, true],
    [`{ ui: { seamColor: "123456\${COLOR}" } }`, true],
    [
      `{ models: { providers: { a: { baseUrl: "\${URL}", models: [] } } } }`,
      false,
    ],
    [`{ ui: { assistant: { name: "${"x".repeat(49)}\${N}" } } }`, false],
    [`{ ui: { assistant: { name: "${"x".repeat(50)}\${N}" } } }`, true],
  ];
  for (const [text, isRefused] of verdicts) {
    it(`${isRefused ? "refused whatever they are" : "left to them"}: ${text.slice(0, 70)}`, () => {
      assert.equal(validateSchema(rootOfText(text)).length, isRefused ? 1 : 0);
    });
  }
});

describe("secrets in refused values", () => {
  const places: readonly (readonly [text: string, isLost: boolean])[] = [
    [`{ gateway: { authToken: "abcdef" } }`, false],
    [`{ gateway: { authToken: "\${TOKEN}" } }`, true],
    [`{ gateway: { extra: { deeper: [{ apiKey: "abcdef" }] } } }`, false],
    [
      `{ auth: { profiles: { a: { provider: "a", mode: "api_key", key: "abcdef" } } } }`,
      false,
    ],
    [`{ channels: { telegram: { botToken: ["abcdef"] } } }`, false],
    [
      `{ plugins: { entries: { lobster: { config: { token: "abcdef" } } } } }`,
      false,
    ],
    [`{ gateway: { extra: { deeper: 1 } } }`, true],
  ];
  for (const [text, isLost] of places) {
    it(`${isLost ? "are none" : "are never taken away"}: ${text}`, () => {
      const root = rootOfText(text);
      const problems = validateSchema(root);
      assert.equal(problems.length, 1);
      const losing = problems.flatMap(({ fixes }) =>
        fixes.filter(
          (fix) =>
            "changes" in fix &&
            !/abcdef|TOKEN|"deeper":1/.test(
              JSON.stringify(changedValue(root.toValue(), fix.changes)),
            ),
        ),
      );
      assert.equal(losing.length > 0, isLost);
    });
  }
  const secrets = [
    "sk-ant-REDACTED",
    "hunter2",
    "correct horse battery staple",
    "123456:AAE-abcdefghijklmnopqrstuvwxyz012345",
    "4711",
    "xoxb-12-ab",
  ];
  const texts = [
    (secret: string) => ({ gateway: { bind: secret } }),
    (secret: string) => ({
      gateway: { auth: { mode: secret, token: [secret] } },
    }),
    (secret: string) => ({ gateway: { port: secret } }),
    (secret: string) => ({
      channels: { telegram: { botToken: { value: secret }, dmPolicy: secret } },
    }),
    (secret: string) => ({
      ui: { seamColor: secret },
      browser: { profiles: { a: { cdpPort: 1, color: secret } } },
    }),
    (secret: string) => ({
      models: { providers: { a: { apiKey: [secret], api: secret } } },
    }),
    (secret: string) => ({ unknown: secret, gateway: { tokn: secret } }),
    (secret: string) => ({
      hooks: secret,
      channels: { discord: { token: Number.parseInt(secret, 10) || 5 } },
    }),
  ];
  for (const secret of secrets) {
    it(`a text like ${secret.slice(0, 4)}… is never repeated`, () => {
      let told = 0;
      for (const place of texts) {
        for (const problem of validateSchema(
          rootOfText(JSON.stringify(place(secret))),
        )) {
          told += 1;
          assert.ok(!problem.message.includes(secret), problem.message);
          for (const { title } of problem.fixes)
            assert.ok(!title.includes(secret), title);
        }
      }
      assert.ok(told >= 10, `only ${told} problems were told`);
    });
  }
});
