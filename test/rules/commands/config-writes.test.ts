import assert from "node:assert/strict";
import { commandsConfigWrites as rule } from "../../../server/src/core/rules/commands/config-writes.ts";
import { check } from "../../support/check-rule.ts";
import {
  messagesOf,
  offeredFixes,
  severitiesOf,
} from "../../support/offered-fixes.ts";

const config = (channels: string): string =>
  `{ gateway: { mode: "local" }, commands: { config: true }, channels: { ${channels} } }`;

describe("commands.config_writes", () => {
  it("points at the command", () =>
    check(
      rule,
      `{ channels: { telegram: {} }, commands: {
  config: true } }
  //      ^^^^ commands.config_writes`,
    ));
  for (const text of [
    `{ commands: { config: false }, channels: { telegram: {} } }`,
    `{ channels: { telegram: {} } }`,
    config(""),
    config("telegram: { configWrites: false }"),
    config("telegram: { configWrites: false, accounts: { a: {} } }"),
    config("telegram: { accounts: { a: { configWrites: false } } }"),
    config("telegram: { enabled: false }"),
    config(`nostr: { privateKey: "k" }`),
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("names the channels that may write", () =>
    assert.deepEqual(
      messagesOf(
        rule,
        config(
          "telegram: { configWrites: false }, slack: {}, signal: { configWrites: true }",
        ),
      ),
      [
        "Whoever may give commands on Slack, Signal can rewrite this file with /config",
      ],
    ));
  it("is an error where strangers may give commands", () => {
    assert.deepEqual(severitiesOf(rule, config("telegram: {}")), ["warning"]);
    assert.deepEqual(
      severitiesOf(rule, config(`telegram: { allowFrom: ["*"] }`)),
      ["error"],
    );
  });
  it("closes every channel and account that may write", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        config(
          "telegram: { accounts: { a: { configWrites: true }, b: {} } }, slack: {}",
        ),
      ),
      [
        [
          "Let no chat change the file",
          config(
            "telegram: { accounts: { a: { configWrites: false }, b: {} }, configWrites: false }, slack: { configWrites: false }",
          ),
        ],
      ],
    ));
});
