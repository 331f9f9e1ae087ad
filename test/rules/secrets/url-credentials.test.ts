import assert from "node:assert/strict";
import { secretsUrlCredentials } from "../../../server/src/core/rules/secrets/url-credentials.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

const configWith = (url: string): string =>
  `{ gateway: { mode: "local", auth: { token: "\${T}" } }, models: { providers: { acme: { baseUrl: ${JSON.stringify(url)}, models: [] } } } }`;

describe("secrets.url_credentials", () => {
  it("points at the address", () =>
    check(
      secretsUrlCredentials,
      `{
  browser: { cdpUrl: 'wss://me:k3w9vz7q@browser.example:9222/x?y=1' },
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secrets.url_credentials
}`,
    ));
  for (const url of [
    "https://me:k3w9vz7q@acme.example/v1",
    "https://me:p@ss@acme.example",
    "see http://a.example and https://me:k3w9vz7q@acme.example",
    "postgres://me:k3w9vz7q@db/notes",
  ])
    it(`speaks of ${url}`, () =>
      assert.equal(
        findingsOf(secretsUrlCredentials, configWith(url)).length,
        1,
      ));
  for (const url of [
    "https://acme.example/v1",
    "ssh://git@acme.example",
    "https://acme.example:8443/@me:too",
    "https://acme.example/?mail=me:x@acme.example",
    "https://me:${PASSWORD}@acme.example",
    "https://${LOGIN}@acme.example",
    "https://me:<password>@acme.example",
    "https://me:changeme@acme.example",
    "mailto:me@acme.example",
    "://me:k3w9vz7q@acme.example",
  ])
    it(`is silent on ${url}`, () =>
      assert.equal(
        findingsOf(secretsUrlCredentials, configWith(url)).length,
        0,
      ));
  it("leaves it to another rule where a secret is expected", () =>
    check(
      secretsUrlCredentials,
      `{ env: { vars: { DB_TOKEN: "https://me:k3w9vz7q@db.example" } } }`,
    ));
  it("moves name and password and leaves the address readable", () =>
    assert.deepEqual(
      fixesOf(
        secretsUrlCredentials.code,
        configWith("https://me:k3w9 vz7q@acme.example/v1".replace(" ", "")),
      ),
      [
        {
          title: "Move it to .env as CLAWDBOT_MODELS_PROVIDERS_ACME_BASE_URL",
          text: configWith(
            "https://${CLAWDBOT_MODELS_PROVIDERS_ACME_BASE_URL}@acme.example/v1",
          ),
          added: "CLAWDBOT_MODELS_PROVIDERS_ACME_BASE_URL=me:k3w9vz7q\n",
        },
      ],
    ));
});
