import assert from "node:assert/strict";
import { discoveryWideArea } from "../../../server/src/core/rules/discovery/wide-area.ts";
import { check } from "../../support/check-rule.ts";
import { inProfiles } from "../../support/offered-fixes.ts";

describe("discovery.wide_area", () => {
  it("points at the setting", () =>
    check(
      discoveryWideArea,
      `{
  discovery: { wideArea: { enabled: true } },
  //                                ^^^^ discovery.wide_area
}`,
    ));
  for (const [enabled, expected] of [
    ["true", ["info", "info"]],
    ["false", ["silent", "silent"]],
    [`"\${ON}"`, ["silent", "silent"]],
  ] as const)
    it(enabled, () =>
      assert.deepEqual(
        inProfiles(
          "discovery.wide_area",
          `{ discovery: { wideArea: { enabled: ${enabled} } } }`,
        ),
        expected,
      ),
    );
});
