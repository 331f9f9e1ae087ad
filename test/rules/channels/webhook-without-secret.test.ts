import assert from "node:assert/strict";
import { environmentModes } from "../../../server/src/core/config/environment.ts";
import { channelsWebhookWithoutSecret as rule } from "../../../server/src/core/rules/channels/webhook-without-secret.ts";
import { fixedSecret } from "../../support/analyse.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import {
  messagesOf,
  offeredFixes,
  severitiesOf,
} from "../../support/offered-fixes.ts";

describe("channels.webhook_without_secret", () => {
  it("points at Telegram's webhook, of a channel and of an account", () =>
    check(
      rule,
      `{ channels: {
    telegram: { webhookUrl: "https://a.example/x", accounts: { default: {}, a: { webhookUrl: "https://b.example/x" }, b: { webhookSecret: "s" },
  //                                                                        ^ channels.webhook_without_secret
  //^^^^^^^^ channels.webhook_without_secret
  c: { enabled: false, webhookUrl: "https://c.example/x" } } } } }`,
    ));
  it("takes an empty secret for none", () =>
    check(
      rule,
      `{ channels: { telegram: { webhookUrl: "https://a.example/x",
  webhookSecret: "" } } }
  //             ^^ channels.webhook_without_secret`,
    ));
  // grammy's webhookCallback, called with an empty secret: 401 without the header, 200 with an empty one.
  it("says what an empty secret does", () =>
    assert.match(
      messagesOf(
        rule,
        `{ channels: { telegram: { webhookUrl: "https://a.example/x", webhookSecret: "" } } }`,
      )[0] ?? "",
      /turns Telegram's updates away/,
    ));
  it("knows that LINE signs with an empty secret", () =>
    check(
      rule,
      `{ channels: {
    line: { channelAccessToken: "t", accounts: { a: { enabled: true, tokenFile: "/t" }, b: { enabled: true, channelAccessToken: "t", secretFile: "/s" } } },
  //                                             ^ channels.webhook_without_secret
  //^^^^ channels.webhook_without_secret
} }`,
    ));
  for (const text of [
    `{ channels: { telegram: { botToken: "t" } } }`,
    `{ channels: { telegram: { webhookUrl: "" } } }`,
    `{ channels: { telegram: { webhookUrl: "https://a.example/x", webhookSecret: "\${S}" } } }`,
    `{ channels: { telegram: { webhookUrl: "https://a.example/x", webhookSecret: "s" } } }`,
    `{ channels: { telegram: { enabled: false, webhookUrl: "https://a.example/x" } } }`,
    `{ channels: { line: {} } }`,
    `{ channels: { line: { channelAccessToken: "t", channelSecret: "\${S}" } } }`,
    `{ channels: { line: { channelAccessToken: "t", secretFile: "/s" } } }`,
    `{ channels: { line: { enabled: false, channelAccessToken: "t" } } }`,
    // Zalo does not start without its secret.
    `{ channels: { zalo: { botToken: "t", webhookUrl: "https://a.example/x" } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("is a warning for LINE as long as a variable may hold the secret", () => {
    const text = `{ channels: { line: { channelAccessToken: "t" } } }`;
    assert.deepEqual(severitiesOf(rule, text), ["warning"]);
    const environment = environmentModes.empty;
    assert.deepEqual(severitiesOf(rule, text, { environment }), ["error"]);
    const known = {
      ...environment,
      known: new Map([["LINE_CHANNEL_SECRET", "set" as const]]),
    };
    assert.equal(findingsOf(rule, text, { environment: known }).length, 0);
  });
  it("makes a secret, or reads one, beside the address", () => {
    const before = `{ gateway: { mode: "local" }, channels: { telegram: { webhookUrl: "https://a.example/x" } } }`;
    const having = (secret: string): string =>
      before.replace('x" }', `x", webhookSecret: "${secret}" }`);
    assert.deepEqual(offeredFixes(rule, before), [
      ["Generate a new one here", having(fixedSecret)],
      [
        "Read it from TELEGRAM_WEBHOOK_SECRET",
        having("${TELEGRAM_WEBHOOK_SECRET}"),
      ],
    ]);
  });
});
