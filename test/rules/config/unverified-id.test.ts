import assert from "node:assert/strict";
import { configUnverifiedId } from "../../../server/src/core/rules/config/unverified-id.ts";
import { analyse } from "../../support/analyse.ts";
import { check } from "../../support/check-rule.ts";

describe("config.unverified_id", () => {
  it("points at every id that an installed plugin may have", () =>
    check(
      configUnverifiedId,
      `{
  plugins: { load: { paths: ["~/weather"] }, entries: { weather: {} }, deny: ["storm"] },
  //                                                    ^^^^^^^ config.unverified_id
  //                                                                          ^^^^^^^ config.unverified_id
  channels: { weather: {} },
  //          ^^^^^^^ config.unverified_id
  agents: { defaults: { heartbeat: { target: "weather" } } },
  //                                         ^^^^^^^^^ config.unverified_id
}`,
    ));
  it("refuses nothing", () => {
    const { diagnosis } = analyse(
      `{ plugins: { installs: { weather: { source: "npm" } } }, channels: { weather: {} } }`,
    );
    assert.equal(diagnosis.accepted, true);
    assert.ok(
      diagnosis.problems.some(({ code }) => code === configUnverifiedId.code),
    );
  });
  it("is silent where the verdict is certain", () =>
    check(configUnverifiedId, `{ channels: { weather: {} } }`));
});
