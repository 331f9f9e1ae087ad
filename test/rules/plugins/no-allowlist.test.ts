import assert from "node:assert/strict";
import { pluginsNoAllowlist } from "../../../server/src/core/rules/plugins/no-allowlist.ts";
import { afterFix, offered } from "../../support/after-fix.ts";
import { check, findingsOf } from "../../support/check-rule.ts";

const code = "plugins.no_allowlist";
const installs = `installs: { weather: { source: "npm", spec: "weather@1.0.0" } }`;

describe(code, () => {
  it("points at the block, or at the empty list", () => {
    check(
      pluginsNoAllowlist,
      `{
  plugins: { load: { paths: ["~/p"] } },
//^^^^^^^ ${code}
}`,
    );
    check(
      pluginsNoAllowlist,
      `{
  plugins: { allow: [], ${installs} },
  //         ^^^^^ ${code}
}`,
    );
  });
  for (const text of [
    `{}`,
    `{ plugins: { entries: { "voice-call": { enabled: true } } } }`,
    `{ plugins: { load: { paths: [] } } }`,
    `{ plugins: { load: { paths: ["~/p"] }, allow: ["mine"] } }`,
    `{ plugins: { load: { paths: ["~/p"] }, allow: ["\${PLUGIN}"] } }`,
    `{ plugins: { enabled: false, ${installs} } }`,
  ]) {
    it(`is silent on ${text}`, () =>
      assert.equal(findingsOf(pluginsNoAllowlist, text).length, 0));
  }
  it("allows what runs now: channels and memory included", () =>
    assert.equal(
      afterFix(
        `{ channels: { telegram: { botToken: "\${BOT}" } }, plugins: { entries: { "voice-call": { enabled: true }, lobster: { enabled: false } }, ${installs} } }`,
        code,
        "Allow only weather, voice-call, telegram, memory-core",
      ),
      `{ channels: { telegram: { botToken: "\${BOT}" } }, plugins: { entries: { "voice-call": { enabled: true }, lobster: { enabled: false } }, ${installs}, allow: ["weather", "voice-call", "telegram", "memory-core"] } }`,
    ));
  it("does not guess the names of plugins in a folder", () =>
    assert.deepEqual(
      offered(`{ plugins: { load: { paths: ["~/p"] } } }`, code),
      [],
    ));
});
