import assert from "node:assert/strict";
import { secretsReused } from "../../../server/src/core/rules/secrets/reused.ts";
import { analyse, fixedSecret } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { fixesOf } from "../../support/fixed.ts";

const shared = "k3w9-vz7q-p2m4-x8c6-k3w9-vz7q";

describe("secrets.reused", () => {
  it("points at the lesser door", () =>
    check(
      secretsReused,
      `{
  gateway: { auth: { mode: "password", password: "${shared}" } },
  hooks: { enabled: true, token: "${shared}" },
  //                             ${"^".repeat(31)} secrets.reused
}`,
    ));
  it("takes the same variable for the same secret, and different ones for different ones", () => {
    const text = (name: string): string =>
      `{ gateway: { auth: { mode: "token", token: "\${A}" } }, channels: { telegram: { webhookSecret: "\${${name}}" } } }`;
    assert.equal(findingsOf(secretsReused, text("A")).length, 1);
    assert.equal(findingsOf(secretsReused, text("B")).length, 0);
  });
  it("tells every other place once", () => {
    const { problems } = analyse(
      `{ gateway: { mode: "local", auth: { mode: "password", password: "\${P}" } }, hooks: { enabled: true, token: "\${P}", gmail: { pushToken: "\${P}" } }, channels: { zalo: { webhookSecret: "\${P}" } } }`,
    ).diagnosis;
    const [found, ...more] = problems.filter(
      ({ code }) => code === "secrets.reused",
    );
    assert.deepEqual(more, []);
    assert.equal(found?.related.length, 3);
  });
  for (const [why, text] of [
    [
      "the pairs of the audit, which it tells itself",
      `{ gateway: { auth: { token: "${shared}" } }, browser: { controlUrl: "https://other.example", controlToken: "${shared}" }, hooks: { enabled: true, token: "${shared}" } }`,
    ],
    [
      "the client of a gateway and its secret",
      `{ gateway: { auth: { token: "${shared}" }, remote: { token: "${shared}" } } }`,
    ],
    [
      "a provider's key in several places",
      `{ models: { providers: { openai: { apiKey: "${shared}" } } }, messages: { tts: { openai: { apiKey: "${shared}" } } } }`,
    ],
    [
      "the accounts of one channel",
      `{ channels: { telegram: { accounts: { a: { webhookSecret: "${shared}" }, b: { webhookSecret: "${shared}" } } } } }`,
    ],
    [
      "webhooks that are off",
      `{ gateway: { auth: { mode: "password", password: "${shared}" } }, hooks: { token: "${shared}" } }`,
    ],
    [
      "browser control that is off",
      `{ gateway: { auth: { token: "${shared}" } }, browser: { enabled: false, controlToken: "${shared}" } }`,
    ],
    [
      "a password that the mode leaves unused",
      `{ gateway: { auth: { mode: "token", token: "\${T}", password: "${shared}" } }, hooks: { enabled: true, token: "${shared}" } }`,
    ],
    [
      "published examples, which are worse",
      `{ gateway: { auth: { mode: "password", password: "changeme" } }, hooks: { enabled: true, token: "changeme" } }`,
    ],
    [
      "variables that the file gives the secret to",
      `{ gateway: { auth: { token: "${shared}" } }, env: { vars: { CLAWDBOT_GATEWAY_TOKEN: "${shared}" } } }`,
    ],
  ] as const)
    it(`is silent on ${why}`, () => check(secretsReused, text));
  it("speaks of browser control on this machine, of which the audit does not", () =>
    check(
      secretsReused,
      `{
  gateway: { auth: { token: "${shared}" } },
  browser: { controlToken: "${shared}" },
  //                       ${"^".repeat(31)} secrets.reused
}`,
    ));
  it("gives the lesser door a secret of its own", () => {
    const text = `{ gateway: { mode: "local", auth: { mode: "password", password: "${shared}" } }, hooks: { enabled: true, token: "${shared}" } }`;
    const at = text.lastIndexOf(shared);
    const withToken = (token: string): string =>
      text.slice(0, at) + text.slice(at).replace(shared, token);
    assert.deepEqual(
      fixesOf(secretsReused.code, text).map(({ text: after }) => after),
      [withToken(fixedSecret), withToken("${CLAWDBOT_HOOKS_TOKEN}")],
    );
  });
});
