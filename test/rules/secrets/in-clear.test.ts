import assert from "node:assert/strict";
import { secretSettings } from "../../../server/src/core/dialects/clawdbot/secret-settings.ts";
import { secretsInClear } from "../../../server/src/core/rules/secrets/in-clear.ts";
import { analyse } from "../../support/analyse.ts";
import {
  check,
  findingsOf,
  profilesThatSpeak,
} from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

const gateway = `gateway: { mode: "local", auth: { token: "\${T}" } }`;
const secret = "k3w9vz7qp2m4x8c6";

/** A config with a value at a setting; `*` becomes `name`, `[]` the first item. */
function configAt(setting: string, value: unknown, name = "one"): string {
  const keys = setting.replaceAll("[]", ".[]").split(".");
  const built = keys.reduceRight<unknown>(
    (inner, key) =>
      key === "[]" ? [inner] : { [key === "*" ? name : key]: inner },
    value,
  );
  return JSON.stringify(built);
}

/** A name under which a row's last star holds a secret. */
const tellingName = { header: "X-Api-Key", variable: "SOME_TOKEN" } as const;

describe("secrets.in_clear", () => {
  it("points at the value, wherever it stands", () =>
    check(
      secretsInClear,
      `{
  channels: {
    telegram: { botToken: '${secret}', accounts: { work: { botToken: "${secret}2" } } },
    //                    ^^^^^^^^^^^^^^^^^^ secrets.in_clear
    slack: { botToken: "\${A}", appToken: "\${B}", signingSecret: "" },
  },
  models: { providers: { acme: { headers: { Authorization: "Bearer ${secret}", "X-Title": "${secret}" } } } },
  //                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ secrets.in_clear
  plugins: { entries: { "voice-call": { config: { twilio: { authToken: "${secret}" } } } } },
  //                                                                   ^^^^^^^^^^^^^^^^^^ secrets.in_clear
}`.replace(`"${secret}2" } } },\n`, `"\${W}" } } },\n`),
    ));

  it("knows every row of the table, but those that others speak of", () => {
    let spoken = 0;
    for (const row of secretSettings) {
      const text = configAt(
        row.setting,
        secret,
        row.only === undefined ? "one" : tellingName[row.only],
      );
      const count = findingsOf(secretsInClear, text).length;
      const isElsewhere =
        row.unspoken !== undefined && row.setting !== "hooks.token";
      assert.equal(count, isElsewhere ? 0 : 1, row.setting);
      spoken += count;
    }
    assert.ok(spoken >= 65, `only ${spoken} settings are known`);
  });

  for (const [value, why] of [
    ["${TOKEN}", "a variable"],
    ["Bearer ${TOKEN}", "a variable with words around it"],
    ["${token}", "what is meant as a variable"],
    ["$TOKEN", "what is meant as one"],
    ["your-bot-token", "an unfilled template"],
    ["<token>", "a hole"],
    ["", "nothing"],
    ["  ", "blanks"],
  ] as const)
    it(`is silent on ${why}`, () =>
      assert.equal(
        findingsOf(
          secretsInClear,
          `{ channels: { discord: { token: ${JSON.stringify(value)} } } }`,
        ).length,
        0,
      ));

  for (const key of ["ollama", "none", "OPENAI_API_KEY", "not-needed"])
    it(`is silent on the key "${key}" of a provider`, () =>
      assert.equal(
        findingsOf(
          secretsInClear,
          `{ models: { providers: { local: { apiKey: "${key}" } } } }`,
        ).length,
        0,
      ));

  it("looks at variables and headers with telling names only", () =>
    check(
      secretsInClear,
      `{
  env: { LANG: "C.UTF-8-or-so", vars: { GITHUB_TOKEN: "${secret}", SSH_KEY_PATH: "${secret}", PUBLIC_KEY: "${secret}" } },
  //                                                  ^^^^^^^^^^^^^^^^^^ secrets.in_clear
  skills: { entries: { one: { env: { GOOGLE_CREDENTIALS: "/home/me/key.json", DB_PASSWORD: "${secret}" } } } },
  //                                                                                       ^^^^^^^^^^^^^^^^^^ secrets.in_clear
}`,
    ));

  it("leaves the webhooks' token to the audit's rule while webhooks are on", () => {
    const hooks = (enabled: boolean): string =>
      `{ hooks: { enabled: ${enabled}, token: "${secret}" } }`;
    assert.equal(findingsOf(secretsInClear, hooks(true)).length, 0);
    assert.equal(findingsOf(secretsInClear, hooks(false)).length, 1);
  });

  it("says no secret twice", () => {
    const { problems } = analyse(
      `{ ${gateway}, hooks: { enabled: true, token: "sk-ant-api03-${secret}abcdef" }, channels: { discord: { token: "ghp_${secret}${secret}abcd" } }, env: { vars: { API_KEY: "sk-ant-api03-${secret}abcdef0" } } }`,
    ).diagnosis;
    assert.deepEqual(
      problems
        .filter(({ code }) => code.includes("secrets"))
        .map(({ code, path }) => `${code} ${path.join(".")}`),
      [
        "config.secrets.hooks_token_in_config hooks.token",
        "secrets.in_clear channels.discord.token",
        "secrets.in_clear env.vars.API_KEY",
      ],
    );
  });

  it("says nothing where the audit is repeated", () =>
    assert.deepEqual(
      profilesThatSpeak(secretsInClear, secretsInClear.docs.bad),
      ["recommended", "strict"],
    ));

  const moves: readonly (readonly [string, string, string])[] = [
    [
      `channels: { telegram: { botToken: "${secret}" } }`,
      `channels: { telegram: { botToken: "\${TELEGRAM_BOT_TOKEN}" } }`,
      "TELEGRAM_BOT_TOKEN",
    ],
    [
      `channels: { telegram: { botToken: "\${B}", accounts: { "home.de": { botToken: "${secret}" } } } }`,
      `channels: { telegram: { botToken: "\${B}", accounts: { "home.de": { botToken: "\${TELEGRAM_HOME_DE_BOT_TOKEN}" } } } }`,
      "TELEGRAM_HOME_DE_BOT_TOKEN",
    ],
    [
      `models: { providers: { google: { apiKey: "${secret}", baseUrl: "https://x.example", models: [] } } }`,
      `models: { providers: { google: { apiKey: "\${GEMINI_API_KEY}", baseUrl: "https://x.example", models: [] } } }`,
      "GEMINI_API_KEY",
    ],
    [
      `models: { providers: { "my llm": { apiKey: "${secret}", baseUrl: "https://x.example", models: [] } } }`,
      `models: { providers: { "my llm": { apiKey: "\${MY_LLM_API_KEY}", baseUrl: "https://x.example", models: [] } } }`,
      "MY_LLM_API_KEY",
    ],
    [
      `skills: { entries: { notes: { env: { API_TOKEN: "${secret}" } } } }`,
      `skills: { entries: { notes: { env: { API_TOKEN: "\${SKILL_NOTES_API_TOKEN}" } } } }`,
      "SKILL_NOTES_API_TOKEN",
    ],
    // What the file's own block sets is the variable itself.
    [
      `env: { vars: { OTHER: "x", OPENAI_API_KEY: "${secret}" } }`,
      `env: { vars: { OTHER: "x" } }`,
      "OPENAI_API_KEY",
    ],
    // With the login shell asked for variables, one of these would keep it from being asked.
    [
      `channels: { telegram: { botToken: "${secret}" } }, env: { shellEnv: { enabled: true } }`,
      `channels: { telegram: { botToken: "\${CLAWDBOT_CHANNELS_TELEGRAM_BOT_TOKEN}" } }, env: { shellEnv: { enabled: true } }`,
      "CLAWDBOT_CHANNELS_TELEGRAM_BOT_TOKEN",
    ],
  ];
  for (const [before, after, name] of moves)
    it(`moves a secret to ${name}`, () =>
      assert.deepEqual(
        fixesOf(secretsInClear.code, `{ ${gateway}, ${before} }`),
        [
          {
            title: `Move it to .env as ${name}`,
            text: `{ ${gateway}, ${after} }`,
            added: `${name}=${secret}\n`,
          },
        ],
      ));
});
