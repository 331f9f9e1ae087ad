import assert from "node:assert/strict";
import { channelsOpenWhileEmpty as rule } from "../../../server/src/core/rules/channels/open-while-empty.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

const server = `serverUrl: "http://127.0.0.1:1234", password: "p"`;

describe("channels.open_while_empty", () => {
  // isAllowedBlueBubblesSender and isDmAllowed take an empty list for everybody.
  it("points at the channel without a list", () =>
    check(
      rule,
      `{ channels: {
    bluebubbles: { ${server}, dmPolicy: "allowlist" },
  //^^^^^^^^^^^ channels.open_while_empty
} }`,
    ));
  it("points at a list that is empty", () =>
    check(
      rule,
      `{ channels: { bluebubbles: { ${server},
    allowFrom: [],
  //^^^^^^^^^ channels.open_while_empty
} } }`,
    ));
  it("looks at each account with what it inherits", () =>
    check(
      rule,
      `{ channels: { bluebubbles: { ${server}, allowFrom: ["+1555"], accounts: {
  a: {},
  b: { allowFrom: [] },
  //   ^^^^^^^^^ channels.open_while_empty
  c: { allowFrom: [], enabled: false },
  d: { allowFrom: [], dmPolicy: "disabled" },
} } } }`,
    ));
  it("knows Tlon's list", () =>
    check(
      rule,
      `{ channels: { tlon: { ship: "~zod", url: "https://zod.example", code: "c",
    dmAllowlist: [],
  //^^^^^^^^^^^ channels.open_while_empty
    accounts: { a: { ship: "~bus", dmAllowlist: ["~nec"] }, b: { enabled: false } } } } }`,
    ));
  for (const text of [
    `{ channels: { bluebubbles: {} } }`,
    `{ channels: { bluebubbles: { ${server}, allowFrom: ["\${OWNER}"] } } }`,
    `{ channels: { bluebubbles: { ${server}, dmPolicy: "disabled" } } }`,
    `{ channels: { bluebubbles: { ${server}, enabled: false } } }`,
    `{ channels: { bluebubbles: { ${server}, dmPolicy: "open", allowFrom: ["*"] } } }`,
    `{ channels: { imessage: { cliPath: "imsg", allowFrom: [] } } }`,
    `{ channels: { tlon: {} } }`,
    `{ channels: { tlon: { ship: "~zod", dmAllowlist: ["~nec"] } } }`,
    `{ channels: { tlon: { ship: "~zod", enabled: false } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));

  it("is ours alone", () =>
    assert.deepEqual(
      profilesThatSpeak(rule, `{ channels: { bluebubbles: { ${server} } } }`),
      ["recommended", "strict"],
    ));
  it("closes the door until somebody is listed", () => {
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { bluebubbles: { ${server}, dmPolicy: "pairing" } } }`,
      ),
      [
        [
          "Answer no direct message for now",
          `{ gateway: { mode: "local" }, channels: { bluebubbles: { ${server}, dmPolicy: "disabled" } } }`,
        ],
      ],
    );
    assert.deepEqual(
      offeredFixes(
        rule,
        `{ gateway: { mode: "local" }, channels: { tlon: { ship: "\${SHIP}" } } }`,
      ),
      [
        [
          "Answer no direct message for now",
          `{ gateway: { mode: "local" }, channels: { tlon: { ship: "\${SHIP}", dmAllowlist: ["\${SHIP}"] } } }`,
        ],
      ],
    );
  });
});
