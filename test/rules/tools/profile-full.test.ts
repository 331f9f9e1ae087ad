import assert from "node:assert/strict";
import { toolsProfileFull } from "../../../server/src/core/rules/tools/profile-full.ts";
import { afterFix } from "../../support/after-fix.ts";
import { check } from "../../support/check-rule.ts";

const code = "tools.profile_full";

describe(code, () => {
  it("points at the profile that replaces a narrower one", () =>
    check(
      toolsProfileFull,
      `{
  agents: { list: [
    { id: "a", tools: { profile: "full" } },
    //                           ^^^^^^ ${code}
    { id: "b", tools: { profile: "coding" } },
    { id: "c", tools: { byProvider: { OpenAI: { profile: "full" }, google: { profile: "full" } } } },
    //                                                   ^^^^^^ ${code}
  ] },
  tools: { profile: "messaging", byProvider: { openai: { profile: "minimal" } } },
}`,
    ));
  for (const text of [
    `{ tools: { profile: "full" } }`,
    `{ tools: { profile: "full" }, agents: { list: [{ id: "a", tools: { profile: "full" } }] } }`,
    `{ agents: { list: [{ id: "a", tools: { profile: "full" } }] } }`,
    `{ tools: { profile: "minimal" }, agents: { list: [{ id: "a", tools: { profile: "\${PROFILE}" } }] } }`,
  ]) {
    it(`is silent on ${text}`, () => check(toolsProfileFull, text));
  }
  it("goes back to the profile of all", () =>
    assert.equal(
      afterFix(
        `{ agents: { list: [{ id: "a", tools: { profile: "full", deny: ["cron"] } }] }, tools: { profile: "minimal" } }`,
        code,
        "Let the agent have the profile of all agents",
      ),
      `{ agents: { list: [{ id: "a", tools: { deny: ["cron"] } }] }, tools: { profile: "minimal" } }`,
    ));
});
