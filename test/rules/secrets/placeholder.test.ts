import assert from "node:assert/strict";
import { secretsPlaceholder } from "../../../server/src/core/rules/secrets/placeholder.ts";
import { analyse, fixedSecret } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

const gateway = `gateway: { mode: "local", auth: { token: "\${T}" } }`;

describe("secrets.placeholder", () => {
  it("points at the value", () =>
    check(
      secretsPlaceholder,
      `{
  hooks: { enabled: true, token: 'changeme' },
  //                             ^^^^^^^^^^ secrets.placeholder
  browser: { controlToken: "your-token-here" },
  //                       ^^^^^^^^^^^^^^^^^ secrets.placeholder
  channels: { telegram: { botToken: "\${B}", accounts: { work: { botToken: "<bot token>" } } } },
  //                                                                      ^^^^^^^^^^^^^ secrets.placeholder
}`.replace(` },`, ` },`),
    ));
  it("is worse where it lets others in", () => {
    const severityOf = (text: string): readonly string[] =>
      analyse(`{ ${gateway}, ${text} }`)
        .diagnosis.problems.filter(({ code }) => code === "secrets.placeholder")
        .map(({ severity }) => severity);
    assert.deepEqual(severityOf(`browser: { controlToken: "secret" }`), [
      "error",
    ]);
    assert.deepEqual(
      severityOf(`channels: { discord: { token: "your-token" } }`),
      ["warning"],
    );
  });
  for (const text of [
    `{ gateway: { auth: { token: "changeme" } } }`,
    // The gateway takes its secret from there, and gateway.token_placeholder says so.
    `{ env: { CLAWDBOT_GATEWAY_TOKEN: "changeme" } }`,
    `{ env: { vars: { CLAWDBOT_GATEWAY_PASSWORD: "changeme" } } }`,
    `{ hooks: { enabled: false, token: "changeme" } }`,
    `{ hooks: { token: "changeme" } }`,
    `{ browser: { enabled: false, controlToken: "changeme" } }`,
    `{ channels: { discord: { token: "\${TOKEN}" } } }`,
    `{ channels: { discord: { token: "k3w9-vz7q-p2m4" } } }`,
    // Of these config.variable_lookalike speaks.
    `{ channels: { discord: { token: "\${discord_token}" } } }`,
    `{ hooks: { enabled: true, token: "\${hooks-token}" } }`,
    `{ models: { providers: { local: { apiKey: "none" } } } }`,
    `{ models: { providers: { local: { apiKey: "token" } } } }`,
    `{ models: { providers: { local: { apiKey: "OPENAI_API_KEY" } } } }`,
  ])
    it(`is silent on ${text}`, () => check(secretsPlaceholder, text));
  it("knows the unfilled key of a provider", () =>
    assert.equal(
      findingsOf(
        secretsPlaceholder,
        `{ models: { providers: { acme: { apiKey: "your-api-key" } } } }`,
      ).length,
      1,
    ));
  it("is told once, and not as too short as well", () => {
    for (const text of [
      `hooks: { enabled: true, token: "changeme" }`,
      `browser: { controlUrl: "https://other.example", controlToken: "changeme" }`,
    ])
      assert.deepEqual(
        analyse(`{ ${gateway}, ${text} }`)
          .diagnosis.problems.map(({ code }) => code)
          .filter((code) => !code.startsWith("gateway")),
        ["secrets.placeholder"],
        text,
      );
  });
  it("makes a new one, or reads one from the environment", () => {
    const text = `{ ${gateway}, hooks: { enabled: true, token: "changeme" } }`;
    assert.deepEqual(
      fixesOf(secretsPlaceholder.code, text).map(({ text: after }) => after),
      [
        text.replace("changeme", fixedSecret),
        text.replace("changeme", "${CLAWDBOT_HOOKS_TOKEN}"),
      ],
    );
    const bot = `{ ${gateway}, channels: { discord: { token: "your-token" } } }`;
    assert.deepEqual(
      fixesOf(secretsPlaceholder.code, bot).map(({ text: after }) => after),
      [bot.replace("your-token", "${DISCORD_BOT_TOKEN}")],
    );
  });
});
