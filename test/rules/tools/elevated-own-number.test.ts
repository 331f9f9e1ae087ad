import assert from "node:assert/strict";
import { toolsElevatedOwnNumber as rule } from "../../../server/src/core/rules/tools/elevated-own-number.ts";
import { check, findingsOf } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

const own = "+4915112345678";
const config = (whatsapp: string, elevated = `["${own}"]`): string =>
  `{ channels: { whatsapp: { ${whatsapp} } }, tools: { elevated: { allowFrom: { whatsapp: ${elevated} } } } }`;
const two = `selfChatMode: true, dmPolicy: "allowlist", allowFrom: ["${own}", "+4915187654321"]`;

describe("tools.elevated_own_number", () => {
  // resolveElevatedPermissions of the release approved somebody else's message to a number that was listed.
  it("points at the number, however it is written", () =>
    check(
      rule,
      `{ channels: { whatsapp: { ${two} } }, tools: { elevated: { allowFrom: {
  whatsapp: ["+1555", "49 151 12345678"],
  //                  ^^^^^^^^^^^^^^^^^ tools.elevated_own_number
} } } }`,
    ));
  it("sees what an account inherits", () =>
    assert.equal(
      findingsOf(
        rule,
        config(`${two}, accounts: { a: {}, b: { selfChatMode: false } }`),
      ).length,
      1,
    ));
  for (const text of [
    config(two.replace("selfChatMode: true", "selfChatMode: false")),
    config(two, `["+1555"]`),
    config(two, `[]`),
    config(two, `["*", "${own}"]`),
    config(two, `["\${ME}"]`),
    config(`selfChatMode: true, dmPolicy: "allowlist", allowFrom: ["${own}"]`),
    config(`${two}, accounts: { a: { selfChatMode: false } }`),
    `{ channels: { whatsapp: { ${two} } }, tools: { elevated: { enabled: false, allowFrom: { whatsapp: ["${own}"] } } } }`,
    // A Signal message is sent to its sender's own number.
    `{ channels: { signal: { account: "${own}", allowFrom: ["${own}", "+1555"] } }, tools: { elevated: { allowFrom: { signal: ["${own}"] } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("goes by who else gets through", () => {
    const alone = `selfChatMode: true, allowFrom: ["${own}"]`;
    assert.deepEqual(severitiesOf(rule, config(two)), ["error"]);
    assert.deepEqual(severitiesOf(rule, config(alone)), ["info"]);
    assert.deepEqual(
      severitiesOf(rule, config(`${alone}, groupPolicy: "open"`)),
      ["error"],
    );
    assert.deepEqual(
      severitiesOf(
        rule,
        config(`selfChatMode: true, allowFrom: ["${own}", "*"]`),
      ),
      ["error"],
    );
  });
  it("empties the list, or switches elevated mode off", () =>
    assert.deepEqual(
      offeredFixes(rule, config(two)).map(([title]) => title),
      ["Let nobody on whatsapp use elevated mode", "Switch elevated mode off"],
    ));
});
