import assert from "node:assert/strict";
import { configDmOpenWithoutWildcard } from "../../../server/src/core/rules/config/dm-open-without-wildcard.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const countIn = (config: object): number =>
  findingsOf(configDmOpenWithoutWildcard, JSON.stringify(config)).length;

describe("config.dm_open_without_wildcard", () => {
  it("points at the list that lacks the star", () =>
    check(
      configDmOpenWithoutWildcard,
      `{
  channels: { telegram: { dmPolicy: 'open', allowFrom: ["123"] } },
  //                                        ^^^^^^^^^ config.dm_open_without_wildcard
}`,
    ));
  it("points at the block when there is no list", () =>
    check(
      configDmOpenWithoutWildcard,
      `{
  channels: { discord: { dm: { policy: "open" } } },
  //                     ^^ config.dm_open_without_wildcard
}`,
    ));
  it("does not count the channel's list for an account", () =>
    check(
      configDmOpenWithoutWildcard,
      `{
  channels: { signal: {
    allowFrom: ["*"],
    accounts: { "home.de": { dmPolicy: "open" } },
    //          ^^^^^^^^^ config.dm_open_without_wildcard
  } },
}`,
    ));
  // The program trims entries; a variable may hold the star (config/zod-schema.core.js).
  for (const [allowFrom, expected] of [
    [["*"], 0],
    [[" * "], 0],
    [["1", "*"], 0],
    [["${OWNER}"], 0],
    [["${OWNER}*"], 0],
    [["tel:${OWNER}"], 1],
    [["**"], 1],
    [[42], 1],
    [[], 1],
    ["*", 0],
    [[{}], 0],
  ] as const) {
    it(`${JSON.stringify(allowFrom)} gives ${expected}`, () =>
      assert.equal(
        countIn({ channels: { telegram: { dmPolicy: "open", allowFrom } } }),
        expected,
      ));
  }
  for (const channel of [
    "telegram",
    "whatsapp",
    "signal",
    "imessage",
    "bluebubbles",
    "msteams",
  ]) {
    it(`looks at ${channel}`, () =>
      assert.equal(
        countIn({ channels: { [channel]: { dmPolicy: "open" } } }),
        1,
      ));
  }
  for (const channel of ["discord", "slack", "googlechat"]) {
    it(`looks at ${channel}, where the policy lies in dm`, () => {
      const dm = { policy: "open" };
      assert.equal(
        countIn({ channels: { [channel]: { dm, accounts: { a: { dm } } } } }),
        2,
      );
    });
  }
  it("leaves channels alone that no schema checks", () =>
    assert.equal(
      countIn({ channels: { mattermost: { dmPolicy: "open" } } }),
      0,
    ));
  it("leaves a policy alone that a variable holds", () =>
    assert.equal(countIn({ channels: { telegram: { dmPolicy: "${P}" } } }), 0));
  it("speaks in every profile", () => {
    for (const profile of ["upstream", "recommended", "strict"] as const)
      assert.equal(
        findingsOf(
          configDmOpenWithoutWildcard,
          configDmOpenWithoutWildcard.docs.bad,
          { profile },
        ).length,
        1,
      );
  });
});
