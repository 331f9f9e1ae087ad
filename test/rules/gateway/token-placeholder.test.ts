import assert from "node:assert/strict";
import { gatewayTokenPlaceholder } from "../../../server/src/core/rules/gateway/token-placeholder.ts";
import { isPublishedExample } from "../../../server/src/core/rules/secrets/published-examples.ts";
import {
  check,
  findingsOf,
  profilesThatSpeak,
} from "../../support/check-rule.ts";
import { fixedSecret } from "../../support/analyse.ts";
import { fixesByTitle } from "../../support/offered-fixes.ts";
import { onlySet } from "../../support/own-variables.ts";

describe("gateway.token_placeholder", () => {
  it("points at the article's token", () =>
    check(
      gatewayTokenPlaceholder,
      `{
  gateway: { auth: { mode: "token", token: "your-long-random-token-here" } },
  //                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gateway.token_placeholder
}`,
    ));
  it("points at a password from a template", () =>
    check(
      gatewayTokenPlaceholder,
      `{
  gateway: { auth: { mode: "password", password: "changeme" } },
  //                                             ^^^^^^^^^^ gateway.token_placeholder
}`,
    ));
  it("points at the token that the file's own env block sets", () =>
    check(
      gatewayTokenPlaceholder,
      `{
  gateway: { mode: "local" },
  env: { vars: { CLAWDBOT_GATEWAY_TOKEN: "clawdbot-2026" } },
  //                                     ^^^^^^^^^^^^^^^ gateway.token_placeholder
}`,
    ));
  it("leaves the env block alone where the real variable hides it", () =>
    check(
      gatewayTokenPlaceholder,
      `{ env: { vars: { CLAWDBOT_GATEWAY_TOKEN: "clawdbot-2026" } } }`,
      { environment: onlySet("CLAWDBOT_GATEWAY_TOKEN") },
    ));
  for (const [token, words] of [
    ["   ", /blanks/],
    ["abcabcabcabcabcabcabcabc", /repeats/],
    ["MySecretToken2024!", /words and digits/],
    ["abcdefghijklmnopqrstuvwxyz", /runs along/],
  ] as const)
    it(`says what is wrong with ${JSON.stringify(token)}, and not what it is`, () => {
      const [finding] = findingsOf(
        gatewayTokenPlaceholder,
        JSON.stringify({ gateway: { auth: { token } } }),
      );
      assert.match(finding?.message ?? "", words);
      assert.ok(!finding?.message.includes(token.trim() || "   "));
    });
  it("leaves the secret alone that the mode does not use", () =>
    check(
      gatewayTokenPlaceholder,
      `{ gateway: { auth: { mode: "password", token: "changeme", password: "\${P}" } } }`,
    ));
  for (const token of ["${T}", "changeme${T}", "", "k3w9-vz7q"])
    it(`is silent on ${JSON.stringify(token)}`, () =>
      check(
        gatewayTokenPlaceholder,
        JSON.stringify({ gateway: { auth: { mode: "token", token } } }),
      ));
  it("offers a new secret, here or in the environment", () =>
    assert.deepEqual(
      fixesByTitle(
        "gateway.token_placeholder",
        `{ gateway: { mode: "local", auth: { token: "changeme" } } }`,
      ),
      {
        "Generate a new one here": `{ gateway: { mode: "local", auth: { token: "${fixedSecret}" } } }`,
        "Read it from CLAWDBOT_GATEWAY_TOKEN": `{ gateway: { mode: "local", auth: { token: "\${CLAWDBOT_GATEWAY_TOKEN}" } } }`,
      },
    ));
  it("never lets the env block refer to what it sets", () =>
    assert.deepEqual(
      Object.keys(
        fixesByTitle(
          "gateway.token_placeholder",
          `{ gateway: { mode: "local" }, env: { CLAWDBOT_GATEWAY_TOKEN: "changeme" } }`,
        ),
      ),
      ["Generate a new one here"],
    ));
  it("is ours alone: the audit is silent", () =>
    assert.deepEqual(
      profilesThatSpeak(
        gatewayTokenPlaceholder,
        `{ gateway: { auth: { token: "your-token" } } }`,
      ),
      ["recommended", "strict"],
    ));
});

describe("isPublishedExample", () => {
  for (const secret of [
    "your-long-random-token-here",
    " YOUR-TOKEN ",
    "<token>",
    "{{ token }}",
    "${my_token}",
    "xxxxxxxxxxxxxxxxxxxxxxxx",
    "replace-with-something",
    "change_me",
  ])
    it(`knows ${secret}`, () => assert.ok(isPublishedExample(secret)));
  for (const secret of [
    "",
    "f3b1c9a07d5e4286f3b1c9a07d5e4286",
    "correct horse battery staple",
    "yourself-7Q2m-changed",
    "a<b>c-9f2k",
  ])
    it(`leaves ${JSON.stringify(secret)} alone`, () =>
      assert.ok(!isPublishedExample(secret)));
});
