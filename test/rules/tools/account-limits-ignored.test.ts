import assert from "node:assert/strict";
import { toolsAccountLimitsIgnored } from "../../../server/src/core/rules/tools/account-limits-ignored.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.account_limits_ignored";

describe(code, () => {
  it("points at the lists that nothing reads", () =>
    check(
      toolsAccountLimitsIgnored,
      `{ channels: {
  discord: {
    guilds: { "1": { tools: { deny: ["exec"] } } },
    accounts: { work: { guilds: {
      "1": { tools: { deny: ["exec"] } },
      //     ^^^^^ ${code}
      "2": { channels: { general: { tools: {} } } },
      //                            ^^^^^ ${code}
    } } },
  },
  slack: { accounts: { work: { channels: { c: { tools: { deny: ["exec"] } } } } } },
} }`,
    ));
  it("moves what has a place and overwrites nothing", () =>
    assert.equal(
      afterFix(
        `{ channels: { discord: { guilds: { "1": {} }, accounts: { work: { guilds: { "1": { tools: { deny: ["cron"] } } } } } } } }`,
        code,
        "Move it to the server's settings for all accounts",
      ),
      `{ channels: { discord: { guilds: { "1": { tools: { deny: ["cron"] } } }, accounts: { work: { guilds: { "1": {} } } } } } }`,
    ));
  for (const guilds of [
    ``,
    `guilds: {}, `,
    `guilds: { "1": { tools: {} } }, `,
  ]) {
    it(`offers nothing where that would let a server in or lose a limit: ${guilds || "no servers"}`, () =>
      assert.deepEqual(
        offered(
          `{ channels: { discord: { ${guilds}accounts: { work: { guilds: { "1": { tools: { deny: ["cron"] } } } } } } } }`,
          code,
        ),
        [],
      ));
  }
});
