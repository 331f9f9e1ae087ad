import assert from "node:assert/strict";
import { toolsElevatedDefaultFull as rule } from "../../../server/src/core/rules/tools/elevated-default-full.ts";
import { check } from "../../support/check-rule.ts";
import { offeredFixes } from "../../support/offered-fixes.ts";

const config = (level: string, rest: string): string =>
  `{ agents: { defaults: { elevatedDefault: ${level} } }, ${rest} }`;
const people = `tools: { elevated: { allowFrom: { telegram: ["5"] } } }`;

describe("tools.elevated_default_full", () => {
  it("points at the word", () =>
    check(
      rule,
      `{ ${people}, agents: { defaults: {
  elevatedDefault: "full" } } }
  //               ^^^^^^ tools.elevated_default_full`,
    ));
  it("counts the people Discord lends", () =>
    check(
      rule,
      `{ channels: { discord: { dm: { allowFrom: ["5"] } } }, agents: { defaults: {
  elevatedDefault: "full" } } }
  //               ^^^^^^ tools.elevated_default_full`,
    ));
  for (const text of [
    config(`"ask"`, people),
    config(`"on"`, people),
    config(`"off"`, people),
    config(`"\${LEVEL}"`, people),
    config(`"full"`, `tools: { elevated: { allowFrom: { telegram: [] } } }`),
    config(`"full"`, `tools: { elevated: { allowFrom: { telegram: [" "] } } }`),
    config(`"full"`, people.replace("allowFrom", "enabled: false, allowFrom")),
    config(`"full"`, "tools: {}"),
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("asks again", () => {
    const text = `{ gateway: { mode: "local" }, ${people}, agents: { defaults: { elevatedDefault: "full" } } }`;
    assert.deepEqual(offeredFixes(rule, text)[0], [
      "Ask before each command",
      text.replace('"full"', '"ask"'),
    ]);
  });
});
