import { gatewayTokenPlaceholder } from "../../../server/src/core/rules/gateway/token-placeholder.ts";
import { isPublishedExample } from "../../../server/src/core/rules/secrets/published-examples.ts";
import assert from "node:assert/strict";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";

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
  it("leaves the secret alone that the mode does not use", () =>
    check(
      gatewayTokenPlaceholder,
      `{ gateway: { auth: { mode: "password", token: "changeme", password: "\${P}" } } }`,
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
