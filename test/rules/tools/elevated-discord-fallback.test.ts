import assert from "node:assert/strict";
import { toolsElevatedDiscordFallback as rule } from "../../../server/src/core/rules/tools/elevated-discord-fallback.ts";
import { check, profilesThatSpeak } from "../../support/check-rule.ts";
import { offeredFixes, severitiesOf } from "../../support/offered-fixes.ts";

const discord = (list: string, rest = ""): string =>
  `{ ${rest} channels: { discord: { token: "\${T}", dm: { allowFrom: ${list} } } } }`;

describe("tools.elevated_discord_fallback", () => {
  // resolveElevatedPermissions of the release, called with the Discord plugin loaded (see test/core/access/elevated.test.ts).
  it("points at the star, with and without tools in the file", () => {
    check(
      rule,
      `{ channels: { discord: { dm: { policy: "open",
  allowFrom: [5, "*"] } } } }
  //             ^^^ tools.elevated_discord_fallback`,
    );
    check(
      rule,
      `{ tools: { elevated: { allowFrom: { telegram: [5] } } }, channels: { discord: { dm: { policy: "disabled",
  allowFrom: ["*"] } } } }
  //          ^^^ tools.elevated_discord_fallback`,
    );
  });
  for (const text of [
    discord(`["*"]`, `tools: { elevated: { enabled: false } },`),
    discord(`["*"]`, `tools: { elevated: { allowFrom: { discord: [] } } },`),
    discord(`["*"]`, `tools: { elevated: { allowFrom: { discord: ["5"] } } },`),
    discord(
      `["*"]`,
      `agents: { list: [{ id: "a", tools: { elevated: { enabled: false } } }] },`,
    ),
    discord(`["*"]`).replace("token", "enabled: false, token"),
    // The fallback reads the channel's own block.
    `{ channels: { discord: { accounts: { a: { dm: { allowFrom: ["*"] } } } } } }`,
    discord(`["5"]`),
    discord(`[]`),
    `{ channels: { slack: { dm: { allowFrom: ["*"] } } } }`,
  ])
    it(`is silent on ${text}`, () => check(rule, text));
  it("goes by how many people are listed", () => {
    assert.deepEqual(severitiesOf(rule, discord(`["*"]`)), ["error"]);
    assert.deepEqual(severitiesOf(rule, discord(`["5", "6"]`)), ["info"]);
    assert.deepEqual(
      severitiesOf(rule, discord(`["5", "6"]`), { profile: "strict" }),
      ["warning"],
    );
    assert.deepEqual(profilesThatSpeak(rule, discord(`["5", "<@5>"]`)), [
      "strict",
    ]);
  });
  it("is not quieted by one agent among several", () =>
    assert.deepEqual(
      severitiesOf(
        rule,
        discord(
          `["*"]`,
          `agents: { list: [{ id: "a", tools: { elevated: { enabled: false } } }, { id: "b" }] },`,
        ),
      ),
      ["error"],
    ));
  it("gives Discord an empty list, or switches elevated mode off", () => {
    const text = `{ gateway: { mode: "local" }, channels: { discord: { dm: { policy: "open", allowFrom: ["*"] } } } }`;
    const titles = offeredFixes(rule, text).map(([title]) => title);
    assert.deepEqual(titles, [
      "Let nobody on discord use elevated mode",
      "Switch elevated mode off",
    ]);
  });
});
