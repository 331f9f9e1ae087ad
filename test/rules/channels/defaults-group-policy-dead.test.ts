import assert from "node:assert/strict";
import { channelsDefaultsGroupPolicyDead as rule } from "../../../server/src/core/rules/channels/defaults-group-policy-dead.ts";
import { check } from "../../support/check-rule.ts";
import {
  messagesOf,
  offeredFixes,
  severitiesOf,
} from "../../support/offered-fixes.ts";

const having = (value: string, channels: string): string =>
  `{ gateway: { mode: "local" }, channels: { defaults: { groupPolicy: ${value} }, ${channels} } }`;

describe("channels.defaults_group_policy_dead", () => {
  it("points at the default", () =>
    check(
      rule,
      `{ channels: { telegram: {}, discord: { groupPolicy: "disabled" },
  defaults: { groupPolicy: "disabled" } } }
  //                       ^^^^^^^^^^ channels.defaults_group_policy_dead`,
    ));
  it("names the channels it does not reach", () =>
    assert.deepEqual(
      messagesOf(
        rule,
        having(
          `"disabled"`,
          `telegram: {}, signal: { accounts: { a: {} } }, mattermost: {}, slack: { groupPolicy: "open" }, imessage: { enabled: false }`,
        ),
      ),
      [
        'channels.defaults.groupPolicy "disabled" has no effect on Telegram, Signal: there it is "allowlist"',
      ],
    ));
  for (const [value, channels] of [
    [`"allowlist"`, "telegram: {}"],
    [`"\${P}"`, "telegram: {}"],
    [`"disabled"`, "mattermost: {}, matrix: {}"],
    [`"disabled"`, `telegram: { groupPolicy: "disabled" }`],
    [`"disabled"`, `telegram: { enabled: false }`],
    [`"disabled"`, `telegram: { accounts: { a: { enabled: false } } }`],
  ] as const)
    it(`is silent on ${value} beside ${channels}`, () =>
      check(rule, having(value, channels)));
  it("is milder about a default that would open groups", () => {
    assert.deepEqual(severitiesOf(rule, having(`"open"`, "telegram: {}")), [
      "info",
    ]);
    assert.deepEqual(severitiesOf(rule, having(`"disabled"`, "telegram: {}")), [
      "warning",
    ]);
  });
  it("says it where it counts, at channels and accounts", () =>
    assert.deepEqual(
      offeredFixes(
        rule,
        having(`"disabled"`, `telegram: { accounts: { a: {} } }, slack: {}`),
      ),
      [
        [
          "Say disabled for Telegram, Slack",
          having(
            `"disabled"`,
            `telegram: { accounts: { a: { groupPolicy: "disabled" } } }, slack: { groupPolicy: "disabled" }`,
          ),
        ],
      ],
    ));
  it("takes an open default away only where it opens nothing", () => {
    const titles = (channels: string): readonly string[] =>
      offeredFixes(rule, having(`"open"`, channels)).map(([title]) => title);
    assert.deepEqual(titles("telegram: {}"), ["Remove it: it has no effect"]);
    assert.deepEqual(titles("telegram: {}, mattermost: {}"), []);
  });
});
