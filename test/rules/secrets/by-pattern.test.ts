import assert from "node:assert/strict";
import { secretsByPattern } from "../../../server/src/core/rules/secrets/by-pattern.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

const gateway = `gateway: { mode: "local", auth: { token: "\${T}" } }`;
const configWith = (value: string): string =>
  `{ ${gateway}, messages: { responsePrefix: ${JSON.stringify(value)} } }`;
const namesOf = (value: string): readonly string[] =>
  findingsOf(secretsByPattern, configWith(value)).map(
    ({ message }) => /looks like (.*) \(/.exec(message)?.[1] ?? message,
  );

/** Letters and digits without a meaning. */
const body = (length: number): string =>
  "k3w9vz7qp2m4x8c6Jd5T".repeat(10).slice(0, length);

describe("secrets.by_pattern", () => {
  it("points at the value", () =>
    check(
      secretsByPattern,
      `{
  agents: { defaults: { cliBackends: { mine: { command: "run", args: ['--key', 'sk-ant-api03-${body(24)}'] } } } },
  //                                                                           ${"^".repeat(39)} secrets.by_pattern
}`,
    ));

  for (const [value, name] of [
    [`sk-ant-api03-${body(40)}`, "an Anthropic key"],
    [`sk-or-v1-${body(40)}`, "an OpenRouter key"],
    [`sk-proj-${body(40)}`, "an OpenAI key"],
    [`sk-${body(40)}`, "an API key"],
    [`key=sk-${body(40)};`, "an API key"],
    [`AIza${body(35)}`, "a Google API key"],
    [`xoxb-12345-67890-${body(20)}`, "a Slack token"],
    [`xapp-1-A1B2-${body(20)}`, "a Slack token"],
    [`ghp_${body(36)}`, "a GitHub token"],
    [`github_pat_${body(40)}`, "a GitHub token"],
    [`gsk_${body(40)}`, "a Groq key"],
    [`pplx-${body(40)}`, "a Perplexity key"],
    [`npm_${body(36)}`, "an npm token"],
    [`AKIA${"Q7M4X2".repeat(3).slice(0, 16)}`, "an AWS access key"],
    [`1234567890:${body(35)}`, "a Telegram bot token"],
    [`M${body(23)}.${body(6)}.${body(38)}`, "a Discord bot token"],
    [`eyJ${body(20)}.eyJ${body(40)}.${body(43)}`, "a signed web token"],
    ["-----BEGIN OPENSSH PRIVATE KEY-----\nabc", "a private key"],
    [`nsec1${body(58).toLowerCase()}`, "a Nostr private key"],
  ] as const)
    it(`knows ${name} in ${value.slice(0, 12)}…`, () =>
      assert.deepEqual(namesOf(value), [name]));

  for (const value of [
    // Words that begin alike, and names of models.
    "task-management-for-everybody-2026-edition",
    "sk-this-is-a-slug-of-many-words",
    "risk-assessment-2026-with-many-words",
    "anthropic/claude-opus-4-5-20251101",
    // Too short, or of the wrong length.
    "sk-ant-short1",
    `ghp_${body(20)}`,
    "AKIA1234",
    `AKIA${body(40).toUpperCase()}`,
    // Examples, holes, variables.
    "sk-ant-your-key-goes-here-12345",
    "sk-ant-api03-xxxxxxxxxxxxxxxxxxxxxxxx1a",
    "AKIAIOSFODNN7EXAMPLE",
    "sk-ant-${KEY}",
    // Times, addresses, names of hosts.
    "2026-01-31T10:00:00+01:00",
    "very-long-name-of-a-host-1.subdom.example-company-internal-network",
    "1234567890:short",
  ])
    it(`is silent on ${value.slice(0, 40)}`, () =>
      assert.deepEqual(namesOf(value), []));

  it("leaves settings that hold secrets to another rule, and addresses with passwords", () =>
    check(
      secretsByPattern,
      `{
  channels: { discord: { token: "ghp_${body(36)}" } },
  models: { providers: { acme: { baseUrl: "https://me:ghp_${body(36)}@acme.example" } } },
}`,
    ));

  it("is milder among variables and headers", () => {
    const text = `{ ${gateway}, agents: { defaults: { sandbox: { docker: { env: { SETTINGS: "ghp_${body(36)}" } } } } } }`;
    check(
      secretsByPattern,
      `${text}\n//${" ".repeat(text.indexOf('"ghp_') - 2)}${"^".repeat(42)} secrets.by_pattern`,
    );
  });

  it("moves the secret and leaves the words around it", () =>
    assert.deepEqual(
      fixesOf(secretsByPattern.code, configWith(`key sk-${body(24)} ok`)),
      [
        {
          title: "Move it to .env as CLAWDBOT_MESSAGES_RESPONSE_PREFIX",
          text: configWith("key ${CLAWDBOT_MESSAGES_RESPONSE_PREFIX} ok"),
          added: `CLAWDBOT_MESSAGES_RESPONSE_PREFIX=sk-${body(24)}\n`,
        },
      ],
    ));
  it("moves a private key with its lines", () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${body(20)}\n-----END PRIVATE KEY-----\n`;
    const [fix] = fixesOf(
      secretsByPattern.code,
      `{ ${gateway}, channels: { googlechat: { serviceAccount: { private_key: ${JSON.stringify(key)} } } } }`,
    );
    assert.equal(
      fix?.added,
      `CLAWDBOT_CHANNELS_GOOGLECHAT_SERVICE_ACCOUNT_PRIVATE_KEY='${key}'\n`,
    );
  });
});
