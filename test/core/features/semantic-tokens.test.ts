import assert from "node:assert/strict";
import { secretSpans } from "../../../server/src/core/features/secret-spans.ts";
import { semanticTokens } from "../../../server/src/core/features/semantic-tokens.ts";
import type { Span } from "../../../server/src/core/text/span.ts";
import { analyse, configFile } from "../../support/analyse.ts";

const textOf = (text: string, { offset, length }: Span): string =>
  text.slice(offset, offset + length);

const tokens = (text: string, within?: Span) =>
  semanticTokens(analyse(text), configFile, within).map(
    (token) =>
      `${textOf(text, token)}: ${[token.type, ...token.modifiers].join(".")}`,
  );

const secrets = (text: string): readonly string[] =>
  secretSpans(analyse(text), configFile).map((span) => textOf(text, span));

describe("semantic tokens", () => {
  for (const [name, text, expected] of [
    [
      "agents, where they are named and where they are used",
      `{ agents: { list: [{ id: "ops" }] }, bindings: [{ agentId: 'ops', match: { channel: "telegram", accountId: "w" } }] }`,
      [
        "ops: class.declaration",
        "ops: class",
        "telegram: namespace",
        "w: type",
      ],
    ],
    [
      "channels, accounts and groups",
      `{ channels: { telegram: { accounts: { work: {} }, groups: { "-100": {} } } } }`,
      [
        "telegram: namespace.declaration",
        "work: type.declaration",
        "-100: enumMember.declaration",
      ],
    ],
    [
      "servers",
      `{ channels: { discord: { guilds: { "123": {} } } } }`,
      ["discord: namespace.declaration", "123: enumMember.declaration"],
    ],
    [
      "a model with its provider",
      `{ agents: { defaults: { model: { primary: "openai/gpt-5.2" } } } }`,
      ["openai: interface", "/gpt-5.2: enumMember"],
    ],
    [
      "variables, and what is secret beside them",
      `{ models: { providers: { x: { apiKey: "sk-\${KEY}-tail" } } } }`,
      [
        "x: interface.declaration",
        "sk-: string.secret",
        "KEY: variable.readonly",
        "-tail: string.secret",
      ],
    ],
    [
      "nothing in keys and comments",
      `{ // \${A}\n env: { vars: { "\${B}": "x" } } }`,
      [],
    ],
    [
      "broken text too",
      `{ gateway: { auth: { token: "abc`,
      ["abc: string.secret"],
    ],
  ] as const) {
    it(`find ${name}`, () => assert.deepEqual(tokens(text), expected));
  }

  it("are those of a range, where only one is asked for", () => {
    const text = `{ gateway: { auth: { token: "\${A}", password: "\${B}" } } }`;
    const offset = text.indexOf("password");
    assert.deepEqual(tokens(text, { offset, length: 20 }), [
      "B: variable.readonly",
    ]);
  });
  it("never overlap, and stand in order", () => {
    const text = `{ agents: { defaults: { models: { "anthropic/claude-opus-4-5": { alias: "opus" } }, model: { primary: "anthropic/claude-opus-4-5", fallbacks: ["opus"] } } } }`;
    let end = 0;
    for (const { offset, length } of semanticTokens(
      analyse(text),
      configFile,
    )) {
      assert.ok(offset >= end);
      end = offset + length;
    }
    assert.ok(end > 0);
  });
});

describe("secrets in clear text", () => {
  for (const [name, text, expected] of [
    ["a token", `{ gateway: { auth: { token: "abc" } } }`, ["abc"]],
    ["none that a variable holds", `{ hooks: { token: "\${HOOKS}" } }`, []],
    ["a number", `{ gateway: { auth: { password: 1234 } } }`, ["1234"]],
    [
      "what tools need under a name of people's own",
      `{ env: { vars: { OPENAI_API_KEY: "sk-1", LANG: "de" } } }`,
      ["sk-1"],
    ],
    [
      "a header",
      `{ models: { providers: { x: { headers: { Authorization: "Bearer abc", Accept: "text" } } } } }`,
      ["Bearer abc"],
    ],
    [
      "an account of Google, part by part",
      `{ channels: { googlechat: { serviceAccount: { private_key: "pem", type: "x" } } } }`,
      ["pem", "x"],
    ],
    ["the code of a ship", `{ channels: { tlon: { code: "lid" } } }`, ["lid"]],
    [
      "no path and no number of tokens",
      `{ channels: { telegram: { tokenFile: "~/t" } }, models: { providers: { x: { models: [{ id: "a", name: "A", maxTokens: 5 }] } } } }`,
      [],
    ],
    [
      "no word for the way to log in",
      `{ gateway: { auth: { mode: "token" } } }`,
      [],
    ],
  ] as const) {
    it(`are ${name}`, () => assert.deepEqual(secrets(text), expected));
  }
  it("are found in an included file, by what it is a part of", () => {
    const part = "/config/auth.json5";
    const text = `{ token: "abc", mode: "token" }`;
    const analysis = analyse(
      `{ gateway: { auth: { $include: "./auth.json5" } } }`,
      { files: { [part]: text } },
    );
    assert.deepEqual(
      secretSpans(analysis, part).map((span) => textOf(text, span)),
      ["abc"],
    );
  });
});
