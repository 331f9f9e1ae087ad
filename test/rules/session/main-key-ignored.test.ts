import assert from "node:assert/strict";
import { sessionMainKeyIgnored } from "../../../server/src/core/rules/session/main-key-ignored.ts";
import { check } from "../../support/check-rule.ts";
import { fixesByTitle, inProfiles } from "../../support/offered-fixes.ts";

const code = "session.main_key_ignored";

describe(code, () => {
  it("points at the name", () =>
    check(
      sessionMainKeyIgnored,
      `{
  session: { mainKey: "home" },
  //                  ^^^^^^ session.main_key_ignored
}`,
    ));
  // The release warns for exactly these, and makes "main" of all of them.
  for (const [mainKey, expected] of [
    [`"home"`, ["info", "info"]],
    [`" main "`, ["silent", "silent"]],
    [`""`, ["silent", "silent"]],
    [`"\${MAIN}"`, ["silent", "silent"]],
    ["5", ["silent", "silent"]],
  ] as const)
    it(mainKey, () =>
      assert.deepEqual(
        inProfiles(
          code,
          `{ gateway: { mode: "local" }, session: { mainKey: ${mainKey} } }`,
        ),
        expected,
      ),
    );
  it("removes what has no effect", () =>
    assert.deepEqual(
      fixesByTitle(
        code,
        `{ gateway: { mode: "local" }, session: { mainKey: "home", scope: "per-sender" } }`,
      ),
      {
        "Remove it": `{ gateway: { mode: "local" }, session: { scope: "per-sender" } }`,
      },
    ));
});
